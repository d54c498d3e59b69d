/**
 * Names the places in a text that a link can lead to. A heading has the same name wherever it stands, as long as its
 * words are the same.
 */
import { type Language, rulesOf } from '../locale.ts'
import { needsTable, slugFrom } from '../slug-form.ts'
import { type Block, type Document, inlineText } from './rich-text.ts'

/** The ids of a fact box and of a table, by their place among the blocks. */
export const factBoxId = (place: number): string => `fakta-${place}`
export const tableId = (place: number): string => `tabell-${place}`

/** Returns the words as they stand in an address; letters that are not Latin are kept, since a link may have any. */
const idOf = (words: string): string =>
  needsTable(words)
    ? words
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
    : slugFrom(words, (text) => text)

/** Returns the id of each heading by its place among the blocks. No two are alike, and none is that of another part. */
export function headingIds(blocks: Block[], language: Language): Map<number, string> {
  const parts = Object.values(rulesOf(language).anchors)
  const taken = new Set([...parts, ...parts.map((part) => `h-${part}`), ...partIds(blocks)])
  const ids = new Map<number, string>()
  for (const [place, block] of blocks.entries()) {
    if (block.type !== 'heading') continue
    const base = idOf(inlineText(block.content))
    if (!base) continue
    let id = base
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
    taken.add(id)
    ids.set(place, id)
  }
  return ids
}

const partIds = (blocks: Block[]): string[] =>
  blocks.flatMap(({ type }, place) =>
    type === 'factBox' ? [factBoxId(place)] : type === 'table' ? [tableId(place)] : [],
  )

/** Whether a link such as `#metod` leads to a heading, a table or a fact box of the text, or to a part of its page. */
export function leadsSomewhere(href: string, { content }: Document, language: Language): boolean {
  const wanted = decoded(href.slice(1))
  return (
    wanted === '' ||
    [
      ...headingIds(content, language).values(),
      ...partIds(content),
      ...Object.values(rulesOf(language).anchors),
    ].includes(wanted)
  )
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
