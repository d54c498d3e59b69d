/**
 * Describes what changed around the words of a block: its place, its kind, its captions and choices, the form of its
 * words.
 */

import { type ComparedNode, type Fact, markChanges } from '#lib/document/compare/compare-nodes.ts'
import { inlineText, type Mark } from '#lib/document/rich-text.ts'
import { keyed } from '../rich-text/keyed.ts'
import { type CompareContext, interfaceLang, kindName } from './context.ts'
import { MarkedText, Swapped } from './marked-words.tsx'

/** Attributes that are shown where they are read, and not once more under the block. */
const shownInPlace = new Set(['factBox title', 'factRow term', 'table caption', 'image mediaId'])

/** Everything that changed in a block besides its words. */
export function FactLines({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const facts = compared.facts.filter(({ name }) => !shownInPlace.has(`${compared.type} ${name}`))
  return (
    <>
      {facts.map((fact) => (
        <FactLine key={fact.name} fact={fact} context={context} />
      ))}
      <FormLines compared={compared} context={context} />
    </>
  )
}

const labels = [
  'type',
  'level',
  'personId',
  'mediaId',
  'altDecision',
  'alt',
  'caption',
  'title',
  'start',
  'totals',
  'provider',
  'videoId',
  'colspan',
  'rowspan',
] as const

/** Attributes that somebody has written, and not chosen. */
const written = new Set(['alt', 'caption', 'title'])

function FactLine({ fact: { name, before, after }, context }: { fact: Fact; context: CompareContext }) {
  const label = labels.find((known) => known === name)
  const value = (code: string | null) => (code === null ? '' : valueName(name, code, context))
  return (
    <p className="field-change">
      <b {...interfaceLang(context)}>{context.t(label ? `fact-${label}` : 'fact-other')}.</b>{' '}
      {written.has(name) ? (
        <MarkedText before={before ?? ''} after={after ?? ''} context={context} />
      ) : (
        <Swapped before={value(before)} after={value(after)} context={context} />
      )}
    </p>
  )
}

/** Returns the name of a chosen value. */
function valueName(name: string, code: string, context: CompareContext): string {
  const { t } = context
  if (name === 'type') return kindName(code, context)
  if (name === 'personId') return context.people.get(code) ?? t('gone')
  if (name === 'mediaId') return context.images.get(code)?.filename ?? t('gone')
  if (name === 'altDecision') return t(code === 'describe' ? 'alt-describe' : 'alt-decorative')
  if (code === 'true' || code === 'false') return t(code === 'true' ? 'yes' : 'no')
  return code
}

/** Says which words got another form, which alone is easily overlooked. */
function FormLines({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const lines: { said: string; text: string; isOpen: boolean }[] = []
  for (const piece of compared.words ?? []) {
    const last = lines.at(-1)
    if (piece.what !== 'restyled') {
      if (last) last.isOpen = false
      continue
    }
    const forms = piece.content.map((node) => (node.type === 'text' ? (node.marks ?? []) : []))
    const after = forms.find((marks) => markChanges(piece.before, marks).length) ?? []
    const said = markChanges(piece.before, after)
      .map((change) => formText(change, context))
      .join(', ')
    const text = inlineText(piece.content)
    if (last?.isOpen && last.said === said) last.text += text
    else lines.push({ said, text, isOpen: true })
  }
  return keyed(lines).map(({ key, block: { said, text } }) => (
    <p className="field-change" key={key} {...interfaceLang(context)}>
      <b>{context.t('form')}.</b> ”<span lang={context.textLanguage}>{text.trim()}</span>” {said}.
    </p>
  ))
}

function formText(
  { type, before, after }: { type: Mark['type']; before?: Mark; after?: Mark },
  { t }: CompareContext,
): string {
  if (type !== 'link') return t(`${type}-${after ? 'on' : 'off'}`)
  const href = (mark: Mark | undefined) => (mark?.type === 'link' ? mark.attrs.href : '')
  if (!before) return t('link-on', { to: href(after) })
  return after ? t('link-other', { from: href(before), to: href(after) }) : t('link-off', { from: href(before) })
}
