/** Two texts laid side by side: where they say the same, and where each has something of its own. */
import type { Draft } from '#db/revisions.ts'
import type { Block } from '#lib/rich-text.ts'
import { sameText } from '../same-text.ts'

export interface Row {
  same: boolean
  mine: Block[]
  theirs: Block[]
}

/** The blocks of two bodies in order, as runs of equal blocks and of blocks that differ. */
export function alignBlocks(mine: Block[], theirs: Block[]): Row[] {
  const left = mine.map((block) => JSON.stringify(block))
  const right = theirs.map((block) => JSON.stringify(block))
  const longest = commonLengths(left, right)
  const rows: Row[] = []
  const add = (same: boolean, from: Block[], to: Block[]) => {
    const last = rows.at(-1)
    if (last?.same === same) {
      last.mine.push(...from)
      last.theirs.push(...to)
    } else rows.push({ same, mine: from, theirs: to })
  }
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      add(true, [mine[i++] as Block], [theirs[j++] as Block])
    } else if (j >= right.length || (i < left.length && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      add(false, [mine[i++] as Block], [])
    } else {
      add(false, [], [theirs[j++] as Block])
    }
  }
  return rows
}

const at = (table: number[][], i: number, j: number): number => table[i]?.[j] ?? 0

/** For each pair of places: how many blocks, at most, the rests have in common in order. */
function commonLengths(left: string[], right: string[]): number[][] {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = table[i] as number[]
      row[j] = left[i] === right[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

export type FieldName = Exclude<keyof Draft, 'body'>

/** The fields in which two drafts differ, in the order they stand on the page. */
export function differingFields(mine: Draft, theirs: Draft): FieldName[] {
  const names: FieldName[] = [
    'title',
    'lead',
    'kind',
    'hero',
    'cards',
    'contactIds',
    'topicIds',
    'place',
    'byline',
    'summary',
    'slug',
  ]
  return names.filter((name) => !sameText(mine[name], theirs[name]))
}
