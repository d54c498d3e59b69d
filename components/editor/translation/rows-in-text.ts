/** Places for rows in the text, each before a block and kept there while the text is written. They are no part of it. */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export interface PlacedRow {
  id: string
  /** The block it stands before, counted from 0; null to stand after the row above it. */
  target: number | null
}

interface Placed {
  at: Map<string, number>
  shown: DecorationSet
}

/**
 * Returns a plugin. `elementOf` gives each row the element it is rendered in, always the same one; `name` tells the plugin
 * from others that place rows in the same text.
 */
export function rowsInText(
  rows: PlacedRow[],
  elementOf: (id: string) => HTMLElement,
  name = 'rowsBeside',
): Plugin<Placed> {
  const rowsKey = new PluginKey<Placed>(name)
  const show = (doc: Node, at: Map<string, number>): Placed => ({
    at,
    shown: DecorationSet.create(
      doc,
      rows.map(({ id }, order) =>
        Decoration.widget(at.get(id) ?? doc.content.size, () => elementOf(id), {
          key: id,
          side: order - rows.length,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      ),
    ),
  })
  return new Plugin<Placed>({
    key: rowsKey,
    state: {
      init: (_, { doc }) => show(doc, placesOf(rows, doc)),
      apply(tr, placed) {
        if (!tr.docChanged) return placed
        const places = isWhole(tr) ? placesOf(rows, tr.doc) : movedBy(tr, placed.at)
        return show(tr.doc, places)
      },
    },
    props: { decorations: (state) => rowsKey.getState(state)?.shown },
  })
}

/** Returns the position of each row. One without a block of its own stands before the next that has one. */
function placesOf(rows: PlacedRow[], doc: Node): Map<string, number> {
  const starts: number[] = []
  doc.forEach((_, offset) => {
    starts.push(offset)
  })
  const at = new Map<string, number>()
  let next = doc.content.size
  for (const { id, target } of rows.toReversed()) {
    if (target !== null) next = starts[target] ?? doc.content.size
    at.set(id, next)
  }
  return at
}

function movedBy(tr: Transaction, before: Map<string, number>): Map<string, number> {
  return new Map(
    [...before].map(([id, from]) => {
      const at = tr.doc.resolve(tr.mapping.map(from, -1))
      return [id, at.depth > 0 ? at.before(1) : at.pos]
    }),
  )
}

/** Whether another text has replaced the whole of this one. */
const isWhole = (tr: Transaction): boolean => {
  const size = tr.before.content.size
  return tr.mapping.maps.some((map) => {
    let whole = false
    map.forEach((from, to) => {
      whole ||= from === 0 && to >= size
    })
    return whole
  })
}
