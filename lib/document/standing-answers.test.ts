import { expect, test } from 'vitest'
import { quote } from '../checks/test-text.ts'
import { anchorAt } from './comment-anchor.ts'
import type { Block, Quote } from './rich-text.ts'
import { signedBlock, signedQuote, speakerIn } from './signed-words.ts'
import { standingAnswers } from './standing-answers.ts'
import { doc, paragraph } from './testing.ts'

const text = (...content: Parameters<typeof doc>) => ({ title: 'Rubrik', hero: null, cards: [], body: doc(...content) })
const said = 'Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan.'
const signed = quote('petter', said) as Quote
const answerTo = (index: number, ...content: Parameters<typeof doc>) => ({
  id: 'a',
  quote: doc(...content).content[index] as Quote,
  anchor: anchorAt(text(...content), { place: 'block', index }) ?? {
    place: 'block' as const,
    index,
    text: '',
    key: '',
  },
})
const stands = (...content: Parameters<typeof doc>) =>
  [...standingAnswers([answerTo(1, 'Först.', signed)], text(...content), { personId: 'petter', registered: null })].map(
    ([place, { isSame }]) => [place, isSame],
  )

const named = { place: 'after', verb: 'säger', named: 'Petter Hällström' } as const

test.each<[string, Block]>([
  ['a letter', quote('petter', said.replace('dag', 'dagg'))],
  ['a comma', quote('petter', said.replace(' i dag', ', i dag'))],
  ['a capital', quote('petter', said.toUpperCase())],
  ['the speaker', quote('nasrin', said)],
  ['how the speaker is named', quote('petter', said, named)],
  ['every word', quote('petter', 'Något helt annat.')],
])('changing %s is a change since', (_, block) => {
  expect(stands('Först.', block)).toEqual([[1, false]])
})

test.each<[string, Block]>([
  ['white space', quote('petter', ` ${said.replace(' ', '\u00a0 ')} `)],
  ['bold', { ...signed, content: [{ type: 'text', text: said, marks: [{ type: 'bold' }] }] }],
])('%s is none', (_, block) => {
  expect(stands('Först.', block)).toEqual([[1, true]])
})

test('which sign of a kind is used makes no other words', () => {
  const [curly, straight] = ['– Vi sa ”ja” …', '- Vi sa "ja" ...'].map((words) =>
    signedQuote(quote('p', words) as Quote),
  )
  expect(curly).toBe(straight)
})

test('the same words are found where they have been moved, and not taken for others', () => {
  expect(stands(signed, 'Först.', quote('petter', 'Ett nytt citat.'))).toEqual([[0, true]])
  expect(stands('Först.')).toEqual([])
})

test('where a link leads is signed with a block, and how wide a column is drawn is not', () => {
  const linked = (href: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Läs mer', marks: [{ type: 'link', attrs: { href } }] }],
  })
  expect(signedBlock(linked('https://a.example'))).not.toBe(signedBlock(linked('https://b.example')))
  const table = (colwidth: number[] | null): Block => ({
    type: 'table',
    attrs: { caption: '', totals: false },
    content: [
      {
        type: 'tableRow',
        content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth }, content: [paragraph('1')] }],
      },
    ],
  })
  expect(signedBlock(table([120]))).toBe(signedBlock(table(null)))
})

const card = { personId: 'petter', role: 'Glasblåsare', organisation: 'Bruket' }
const registered = { name: 'Petter Hällström', role: 'Chef', organisation: 'Kommunen' }

test.each<[string, { cards?: (typeof card)[]; known?: typeof registered | null }, boolean]>([
  ['the same card', {}, true],
  ['another sign in it', { cards: [{ ...card, role: 'Glasblåsare ' }] }, true],
  ['another role', { cards: [{ ...card, role: 'Hyttmästare' }] }, false],
  ['another organisation', { cards: [{ ...card, organisation: 'Hyttan' }] }, false],
  ['another name', { known: { ...registered, name: 'Petter Hall' } }, false],
  ['another position in the register, which the card hides', { known: { ...registered, role: 'Rektor' } }, true],
  ['no card, so that the register shows', { cards: [] }, false],
  ['nobody in the register', { known: null }, false],
])('a yes to a quote is to how its speaker is presented: %s', (_, { cards = [card], known = registered }, isSame) => {
  const text = { title: '', hero: null, cards, body: doc(signed) }
  const presented = speakerIn({ cards: [card] }, { personId: 'petter', registered })
  const answer = { ...answerTo(0, signed), quote: { ...signed, presented } }
  const [standing] = [...standingAnswers([answer], text, { personId: 'petter', registered: known }).values()]
  expect(standing?.isSame).toBe(isSame)
  // An answer from before it was kept knows the words alone.
  const [older] = [...standingAnswers([answerTo(0, signed)], text, { personId: 'petter', registered: known }).values()]
  expect(older?.isSame).toBe(true)
})
