'use client'
import { useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice/choice-box.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import type { Language } from '#lib/locale.ts'
import { MarkField } from '../mark-field.tsx'
import styles from './funders.module.css'

interface Props {
  add: FormAction
  choose: (id: string, order: null) => Promise<FormState>
  /** The organisations that are no funders yet. */
  organisations: { id: string; name: string }[]
  /** The language the name is written in. */
  language: Language
}

/** Adds a funder: an organisation there is, or a new one by name, address and mark. */
export function AddFunder({ add, choose, organisations, language }: Props) {
  const t = useText('funders')
  const failed = useText('lists')('failed')
  const box = useRef<HTMLElement>(null)
  const [added, setAdded] = useState(0)
  const [trouble, setTrouble] = useState('')
  /** The form is empty again, and ready for the next. */
  const startAnew = () => {
    setAdded((count) => count + 1)
    requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('input[name=name]')?.focus())
  }
  const take = async (id: string) => {
    const state = await choose(id, null).catch(() => undefined)
    const isSaved = state?.status === 'saved'
    setTrouble(isSaved ? '' : (state?.message ?? Object.values(state?.errors ?? {})[0] ?? failed))
    if (isSaved) announce(t('added'))
  }
  return (
    <section className="form-sec" aria-labelledby="h-add" ref={box}>
      <header>
        <h2 id="h-add">{t('add-heading')}</h2>
        <p>{t('add-text')}</p>
      </header>
      <div className="body">
        {organisations.length > 0 && (
          <ChoiceBox
            label={t('choose')}
            placeholder={t('choose-placeholder')}
            choices={organisations}
            onChoose={take}
          />
        )}
        {trouble && (
          <p className="notice warn" role="alert">
            {trouble}
          </p>
        )}
        <ActionForm key={added} action={add} label={t('new')} className={styles.add} onSaved={startAnew}>
          <input type="hidden" name="language" value={language} />
          <TextField name="name" label={t('name')} lang={language} required />
          <TextField name="url" label={t('url')} type="url" placeholder="https://example.org" />
          <MarkField mark={null} logo={null} />
          <div>
            <SubmitButton>{t('add')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </section>
  )
}
