/** Merges two texts: what there is to choose, what follows from the text both began with, and the result. */
import type { Draft } from '#db/releases/revisions.ts'
import { canonical, sameText } from '#lib/document/compare/same-text.ts'
import type { Block } from '#lib/document/rich-text.ts'
import { alignBlocks, differingFields, type FieldName } from '../../compare/align.ts'

export type Pick = 'mine' | 'theirs' | 'both'
export type Picks = ReadonlyMap<string, Pick>

interface Blocks {
  key: string
  mine: Block[]
  theirs: Block[]
  /** The numbers of the blocks in the longer text, from 1. */
  from: number
  to: number
}
export interface BlockPart extends Blocks {
  same: boolean
}
export interface FieldPart {
  key: string
  field: FieldName
}

/** Returns the fields that differ, and the body in order: runs of equal blocks, and each difference by itself. */
export function partsOf(mine: Draft, theirs: Draft): { fields: FieldPart[]; blocks: BlockPart[] } {
  const fields = differingFields(mine, theirs).map((field) => ({ key: `field-${field}`, field }))
  const rows = alignBlocks(mine.body.content, theirs.body.content)
  let place = 1
  const blocks = rows.map((row) => {
    const from = place
    place += Math.max(row.mine.length, row.theirs.length)
    return { ...row, key: `blocks-${from}`, from, to: place - 1 }
  })
  return { fields, blocks }
}

/**
 * Picks what needs no choice: where only one of the two texts has changed what both began with, that change is taken.
 */
export function firstPicks(mine: Draft, theirs: Draft, base: Draft | null): Map<string, Pick> {
  const picks = new Map<string, Pick>()
  if (!base) return picks
  const { fields, blocks } = partsOf(mine, theirs)
  const pick = (key: string, iChanged: boolean, theyChanged: boolean) => {
    if (iChanged !== theyChanged) picks.set(key, iChanged ? 'mine' : 'theirs')
  }
  for (const { key, field } of fields) {
    pick(key, !sameText(mine[field], base[field]), !sameText(theirs[field], base[field]))
  }
  const began = new Set(base.body.content.map(canonical))
  const isFromBase = (block: Block) => began.has(canonical(block))
  for (const { key, same, mine: left, theirs: right } of blocks) {
    if (same) continue
    // A side without blocks has changed the text only if the other's were there from the beginning.
    const changed = (own: Block[], other: Block[]) => (own.length ? !own.every(isFromBase) : other.every(isFromBase))
    pick(key, changed(left, right), changed(right, left))
  }
  return picks
}

const maxInList = { lead: 10, topicIds: 20, cards: 50, contactIds: 10 } as const
type ListField = keyof typeof maxInList
const isList = (field: FieldName): field is ListField => field in maxInList

/** Returns both values of a field that is a list, mine first; undefined when one must be chosen. */
export function bothOf(field: FieldName, mine: Draft, theirs: Draft): Partial<Draft> | undefined {
  if (!isList(field)) return undefined
  const idOf = (item: Draft[ListField][number]) => (typeof item === 'string' ? item : item.personId)
  const had = new Set(mine[field].map(idOf))
  const all = [...mine[field], ...theirs[field].filter((item) => !had.has(idOf(item)))]
  return all.length > maxInList[field] || all.length === mine[field].length ? undefined : { [field]: all }
}

/** Returns the text made of the picks. Where nothing has been picked it is mine. */
export function mergedDraft(mine: Draft, theirs: Draft, picks: Picks): Draft {
  const { fields, blocks } = partsOf(mine, theirs)
  let merged: Draft = mine
  for (const { key, field } of fields) {
    const pick = picks.get(key)
    if (pick === 'theirs') merged = { ...merged, [field]: theirs[field] }
    if (pick === 'both') merged = { ...merged, ...bothOf(field, mine, theirs) }
  }
  const content = blocks.flatMap((part) => {
    const pick = picks.get(part.key)
    if (part.same || pick === undefined) return part.mine
    return [...(pick === 'theirs' ? [] : part.mine), ...(pick === 'mine' ? [] : part.theirs)]
  })
  return { ...merged, body: { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] } }
}
