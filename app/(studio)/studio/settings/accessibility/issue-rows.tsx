'use client'
/** Rows for the problems or exceptions of an accessibility statement, added and removed one by one. */
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FormContext } from '#components/ui/form/form-context.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { useRows } from '#components/ui/form/use-rows.ts'
import { useText } from '#components/ui/messages.tsx'
import type { AccessibilityTexts } from '#db/types.ts'

const issueFields = [
  ['what', 'what'],
  ['where', 'where'],
  ['why', 'why'],
  ['clause', 'clause'],
  ['alternative', 'alternative'],
  ['plannedFix', 'planned-fix'],
] as const
const burdenFields = [
  ['content', 'burden-content'],
  ['motivation', 'burden-motivation'],
] as const
const kinds = {
  issues: { fields: issueFields, one: 'issue', add: 'add-issue', remove: 'remove-issue' },
  burdens: { fields: burdenFields, one: 'burden', add: 'add-burden', remove: 'remove-burden' },
} as const
const long = new Set<string>(['why', 'alternative', 'plannedFix', 'motivation'])

interface Props {
  kind: keyof typeof kinds
  language: string
  rows: AccessibilityTexts[keyof typeof kinds]
}

export function IssueRows({ kind, language, rows }: Props) {
  const t = useText('statement-pages')
  const box = useRef<HTMLDivElement>(null)
  const name = `texts.${language}.${kind}`
  const { fields, one, add, remove } = kinds[kind]
  const editor = useRows<Record<string, string>>(name, rows as Record<string, string>[])
  const addRow = () => {
    editor.add({}, 'last')
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(':scope > :last-child input')?.focus())
  }
  return (
    <FormContext value={editor.context}>
      <div className="stack" ref={box}>
        {editor.rows.map((row, index) => (
          <fieldset className="stacked" key={row.key}>
            <legend>{t(one, { number: index + 1 })}</legend>
            {fields.map(([field, label]) => {
              const given = {
                name: `${name}.${index}.${field}`,
                label: t(label),
                hint: field === 'clause' ? t('clause-hint') : undefined,
                defaultValue: row[field] ?? '',
                lang: field === 'clause' ? undefined : language,
              }
              return long.has(field) ? (
                <TextArea key={field} rows={2} max={2_000} {...given} />
              ) : (
                <TextField key={field} max={200} {...given} />
              )
            })}
            <div>
              <Button look="quiet" small icon="trash" onClick={() => editor.remove(row)}>
                {t(remove, { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        ))}
      </div>
      <div>
        <Button icon="plus" onClick={addRow}>
          {t(add)}
        </Button>
      </div>
    </FormContext>
  )
}
