/** Changes the text by its reading: opens it, takes or refuses one guess, and closes it by accepting or by undoing. */
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type Document, plainWords } from '#lib/document/rich-text.ts'
import { lettersWithin } from '#lib/graphemes.ts'
import type { LeadPart, Part, QuotePart } from '#lib/import/whole-text/parts.ts'
import { toDocument } from '../document/to-document.ts'
import { ReadingStep, sheetIn } from './reading-step.ts'
import {
  blockAt,
  isOffered,
  isTaken,
  moved,
  offeredKey,
  personOf,
  placesIn,
  type ReadFields,
  type Sheet,
  speakerOf,
  takenAway,
} from './sheet.ts'

const mark = /^[-–—*+•]\s+/u

/** A change of the text in the making. The sheet follows each step of it. */
class Change {
  readonly tr: Transaction
  sheet: Sheet
  fields: Partial<ReadFields> = {}
  private readonly held: ReadFields

  constructor(tr: Transaction, sheet: Sheet, held: ReadFields) {
    this.tr = tr
    this.sheet = sheet
    this.held = held
  }

  /** The fields as they are after the changes so far. */
  get now(): ReadFields {
    return { ...this.held, ...this.fields }
  }

  private run(step: () => void) {
    const from = this.tr.mapping.maps.length
    step()
    this.sheet = moved(this.sheet, this.tr.mapping.slice(from), this.tr.doc)
  }

  private nodesOf(part: Part): Node[] {
    return (this.sheet.at[part.id] ?? []).flatMap((at) => blockAt(this.tr.doc, at) ?? [])
  }

  private remove(part: Part) {
    for (const at of (this.sheet.at[part.id] ?? []).toReversed()) this.run(() => removeBlock(this.tr, at))
  }

  private insert(part: Part, index: number, nodes: Node[]) {
    const [at = 1] = placesIn(this.tr.doc, [index])
    this.run(() => this.tr.insert(at - 1, nodes))
    this.sheet.at[part.id] = placesIn(
      this.tr.doc,
      nodes.map((_, offset) => index + offset),
    )
  }

  private setType(part: Part, type: string, attrs?: object) {
    for (const at of this.sheet.at[part.id] ?? []) {
      const node = blockAt(this.tr.doc, at)
      if (!node?.isTextblock) continue
      this.run(() => this.tr.setNodeMarkup(at - 1, this.tr.doc.type.schema.nodes[type], attrs ?? null))
    }
  }

  take(part: Part) {
    if (part.kind === 'title') {
      const blocks = this.nodesOf(part)
      const title = blocks.map(wordsOf)
      if (title.length > 0) this.fields.title = title.join(' ').replace(/\s+/g, ' ').trim()
      this.remove(part)
      if (blocks.some(({ type }) => type.name === 'heading')) this.raiseHeadings()
    } else if (part.kind === 'lead') {
      const lead = this.nodesOf(part).flatMap(pointsIn)
      if (lead.length > 0) Object.assign(this.fields, { lead, leadForm: part.form })
      this.remove(part)
    } else if (part.kind === 'heading') this.setType(part, 'heading', { level: 2 })
    else if (part.kind === 'quote') this.link(part)
    else if (part.kind === 'person') this.linkAll(part.person)
    else if (part.kind === 'left-out' && part.place) this.fields.place = part.place
  }

  /** Raises the headings of a text whose highest was its headline, so that no level is skipped. */
  private raiseHeadings() {
    const { doc } = this.tr
    const levels = doc.children.flatMap(({ type, attrs }) => (type.name === 'heading' ? [attrs.level as number] : []))
    const by = levels.length > 0 ? Math.min(...levels) - 2 : 0
    if (by <= 0) return
    doc.forEach((node, offset) => {
      if (node.type.name === 'heading') this.tr.setNodeAttribute(offset, 'level', node.attrs.level - by)
    })
  }

  refuse(part: Part) {
    const { nodes } = this.tr.doc.type.schema
    const paragraph = (words: string) =>
      nodes.paragraph?.create(null, words ? this.tr.doc.type.schema.text(words) : null) as Node
    if (part.kind === 'title') {
      this.insert(part, 0, [paragraph(this.now.title)])
      this.fields.title = ''
    } else if (part.kind === 'lead') {
      const words = this.now.lead.filter((point) => point.trim())
      const isList = words.length > 1 && part.form === 'points'
      const points = words.map(paragraph)
      const items = points.map((point) => nodes.listItem?.create(null, point) as Node)
      this.insert(part, this.titleBlocks(), isList ? [nodes.bulletList?.create(null, items) as Node] : points)
      this.fields.lead = []
    } else if (part.kind === 'heading' || part.kind === 'quote') this.setType(part, 'paragraph')
    else if (part.kind === 'person') this.linkAll(part.person)
    else if (part.kind === 'left-out' && part.place) this.fields.place = this.sheet.origin.fields.place
  }

  /** How many blocks the headline has at the beginning of the text. */
  private titleBlocks(): number {
    return this.sheet.at.title?.length ?? 0
  }

  link(part: QuotePart) {
    this.setType(part, 'quote', { personId: speakerOf(this.sheet, part), attribution: null })
  }

  /** Links the quotes by somebody, or by nobody where the card is refused. */
  private linkAll(person: string) {
    for (const part of this.sheet.parts) {
      if (part.kind !== 'quote' || !isTaken(this.sheet, part)) continue
      if ((this.sheet.answers[part.id] ?? part.speaker) === person) this.link(part)
    }
  }
}

function removeBlock(tr: Transaction, at: number) {
  const block = blockAt(tr.doc, at)
  if (!block) return
  // A text has at least one block.
  const { paragraph } = tr.doc.type.schema.nodes
  if (tr.doc.childCount === 1 && paragraph) tr.replaceWith(at - 1, at - 1 + block.nodeSize, paragraph.create())
  else tr.delete(at - 1, at - 1 + block.nodeSize)
}

/** Returns the words of a block as a field without marks has them. */
const wordsOf = (block: Node): string => {
  let words = ''
  block.descendants((node) => {
    if (node.isText) words += plainWords(node.text ?? '', node.toJSON().marks)
  })
  return words
}

const pointsIn = (block: Node): LeadPart['points'] =>
  block.type.name === 'bulletList'
    ? block.children.map((item) => wordsOf(item).trim())
    : [wordsOf(block).replace(mark, '').trim()]

const picked = (fields: ReadFields, change: Partial<ReadFields>): Partial<ReadFields> =>
  Object.fromEntries(Object.keys(change).map((name) => [name, fields[name as keyof ReadFields]]))

/**
 * Returns the transaction that shows the text as it was read. A headline that the draft has already is put before the
 * text first where `startsWithTitle` says that it was read with it.
 */
export function openReading(
  state: EditorState,
  read: Omit<Sheet, 'at' | 'refused' | 'answers'>,
  held: ReadFields,
  startsWithTitle: boolean,
): Transaction {
  const { tr } = state
  const { paragraph } = state.schema.nodes
  if (startsWithTitle && paragraph) tr.insert(0, paragraph.create(null, state.schema.text(held.title)))
  const refused = read.parts.flatMap((part) => (part.kind === 'person' && part.near ? [part.id] : []))
  const at = Object.fromEntries(read.parts.map((part) => [part.id, placesIn(tr.doc, part.blocks)]))
  const change = new Change(tr, { ...read, refused, answers: {}, at }, held)
  if (startsWithTitle) change.fields.title = ''
  for (const part of read.parts) if (isTaken(change.sheet, part)) change.take(part)
  const before = { sheet: null, fields: picked(held, change.fields) }
  return closeHistory(tr.step(new ReadingStep(before, { sheet: change.sheet, fields: change.fields })))
}

function changed(state: EditorState, held: ReadFields, act: (change: Change) => void): Transaction | undefined {
  const sheet = sheetIn(state)
  if (!sheet) return undefined
  const { tr } = state
  const change = new Change(tr, { ...sheet, at: { ...sheet.at } }, held)
  act(change)
  const before = { sheet, fields: picked(held, change.fields) }
  return closeHistory(tr.step(new ReadingStep(before, { sheet: change.sheet, fields: change.fields })))
}

/** Returns the transaction that refuses a guess, or takes one that was refused. */
export const toggled = (state: EditorState, id: string, held: ReadFields): Transaction | undefined =>
  changed(state, held, (change) => {
    const part = change.sheet.parts.find((one) => one.id === id)
    if (!part) return
    const { refused } = change.sheet
    const wasTaken = isTaken(change.sheet, part)
    change.sheet = { ...change.sheet, refused: wasTaken ? [...refused, id] : refused.filter((one) => one !== id) }
    if (wasTaken) change.refuse(part)
    else change.take(part)
  })

/** Returns the transaction that says who a quote is by: the key of somebody in the reading, or an id of the newsroom. */
export const answered = (state: EditorState, id: string, who: string, held: ReadFields): Transaction | undefined =>
  changed(state, held, (change) => {
    const part = change.sheet.parts.find((one) => one.id === id)
    if (part?.kind !== 'quote') return
    change.sheet = { ...change.sheet, answers: { ...change.sheet.answers, [id]: who } }
    change.link(part)
  })

/** Returns the transaction that puts the text back as it was before it was read. */
export function undone(state: EditorState, sheet: Sheet, held: ReadFields, made: string[] = []): Transaction {
  const tr = withBody(state, sheet.origin.body)
  const before = { sheet: sheetIn(state), fields: held }
  // Whoever was added goes with it, and comes back with undo.
  const after = { sheet: null, fields: sheet.origin.fields }
  return closeHistory(tr.step(new ReadingStep(before, after, made, made.length > 0)))
}

function withBody(state: EditorState, body: Document | Node): Transaction {
  const doc = 'childCount' in body ? body : state.schema.nodeFromJSON(body)
  return state.tr.replaceWith(0, state.doc.content.size, doc.content)
}

/**
 * Returns the text as it is accepted: without what is taken away, and with the ids that new people have got. `ids` gives
 * them by key.
 */
function acceptedText(state: EditorState, sheet: Sheet, ids: Map<string, string>): Document {
  const { tr } = state
  tr.doc.descendants((node, pos) => {
    const { personId } = node.attrs
    if (node.type.name === 'quote' && isOffered(personId))
      tr.setNodeAttribute(pos, 'personId', ids.get(offeredKey(personId)) ?? null)
    return false
  })
  const places = takenAway(sheet).map(({ at }) => at)
  for (const at of places.toSorted((a, b) => b - a)) removeBlock(tr, at)
  return toDocument(tr.doc)
}

/** Returns the fields as they are accepted, with the cards and contacts that the reading gives. */
function acceptedFields(sheet: Sheet, held: ReadFields, ids: Map<string, string>): ReadFields {
  const cards = [...held.cards]
  const contactIds = [...held.contactIds]
  for (const part of sheet.parts) {
    if ((part.kind !== 'person' && part.kind !== 'contact') || !isTaken(sheet, part)) continue
    const person = personOf(sheet, part.person)
    const personId = person?.id ?? ids.get(part.person)
    if (!person || !personId) continue
    const { role, organisation } = person
    if (part.kind === 'contact') {
      if (!contactIds.includes(personId)) contactIds.push(personId)
    } else if (!cards.some((card) => card.personId === personId)) {
      cards.push({ personId, role: lettersWithin(role, 200), organisation: lettersWithin(organisation, 200) })
    }
  }
  return { ...held, cards: cards.slice(0, 50), contactIds: contactIds.slice(0, 10) }
}

/**
 * Accepts a reading in two steps of the history, so that undoing once gives the text as it was before it was read, with
 * its fields and without the people added: first back to that, then to what is accepted. `dispatch` carries out each.
 */
export function acceptReading(
  getState: () => EditorState,
  dispatch: (tr: Transaction) => void,
  { sheet, held, ids, made }: { sheet: Sheet; held: ReadFields; ids: Map<string, string>; made: string[] },
): void {
  const body = acceptedText(getState(), sheet, ids)
  const fields = acceptedFields(sheet, held, ids)
  dispatch(undone(getState(), sheet, held))
  const before = { sheet: null, fields: sheet.origin.fields }
  const step = new ReadingStep(before, { sheet: null, fields }, made)
  dispatch(closeHistory(withBody(getState(), body).step(step)))
}
