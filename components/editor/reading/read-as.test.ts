import { getSchema } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { type Block, documentText } from '#lib/document/rich-text.ts'
import { paragraph } from '#lib/document/testing.ts'
import { blocksOfWholeText } from '#lib/import/plain-text.ts'
import type { ReadingContext } from '#lib/import/whole-text/parts.ts'
import { readWholeText } from '#lib/import/whole-text/read-whole-text.ts'
import { documentExtensions } from '../document/extensions.ts'
import { toDocument } from '../document/to-document.ts'
import { acceptReading, answered, openReading, toggled, undone } from './read-as.ts'
import { Reading, ReadingStep, sheetIn } from './reading-step.ts'
import { countTaken, newPeople, openQuotes, type ReadFields, type Sheet } from './sheet.ts'

const schema = getSchema(documentExtensions)
const pasted = `Pressmeddelande
Regnvattnet räcker

• Ett försök visar att det går.

Ett stycke om försöket, som är längre än en rubrik och slutar med punkt.

– Det går, säger Ebba Lind, fastighetschef på Åsundahem.

– Vi står på tur.

Sten Alm

Driftingenjör`

const context: ReadingContext = {
  language: 'sv',
  people: [],
  mayMake: true,
  title: '',
  hasLead: false,
  newsroom: { name: 'Andra vattnet', boilerplate: '', fundersLine: '', tagline: '', funders: [] },
}

/** A text that has been pasted and read, with the fields beside it as the editor keeps them. */
function read(content: Block[] = blocksOfWholeText(pasted)) {
  const plugins = Reading.config.addProseMirrorPlugins?.call({ options: { reasonFor: () => '' } } as never) ?? []
  let state = EditorState.create({
    schema,
    doc: schema.nodeFromJSON({ type: 'doc', content }),
    plugins: [history(), ...plugins],
  })
  let fields: ReadFields = { title: '', lead: [], leadForm: 'points', place: '', cards: [], contactIds: [] }
  const made: [string[], boolean][] = []
  const dispatch = (tr: Transaction | undefined) => {
    if (!tr) throw new Error('there is no change')
    state = state.apply(tr)
    for (const step of tr.steps) {
      if (!(step instanceof ReadingStep)) continue
      fields = { ...fields, ...step.after.fields }
      if (step.made.length > 0) made.push([step.made, !step.isUndo])
    }
  }
  const origin = { body: toDocument(state.doc), fields }
  dispatch(openReading(state, { ...readWholeText(content, context), filename: null, origin }, fields, false))
  return {
    dispatch,
    made,
    state: () => state,
    fields: () => fields,
    sheet: () => sheetIn(state) as Sheet,
    lines: () => documentText(toDocument(state.doc)).split('\n'),
    types: () => state.doc.children.map(({ type }) => type.name),
    speakers: () => state.doc.children.flatMap((node) => (node.type.name === 'quote' ? [node.attrs.personId] : [])),
    undo: () => undo(state, dispatch),
    redo: () => redo(state, dispatch),
    accept: (ids: [string, string][]) =>
      acceptReading(() => state, dispatch, {
        sheet: sheetIn(state) as Sheet,
        held: fields,
        ids: new Map(ids),
        made: ids.map(([, id]) => id),
      }),
  }
}
const asPasted = documentText({ type: 'doc', content: blocksOfWholeText(pasted) }).split('\n')
const ids: [string, string][] = [
  ['Ebba Lind', 'p-ebba'],
  ['Sten Alm', 'p-sten'],
]

test('the text stands as it was read, and nothing is gone or stored with somebody who is only offered', () => {
  const text = read()
  expect(text.fields()).toMatchObject({
    title: 'Regnvattnet räcker',
    lead: ['Ett försök visar att det går.'],
    cards: [],
  })
  expect(text.lines()).toEqual([asPasted[0], ...asPasted.slice(3)])
  expect(text.speakers()).toEqual(['offered:Ebba Lind', null])
  expect(toDocument(text.state().doc).content).not.toContainEqual(
    expect.objectContaining({ attrs: expect.objectContaining({ personId: 'offered:Ebba Lind' }) }),
  )
  expect(newPeople(text.sheet()).map(({ name }) => name)).toEqual(['Sten Alm', 'Ebba Lind'])
  expect(openQuotes(text.sheet()).map(({ words }) => words)).toEqual(['– Vi står på tur.'])
})

test('a guess that is refused is a plain paragraph at once, and one that is taken again is not', () => {
  const text = read()
  const toggle = (id: string) => text.dispatch(toggled(text.state(), id, text.fields()))
  const before = [text.lines(), text.fields(), text.speakers()]
  for (const id of ['title', 'lead', 'quote-4', 'person-Ebba Lind']) toggle(id)
  expect(text.fields()).toMatchObject({ title: '', lead: [] })
  expect(text.lines().slice(0, 2)).toEqual(['Regnvattnet räcker', 'Ett försök visar att det går.'])
  expect(text.types()).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'quote',
    'paragraph',
    'paragraph',
  ])
  expect(countTaken(text.sheet())).toEqual({ taken: 3, all: 7 })
  for (const id of ['person-Ebba Lind', 'quote-4', 'lead', 'title']) toggle(id)
  expect([text.lines(), text.fields(), text.speakers()]).toEqual(before)
})

test('refusing a person takes the link of the quotes and not the quotes, and an answer links one', () => {
  const text = read()
  text.dispatch(toggled(text.state(), 'person-Ebba Lind', text.fields()))
  expect([text.types().filter((type) => type === 'quote').length, text.speakers()]).toEqual([2, [null, null]])
  const [open] = openQuotes(text.sheet())
  text.dispatch(answered(text.state(), open?.id ?? '', 'Sten Alm', text.fields()))
  expect(text.speakers()).toEqual([null, 'offered:Sten Alm'])
  expect(openQuotes(text.sheet())).toEqual([])
})

test('accepted, the lines that are read as something else are gone, and undone once it is all as it was pasted', () => {
  const text = read()
  text.accept(ids)
  expect(sheetIn(text.state())).toBeNull()
  expect(text.fields()).toMatchObject({
    title: 'Regnvattnet räcker',
    cards: [
      { personId: 'p-sten', role: 'Driftingenjör', organisation: '' },
      { personId: 'p-ebba', role: 'Fastighetschef', organisation: 'Åsundahem' },
    ],
  })
  expect(text.lines()).toEqual(asPasted.slice(3, 6))
  expect(text.speakers()).toEqual(['p-ebba', null])
  text.undo()
  expect([text.lines(), text.fields().title, text.fields().cards]).toEqual([asPasted, '', []])
  text.redo()
  expect([text.speakers(), text.fields().cards.length]).toEqual([['p-ebba', null], 2])
  expect(text.made).toEqual([
    [['p-ebba', 'p-sten'], true],
    [['p-ebba', 'p-sten'], false],
    [['p-ebba', 'p-sten'], true],
  ])
})

test('a refused guess is not carried out when the rest is accepted', () => {
  const text = read()
  text.dispatch(toggled(text.state(), 'person-Sten Alm', text.fields()))
  text.accept([['Ebba Lind', 'p-ebba']])
  expect(text.lines().slice(-2)).toEqual(['Sten Alm', 'Driftingenjör'])
  expect(text.fields().cards).toHaveLength(1)
})

test('where the headline was a heading, those below it are raised', () => {
  const heading = (level: 2 | 3 | 4, words: string): Block => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text: words }],
  })
  const text = read([heading(2, 'Rubriken'), paragraph('Ett stycke om saken.'), heading(3, 'En mellanrubrik')])
  expect(text.fields().title).toBe('Rubriken')
  expect(text.state().doc.children.map(({ attrs }) => attrs.level)).toEqual([undefined, 2])
})

test('undone, the text and its fields are as they were pasted, and undo brings back the sheet', () => {
  const text = read()
  text.dispatch(toggled(text.state(), 'lead', text.fields()))
  text.dispatch(undone(text.state(), text.sheet(), text.fields()))
  expect([text.lines(), text.fields().title, sheetIn(text.state())]).toEqual([asPasted, '', null])
  text.undo()
  expect(text.sheet().refused).toEqual(['lead'])
})

test('what is written while the sheet is open stays, and guesses follow their lines', () => {
  const text = read()
  const tr = text.state().tr
  tr.insert(0, schema.nodes.paragraph?.create(null, schema.text('Ett nytt stycke.')) ?? [])
  text.dispatch(tr)
  text.dispatch(toggled(text.state(), 'quote-4', text.fields()))
  text.accept(ids)
  expect(text.lines()).toEqual(['Ett nytt stycke.', ...asPasted.slice(3, 6)])
  expect(text.types()).toEqual(['paragraph', 'paragraph', 'paragraph', 'quote'])
})
