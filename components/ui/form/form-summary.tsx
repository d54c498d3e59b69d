'use client'
/** The error summary on top of a form: every error with a link to its field. It takes the focus when it appears. */
import { type MouseEvent, useEffect, useRef } from 'react'
import type { FormState } from '#lib/form.ts'
import { useText } from '../messages.tsx'
import type { Trouble } from './form-trouble.ts'

export type Attempted = FormState & { trouble?: Trouble }
type FieldIndex = ReadonlyMap<string, { label: string; id: string }>

interface Line {
  key: string
  text: string
  id?: string
}

interface Props {
  state: Attempted
  fields: FieldIndex
  formId: string
  heading?: string
}

export function FormSummary({ state, fields, formId, heading }: Props) {
  const t = useText('forms')
  const box = useRef<HTMLDivElement>(null)
  // Each attempt is a new state, so the summary takes the focus after every refusal, not only the first.
  useEffect(() => {
    if (state.status === 'refused') box.current?.focus()
  }, [state])
  if (state.status !== 'refused') return null

  const lines = linesFor(state, fields, (label, error) => t('summary-line', { label, error }))
  const title = heading ?? (lines.length ? t('summary', { count: lines.length }) : t('not-saved'))
  return (
    <div className="summary" role="alert" tabIndex={-1} aria-labelledby={`${formId}-summary`} ref={box}>
      <h2 id={`${formId}-summary`}>{title}</h2>
      {state.message && <p>{state.message}</p>}
      {state.theirs && <p>{t('stale-next')}</p>}
      {state.trouble && <WayOut trouble={state.trouble} formId={formId} />}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.key}>{line.id ? <FieldLink id={line.id}>{line.text}</FieldLink> : line.text}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function linesFor(state: FormState, fields: FieldIndex, say: (label: string, error: string) => string): Line[] {
  const lines = new Map<string, Line>()
  for (const [path, error] of Object.entries(state.errors)) {
    const field = fields.get(path) ?? fields.get(path.replace(/\.\d+$/, ''))
    const line = field ? { key: path, text: say(field.label, error), id: field.id } : { key: path, text: error }
    if (!lines.has(line.id ?? path)) lines.set(line.id ?? path, line)
  }
  return [...lines.values()].sort(byPlaceOnPage)
}

function byPlaceOnPage(a: Line, b: Line): number {
  const [first, second] = [a, b].map((line) => (line.id ? document.getElementById(line.id) : null))
  if (!first || !second) return Number(!first) - Number(!second)
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function FieldLink({ id, children }: { id: string; children: string }) {
  const go = (event: MouseEvent) => {
    const field = document.getElementById(id)
    if (!field) return
    event.preventDefault()
    field.closest('details')?.setAttribute('open', '')
    field.focus()
    field.closest('.field, fieldset')?.scrollIntoView({ block: 'center' })
  }
  return (
    <a href={`#${id}`} onClick={go}>
      {children}
    </a>
  )
}

/** Says what the user can do when the form never arrived. Nothing typed is lost meanwhile. */
function WayOut({ trouble, formId }: { trouble: Trouble; formId: string }) {
  const t = useText('forms')
  return (
    <>
      <p>{t(trouble)}</p>
      {trouble === 'signed-out' && (
        <a href="/sign-in" target="_blank" rel="noopener">
          {t('sign-in-new-tab')}
        </a>
      )}
      {trouble === 'outdated' && (
        <a href={window.location.href} target="_blank" rel="noopener">
          {t('open-new-tab')}
        </a>
      )}
      {trouble !== 'outdated' && trouble !== 'not-allowed' && (
        <button className="button small" type="submit" form={formId}>
          {t('try-again')}
        </button>
      )}
    </>
  )
}
