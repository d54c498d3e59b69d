'use client'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FormContext } from '#components/ui/form/form-context.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useRows } from '#components/ui/form/use-rows.ts'
import { useText } from '#components/ui/messages.tsx'
import { OthersChoice } from './others-choice.tsx'
import styles from './person.module.css'

export function LinkRows({ links }: { links: { label: string; url: string }[] }) {
  const t = useText('people')
  const box = useRef<HTMLDivElement>(null)
  const editor = useRows('links', links)
  const add = () => {
    editor.add({ label: '', url: '' }, 'last')
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(':scope > :last-child input')?.focus())
  }
  return (
    <FormContext value={editor.context}>
      <div className={styles.links} ref={box}>
        {editor.rows.map((row, index) => (
          <div className={styles.link} key={row.key}>
            <TextField name={`links.${index}.label`} label={t('link-label')} defaultValue={row.label} />
            <TextField name={`links.${index}.url`} label={t('link-url')} type="url" defaultValue={row.url} />
            <Button
              look="quiet"
              className="icon-only"
              icon="trash"
              aria-label={t('remove-link', { number: index + 1 })}
              onClick={() => editor.remove(row)}
            />
          </div>
        ))}
      </div>
      <OthersChoice name="links" label={t('links')} />
      <div>
        <Button icon="plus" onClick={add}>
          {t('add-link')}
        </Button>
      </div>
    </FormContext>
  )
}
