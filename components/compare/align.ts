/** Aligns two drafts. The history and a conflict use the same alignment; only the history asks what has moved. */
import type { Draft } from '#db/releases/revisions.ts'
import { alignNodes } from '#lib/document/compare/align-nodes.ts'
import { sameText } from '#lib/document/compare/same-text.ts'
import type { Block } from '#lib/document/rich-text.ts'

export interface Row {
  same: boolean
  mine: Block[]
  theirs: Block[]
}

/**
 * Returns the blocks of two bodies in order: runs of equal blocks, and one by one those that differ or that only one
 * has.
 */
export function alignBlocks(mine: Block[], theirs: Block[]): Row[] {
  const rows: Row[] = []
  for (const { before, after, same } of alignNodes<Block>(mine, theirs, { moves: false })) {
    const row: Row = { same, mine: before ? [before] : [], theirs: after ? [after] : [] }
    const last = rows.at(-1)
    if (same && last?.same) {
      last.mine.push(...row.mine)
      last.theirs.push(...row.theirs)
    } else rows.push(row)
  }
  return rows
}

export type FieldName = Exclude<keyof Draft, 'body'>

/** Returns the fields in which two drafts differ, in the order they stand on the page. */
export function differingFields(mine: Draft, theirs: Draft): FieldName[] {
  const names: FieldName[] = [
    'title',
    'lead',
    'leadForm',
    'kind',
    'hero',
    'cards',
    'contactIds',
    'topicIds',
    'seriesId',
    'place',
    'byline',
    'summary',
    'ai',
    'meeting',
    'slug',
  ]
  return names.filter((name) => !sameText(mine[name], theirs[name]))
}
