import { eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { quote } from '#lib/checks/test-text.ts'
import type { Quote } from '#lib/document/rich-text.ts'
import { quoteStates } from '#lib/document/sign-off-states.ts'
import { doc } from '#lib/document/testing.ts'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { createOrganisation } from '../organisations.ts'
import { positionSchema, writePositions } from '../people/positions.ts'
import { listRevisions } from '../releases/history.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease } from '../releases.ts'
import { people } from '../schema/people.ts'
import { releases } from '../schema/releases.ts'
import { signOffAnswers } from '../schema/sign-offs.ts'
import { attempts } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, noon } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { answerQuotes, answerText, quoteHash, textHash } from './answers.ts'
import { askSignOff } from './links.ts'
import { listSignOffs } from './list.ts'
import { listRecorded } from './recorded.ts'
import { listSuggestions } from './suggestions.ts'

const editor = await addMember('elin')
const petter = await addPerson('Petter Hällström')
const nasrin = await addPerson('Nasrin Farhadi')
const later = new Date(noon.getTime() + 3_600_000)
const from = { address: '192.0.2.7', now: noon }
const first = 'Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan.'
const second = 'Det hade vi aldrig haft råd med på egen hand.'

beforeEach(async () => {
  await write((tx) => tx.delete(attempts))
})

async function textWith(...content: Parameters<typeof doc>): Promise<string> {
  const id = await createRelease({ language: 'sv', kind: 'press' }, { actor: editor, now: noon })
  await change(id, { body: doc(...content) })
  return id
}

async function change(id: string, part: object, now = noon) {
  const stored = await getDraft(id)
  if (!stored) throw new Error('no draft')
  const by = { actor: editor, baseVersion: stored.version, reason: 'autosave' as const, now }
  await saveDraft(id, { ...stored.draft, ...part }, by)
}

async function ask(id: string, personId: string | null, name = ''): Promise<string> {
  const input = { personId, name, email: '', greeting: '', days: 7, way: 'link' }
  return (await askSignOff(id, input, { actor: editor, now: noon })).token ?? ''
}

const toldOf = (id: string) =>
  db.query.notifications.findMany({
    where: (table, { eq }) => eq(table.releaseId, id),
    orderBy: (table, { asc }) => asc(table.id),
  })
const names = { [petter]: 'Petter Hällström', [nasrin]: 'Nasrin Farhadi' }
const presentedAs = (personId: string, more = {}) => ({
  name: names[personId] ?? '',
  role: '',
  organisation: '',
  ...more,
})
const hashOfQuote = (text: string, personId = petter, more = {}) =>
  quoteHash({ ...(quote(personId, text) as Quote), presented: presentedAs(personId, more) })
const states = async (id: string) =>
  (await listSignOffs(id, noon)).flatMap(({ answers }) => answers.map(({ answer }) => answer))

test('a yes is kept with the very words and their version, which goes on being a version', async () => {
  const id = await textWith('Först.', quote(petter, first), quote(petter, second))
  const token = await ask(id, petter)
  await answerQuotes(token, { quotes: [{ hash: hashOfQuote(first), answer: 'approve' }] }, from)
  const [row] = await db
    .select()
    .from(signOffAnswers)
    .where(eq(signOffAnswers.hash, hashOfQuote(first)))
  expect(row).toMatchObject({ answer: 'approve', at: noon, anchor: { place: 'block', index: 1 } })
  await change(id, { body: doc('Först.', quote(petter, 'Något helt annat.'), quote(petter, second)) }, later)
  const [now, then] = await listRevisions(id)
  expect([now?.reason, then?.reason, then?.id]).toEqual(['autosave', 'answered', row?.revisionId])
  expect(await listRecorded([row?.revisionId ?? ''])).toMatchObject([{ name: 'Petter Hällström', answer: 'approve' }])
  const [signOff] = await listSignOffs(id, noon)
  expect((await listEvents(signOff?.id ?? '')).map(({ verb }) => verb)).toContain('sign-off')
})

test('a yes is to how the speaker is presented too: on a card, or by the register where there is none', async () => {
  const id = await textWith('Först.', quote(petter, first))
  const card = { personId: petter, role: 'Glasblåsare', organisation: 'Bruket' }
  const changed = async () => {
    const { draft } = (await getDraft(id)) ?? {}
    return draft && [...quoteStates(asked(await listSignOffs(id, noon)), draft).values()].map(({ state }) => state)
  }
  const asked = (all: Awaited<ReturnType<typeof listSignOffs>>) =>
    all.map((one) => ({ ...one, isOpen: true, answers: one.answers.map((a) => ({ ...a, at: a.at.toISOString() })) }))
  const token = await ask(id, petter)
  const plain = { quotes: [{ hash: hashOfQuote(first), answer: 'approve' }] }
  await answerQuotes(token, plain, from)
  expect(await changed()).toEqual(['approve'])
  await change(id, { cards: [card] })
  expect(await changed()).toEqual(['changed'])
  await expect(answerQuotes(token, plain, from)).rejects.toEqual(refused('words-changed'))
  const { role, organisation } = card
  const hash = hashOfQuote(first, petter, { role, organisation })
  await answerQuotes(token, { quotes: [{ hash, answer: 'approve' }] }, from)
  expect(await changed()).toEqual(['approve'])
  await change(id, { cards: [{ ...card, organisation: 'Hyttan' }] })
  expect(await changed()).toEqual(['changed'])
})

test('words that have been changed meanwhile are answered by nobody', async () => {
  const id = await textWith(quote(petter, first))
  const token = await ask(id, petter)
  await change(id, { body: doc(quote(petter, `${first} Nu.`)) })
  const answer = { quotes: [{ hash: hashOfQuote(first), answer: 'approve' }] }
  await expect(answerQuotes(token, answer, from)).rejects.toEqual(refused('words-changed'))
  const byAnother = { quotes: [{ hash: hashOfQuote(`${first} Nu.`, nasrin), answer: 'approve' }] }
  await expect(answerQuotes(token, byAnother, from)).rejects.toEqual(refused('words-changed'))
  expect(await states(id)).toEqual([])
})

test('other words are a suggestion at the quote, and another answer takes it back', async () => {
  const id = await textWith('Först.', quote(petter, first))
  const token = await ask(id, petter)
  const words = 'Vi sköljer flaskorna på nästan samma sätt som för fyrtio år sedan.'
  const hash = hashOfQuote(first)
  await answerQuotes(token, { quotes: [{ hash, answer: 'suggest', words, reason: 'Nya munstycken.' }] }, from)
  expect(await listSuggestions(id)).toMatchObject([
    {
      author: 'Petter Hällström',
      signOffId: (await listSignOffs(id, noon))[0]?.id,
      before: first,
      words,
      reason: 'Nya munstycken.',
      anchor: { index: 1 },
    },
  ])
  await answerQuotes(token, { quotes: [{ hash, answer: 'approve' }] }, { ...from, now: later })
  expect(await listSuggestions(id)).toEqual([])
  expect(await listSuggestions(id, { all: true })).toMatchObject([{ outcome: 'withdrawn' }])
  expect(await states(id)).toEqual(['approve'])
})

test.each([
  [{ answer: 'suggest', words: first }, 'same-words'],
  [{ answer: 'suggest', words: ' ' }, 'same-words'],
  [{ answer: 'refuse' }, 'refusal-reason-missing'],
  [{}, 'answer-missing'],
])('%j is refused (%s)', async (answer, code) => {
  const id = await textWith(quote(petter, first))
  const token = await ask(id, petter)
  const given = { quotes: [{ hash: hashOfQuote(first), ...answer }] }
  await expect(answerQuotes(token, given, from)).rejects.toEqual(refused(code))
})

test('what was answered before goes along with a form, and is no answer anew', async () => {
  const id = await textWith(quote(petter, first), quote(petter, second))
  const token = await ask(id, petter)
  const suggested = { hash: hashOfQuote(first), answer: 'suggest', words: 'Vi sköljer flaskorna.' }
  await answerQuotes(token, { quotes: [suggested] }, from)
  await answerQuotes(token, { quotes: [suggested, { hash: hashOfQuote(second), answer: 'approve' }] }, from)
  expect((await states(id)).sort()).toEqual(['approve', 'suggest'])
  expect(await listSuggestions(id, { all: true })).toHaveLength(1)
})

test('two quotes of the same words have an answer each', async () => {
  const id = await textWith(quote(petter, first), quote(petter, first))
  const token = await ask(id, petter)
  const hash = hashOfQuote(first)
  const both = [
    { hash, answer: 'approve' },
    { hash, answer: 'refuse', reason: 'En gång räcker.' },
  ]
  await answerQuotes(token, { quotes: both }, from)
  expect(await states(id)).toEqual(['approve', 'refuse'])
})

test('a lawyer says yes to the whole text, and what is written after that is pointed out', async () => {
  const id = await textWith('Stycke ett.', quote(petter, first))
  const token = await ask(id, null, 'Rebecka Lund')
  const draft = (await getDraft(id))?.draft
  if (!draft) throw new Error('no draft')
  await expect(answerText(token, { hash: 'x', answer: 'approve' }, from)).rejects.toEqual(refused('words-changed'))
  const presented = { [petter]: presentedAs(petter) }
  await answerText(token, { hash: textHash(draft, presented), answer: 'approve' }, from)
  expect((await listSignOffs(id, noon))[0]?.whole).toEqual({ answer: 'approve', reason: '', at: noon, changed: null })
  await change(id, { body: doc('Stycke ett.', quote(petter, first), 'Och ett till.') }, later)
  expect((await listSignOffs(id, noon))[0]?.whole?.changed).toMatchObject([{ place: 'block', index: 2 }])
  await change(id, { title: 'Ny rubrik', body: draft.body }, later)
  expect((await listSignOffs(id, noon))[0]?.whole?.changed).toMatchObject([{ place: 'head' }])
})

test('a yes to the whole text is to how people are presented in it: the quote of whom the register says otherwise is changed', async () => {
  const partner = { kind: 'partner', name: { sv: 'Åsunda glasbruk' }, logoMediaId: null }
  const organisationId = await createOrganisation(partner, { actor: editor, now: noon })
  const hold = (title: string) =>
    write((tx) => writePositions(tx, petter, [positionSchema.parse({ title: { sv: title, en: '' }, organisationId })]))
  await hold('Glasblåsare')
  const card = { personId: nasrin, role: 'Vd', organisation: 'Bruket' }
  const id = await textWith('Först.', quote(petter, first), quote(nasrin, second))
  await change(id, { cards: [card] })
  const draft = (await getDraft(id))?.draft
  if (!draft) throw new Error('no draft')
  const token = await ask(id, null, 'Rebecka Lund')
  const seen = {
    [petter]: presentedAs(petter, { role: 'Glasblåsare', organisation: 'Åsunda glasbruk' }),
    [nasrin]: presentedAs(nasrin, { role: 'Vd', organisation: 'Bruket' }),
  }
  const changed = async () =>
    (await listSignOffs(id, noon))[0]?.whole?.changed?.map(({ place, index }) => [place, index]) ?? null
  await answerText(token, { hash: textHash(draft, seen), answer: 'approve' }, from)
  expect(await changed()).toBeNull()
  await hold('Hyttmästare')
  expect(await changed()).toEqual([['block', 1]])
  const again = { hash: textHash(draft, seen), answer: 'approve' }
  await expect(answerText(token, again, from)).rejects.toEqual(refused('words-changed'))
  await hold('Glasblåsare')
  expect(await changed()).toBeNull()
  await write((tx) => tx.update(people).set({ name: 'Nasrin Berg' }).where(eq(people.id, nasrin)))
  expect(await changed()).toEqual([
    ['head', 0],
    ['block', 2],
  ])
  await write((tx) => tx.update(people).set({ name: 'Nasrin Farhadi' }).where(eq(people.id, nasrin)))
  // An answer from before this was kept knows the words alone.
  const before = { hash: textHash(draft, null), presented: null }
  await write((tx) => tx.update(signOffAnswers).set(before).where(isNull(signOffAnswers.anchor)))
  await hold('Hyttmästare')
  expect(await changed()).toBeNull()
  await write((tx) => writePositions(tx, petter, []))
})

test('many answers at once are refused, and a link opens only what it is about', async () => {
  const id = await textWith(quote(petter, first))
  const whole = await ask(id, null, 'Rebecka Lund')
  const token = await ask(id, petter)
  const answer = { quotes: [{ hash: hashOfQuote(first), answer: 'approve' }] }
  await expect(answerQuotes(whole, answer, from)).rejects.toEqual(refused('answer-missing'))
  await expect(answerText(token, { hash: 'x', answer: 'approve' }, from)).rejects.toEqual(refused('answer-missing'))
  await expect(answerQuotes('guessed', answer, from)).rejects.toEqual(refused('link-opens-nothing'))
  for (let time = 0; time < 20; time++) await answerQuotes(token, answer, from)
  await expect(answerQuotes(token, answer, from)).rejects.toEqual(refused('too-many-attempts'))
})

test('whoever asked and the writer are told once of what came together, and the worst of it', async () => {
  const writer = await addMember('Writer')
  const id = await textWith(quote(petter, first), quote(petter, second))
  await write((tx) => tx.update(releases).set({ createdBy: writer.id }).where(eq(releases.id, id)))
  const token = await ask(id, petter)
  const quotes = [
    { hash: hashOfQuote(first), answer: 'approve' },
    { hash: hashOfQuote(second), answer: 'refuse', reason: 'Så sa jag inte.' },
  ]
  await answerQuotes(token, { quotes }, from)
  const told = await toldOf(id)
  expect(told.map(({ userId }) => userId).sort()).toEqual([editor.id, writer.id].sort())
  for (const one of told)
    expect(one).toMatchObject({ kind: 'sign-off-refused', guestName: 'Petter Hällström', note: 'Så sa jag inte.' })
})

test('only what is new is told: an earlier no that goes along with a form was told then', async () => {
  const id = await textWith(quote(petter, first), quote(petter, second))
  await write((tx) => tx.update(releases).set({ createdBy: null }).where(eq(releases.id, id)))
  const token = await ask(id, petter)
  const no = { hash: hashOfQuote(first), answer: 'refuse', reason: 'Så sa jag inte.' }
  await answerQuotes(token, { quotes: [no] }, from)
  await answerQuotes(token, { quotes: [no, { hash: hashOfQuote(second), answer: 'approve' }] }, from)
  await answerQuotes(token, { quotes: [no] }, from)
  expect((await toldOf(id)).map(({ kind }) => kind)).toEqual(['sign-off-refused', 'sign-off-given'])
})

test('an answer to a whole text that is sent twice is one answer, and told once', async () => {
  const id = await textWith('Stycke ett.')
  await write((tx) => tx.update(releases).set({ createdBy: null }).where(eq(releases.id, id)))
  const token = await ask(id, null, 'Rebecka Lund')
  const draft = (await getDraft(id))?.draft
  if (!draft) throw new Error('no draft')
  const no = { hash: textHash(draft, {}), answer: 'refuse', reason: 'Inte än.' }
  await answerText(token, no, from)
  await answerText(token, no, { ...from, now: later })
  expect((await listSignOffs(id, noon))[0]?.whole?.at).toEqual(noon)
  expect(await toldOf(id)).toHaveLength(1)
  await answerText(token, { ...no, answer: 'approve', reason: '' }, { ...from, now: later })
  expect((await listSignOffs(id, noon))[0]?.whole).toMatchObject({ answer: 'approve', at: later })
  expect(await toldOf(id)).toHaveLength(2)
})
