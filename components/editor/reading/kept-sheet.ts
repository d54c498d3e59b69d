/** Keeps an open reading in this browser, so that closing the editor loses neither the text nor what was decided. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { withKeptSheet } from './reading-step.ts'
import { blockAt, isTaken, placesIn, type Sheet, speakerOf } from './sheet.ts'

interface Kept extends Omit<Sheet, 'at'> {
  userId: string
  /** The blocks of each guess: their places in the text, and their words. */
  blocks: Record<string, { index: number; words: string }[]>
}

const keyOf = (releaseId: string) => `pressrum:reading:${releaseId}`

/** Stores the sheet with where its guesses stand. A browser that stores nothing keeps the text all the same. */
export function keepSheet(releaseId: string, userId: string, { at, ...sheet }: Sheet, doc: Node): void {
  const blocks = Object.fromEntries(
    Object.entries(at).map(([id, places]) => [id, places.flatMap((one) => found(doc, one))]),
  )
  const kept: Kept = { ...sheet, userId, blocks }
  try {
    localStorage.setItem(keyOf(releaseId), JSON.stringify(kept))
  } catch {}
}

function found(doc: Node, at: number): Kept['blocks'][string] {
  const block = blockAt(doc, at)
  return block ? [{ index: doc.resolve(at - 1).index(0), words: block.textContent }] : []
}

export function forgetSheet(releaseId: string): void {
  try {
    localStorage.removeItem(keyOf(releaseId))
  } catch {}
}

function read(releaseId: string, userId: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(releaseId)) ?? 'null') as Kept | null
    return kept?.userId === userId ? kept : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns the transaction that opens the kept sheet again; undefined where none is kept. One whose text has been
 * changed elsewhere, so that its guesses are about nothing, is forgotten.
 */
export function reopened(state: EditorState, releaseId: string, userId: string): Transaction | undefined {
  const kept = read(releaseId, userId)
  if (!kept) return undefined
  const { userId: _, blocks, ...sheet } = kept
  const at = Object.fromEntries(
    Object.entries(blocks).map(([id, those]) => [id, those.flatMap((one) => again(state.doc, one))]),
  )
  const known = Object.values(blocks).flat().length
  if (known > 0 && Object.values(at).flat().length * 2 < known) {
    forgetSheet(releaseId)
    return undefined
  }
  const opened: Sheet = { ...sheet, at }
  const { tr } = state
  for (const part of opened.parts) {
    if (part.kind !== 'quote' || !isTaken(opened, part)) continue
    // Whoever is only offered was not stored with the text.
    for (const place of at[part.id] ?? []) {
      const quote = blockAt(tr.doc, place)
      if (quote?.type.name === 'quote' && !quote.attrs.personId)
        tr.setNodeAttribute(place - 1, 'personId', speakerOf(opened, part))
    }
  }
  return withKeptSheet(tr, opened)
}

/** Returns where a block stands now: at its place, or wherever its words do. */
function again(doc: Node, { index, words }: { index: number; words: string }): number[] {
  const here = index < doc.childCount && doc.child(index).textContent === words ? index : -1
  const place = here >= 0 ? here : doc.children.findIndex(({ textContent }) => textContent === words)
  return placesIn(doc, [place])
}
