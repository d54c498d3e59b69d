'use client'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../announce.tsx'
import { Button } from '../button.tsx'
import { useText } from '../messages.tsx'

/** The address of a secret link that has just been made, selected and ready to be copied. It cannot be shown again. */
export function MadeLink({ label, address }: { label: string; address: string }) {
  const t = useText('forms')
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    field.current?.select()
    const text = await navigator.clipboard?.writeText(address).then(
      () => t('copied'),
      () => t('copy-failed'),
    )
    setSaid(text ?? t('copy-failed'))
    announce(text ?? t('copy-failed'))
  }
  return (
    <div className="field">
      <label htmlFor="made-link">{label}</label>
      <div className="with-end">
        <input ref={field} id="made-link" className="input" readOnly value={address} />
        <Button icon="copy" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      {said && <p className="hint">{said}</p>}
    </div>
  )
}
