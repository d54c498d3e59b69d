/** Finds and replaces in the text: what is searched for, its matches, and which of them is the current one. */
import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findMatches, type Match, placesOf, type Query } from './find-matches.ts'

export interface Finding {
  open: 'find' | 'replace' | null
  /** How many times the panel has been opened: each time its field takes the focus. */
  asked: number
  query: Query
  matches: Match[]
  /** The index of the current match, or -1. */
  at: number
  marks: DecorationSet
}

const key = new PluginKey<Finding>('finding')
const nothing: Finding = {
  open: null,
  asked: 0,
  query: { text: '', matchCase: false, foldLetters: false },
  matches: [],
  at: -1,
  marks: DecorationSet.empty,
}

export const findingIn = (state: EditorState): Finding => key.getState(state) ?? nothing

const tell = (tr: Transaction, change: Partial<Finding>) => tr.setMeta(key, change)

function apply(tr: Transaction, was: Finding, state: EditorState): Finding {
  const change = tr.getMeta(key) as Partial<Finding> | undefined
  if (!change && !(was.open && tr.docChanged)) return was
  const now = { ...was, ...change }
  if (!now.open || !now.query.text) return { ...now, matches: [], at: -1, marks: DecorationSet.empty }
  if (tr.docChanged || !was.open || change?.query) now.matches = findMatches(state.doc, now.query)
  if (change?.at === undefined) {
    const current = change?.query ? undefined : was.matches[was.at]
    now.at = nextFrom(now.matches, current ? tr.mapping.map(current.from) : state.selection.from)
  }
  const marks = now.matches.map((match, index) => marked(match, index === now.at))
  return { ...now, marks: DecorationSet.create(state.doc, marks) }
}

/** Returns the first match at or after a position, else the first of all. */
function nextFrom(matches: Match[], place: number): number {
  const next = matches.findIndex(({ from }) => from >= place)
  return next < 0 ? Math.min(0, matches.length - 1) : next
}

function marked({ from, to, field }: Match, isCurrent: boolean): Decoration {
  const attributes = { class: isCurrent ? 'found found-now' : 'found' }
  return field ? Decoration.node(from, to, attributes) : Decoration.inline(from, to, attributes)
}

/** Opens the panel, with the selected words in its field if they are few. */
export function openFinding({ state, dispatch }: EditorView, open: 'find' | 'replace') {
  const was = findingIn(state)
  const { $from, $to, empty } = state.selection
  const selected = !empty && $from.sameParent($to) ? state.doc.textBetween($from.pos, $to.pos, ' ', ' ') : ''
  const text = selected && selected.length <= 100 ? selected : was.query.text
  dispatch(tell(state.tr, { open, asked: was.asked + 1, query: { ...was.query, text } }))
}

export const lookFor = ({ state, dispatch }: EditorView, change: Partial<Query>) =>
  dispatch(tell(state.tr, { query: { ...findingIn(state).query, ...change } }))

/** Goes to the next match or the one before, around the end, and puts the caret there. */
export function stepTo(view: EditorView, step: 1 | -1) {
  const { matches, at } = findingIn(view.state)
  const next = (at + step + matches.length) % matches.length
  const match = matches[next]
  if (!match) return
  view.dispatch(selected(tell(view.state.tr, { at: next }), match))
}

function selected(tr: Transaction, { from, to, field }: Match): Transaction {
  return tr.setSelection(field ? TextSelection.near(tr.doc.resolve(from + 1)) : TextSelection.create(tr.doc, from, to))
}

/** Closes the panel. The caret stands at the current match, in the text or in the field that has it. */
export function closeFinding(view: EditorView) {
  const { matches, at } = findingIn(view.state)
  const match = matches[at]
  const tr = tell(view.state.tr, { open: null })
  view.dispatch(match ? selected(tr, match) : tr)
  const field = match?.field && fieldOf(view, match)
  if (!field) return view.focus()
  field.focus()
  field.setSelectionRange(match.field?.start ?? 0, match.field?.end ?? 0)
}

/** Returns the field on the page that shows a match. */
function fieldOf(view: EditorView, { from, field }: Match) {
  const block = view.nodeDOM(from)
  const value = view.state.doc.nodeAt(from)?.attrs[field?.name ?? '']
  if (!(block instanceof HTMLElement)) return undefined
  return [...block.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].find(
    (one) => one.value === value,
  )
}

/** Replaces a match by other words, in the form of its first letter. */
function replace(tr: Transaction, { from, to, field }: Match, words: string) {
  const node = tr.doc.nodeAt(from)
  if (field) {
    const value = String(node?.attrs[field.name])
    tr.setNodeAttribute(from, field.name, value.slice(0, field.start) + words + value.slice(field.end))
  } else if (words) tr.replaceWith(from, to, tr.doc.type.schema.text(words, node?.marks ?? []))
  else tr.delete(from, to)
}

/** Replaces the current match and goes on to the next. The words put in are not searched. */
export function replaceOne(view: EditorView, words: string) {
  const { matches, at, query } = findingIn(view.state)
  const match = matches[at]
  if (!match) return
  const tr = closeHistory(view.state.tr)
  replace(tr, match, words)
  const left = findMatches(tr.doc, query)
  const next = left.length ? (at + placesOf(words, query).length) % left.length : -1
  if (left[next]) selected(tr, left[next])
  view.dispatch(tell(tr, { at: next }))
}

/** Replaces all matches, in one step to undo. Returns how many there were. */
export function replaceAll(view: EditorView, words: string): number {
  const { matches } = findingIn(view.state)
  if (matches.length === 0) return 0
  const tr = closeHistory(view.state.tr)
  for (const match of matches.toReversed()) replace(tr, match, words)
  view.dispatch(tr)
  return matches.length
}

export const Finder = Extension.create({
  name: 'finder',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: { init: () => nothing, apply: (tr, was, _, state) => apply(tr, was, state) },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
})
