import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { instantsOf } from '#lib/time/zone.ts'
import { db, write } from '../client.ts'
import { addDuty } from '../duties.ts'
import { listEvents } from '../events.ts'
import { questionReceipt, questionTold } from '../outbox/question-mail.ts'
import { deliveries } from '../schema/outbox.ts'
import { questionEntries, questions } from '../schema/questions.ts'
import { attempts } from '../schema/users.ts'
import { getSettings, saveSettings } from '../settings.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by, noon } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { choicesOf } from '../users/mail-choices.ts'
import { saveMailChoices } from '../users/own-account.ts'
import { askQuestion, enterQuestion } from './ask.ts'

const elin = await addMember('elin')
const johan = await addMember('johan', 'contributor')
const onDuty = await addPerson('Johan', { email: 'JOHAN@example.org', pressContact: true })

const asked = {
  language: 'sv',
  about: '',
  text: 'Vem betalar mellanskillnaden?',
  date: '2026-11-17',
  time: '16:00',
  name: 'Karin Alm',
  outlet: 'Bergslagsbladet',
  email: ' Karin.Alm@bergslagsbladet.example ',
}
let address = 0
const from = (now = noon) => ({ address: `192.0.${address++}.1`, now })
const choose = (choice: string) => saveMailChoices(johan, { ...choicesOf(johan), questions: choice }, noon)
const mails = (kind: string) => db.query.deliveries.findMany({ where: (row, { eq }) => eq(row.kind, kind as 'hub') })
const stored = () => db.query.questions.findMany()
const settle = async (change: object) => {
  const settings = await getSettings()
  const { name, accent, languages, timeZone, foundedYear, pressPhone, pressEmail } = settings as NonNullable<
    typeof settings
  >
  await saveSettings(
    { ...{ name, accent, languages, timeZone, foundedYear, pressPhone, pressEmail, texts: {} }, ...change },
    { ...by, baseVersion: settings?.version ?? 0 },
  )
}

beforeEach(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  writeFileSync(join(env.dataDir, 'secret'), 'hemligt')
  await settle({ questions: { isOpen: 'on', replyTo: 'desk', keptDays: '90' } })
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write(async (tx) => {
    for (const one of [questionEntries, questions, deliveries, attempts]) await tx.delete(one)
  })
})

test('a question is stored with its moment and its text, a receipt is queued and every editor is told', async () => {
  await addRelease('Tolv bruksorter')
  const id = await askQuestion({ ...asked, about: 'tolv-bruksorter' }, from())
  const [row] = await stored()
  expect(row).toMatchObject({
    id,
    number: 1,
    email: 'karin.alm@bergslagsbladet.example',
    phone: '',
    deadline: new Date('2026-11-17T15:00:00Z'),
    heldBy: null,
    closedAt: null,
  })
  expect(row?.releaseId).not.toBeNull()
  expect((await mails('question-receipt')).map(({ recipient }) => recipient)).toEqual([row?.email])
  expect((await mails('question-told')).map(({ recipient }) => recipient).sort()).toEqual([
    elin.email,
    'maja@example.org',
  ])
  expect(await listEvents(id)).toMatchObject([{ verb: 'ask', actor: null }])
})

test('the receipt carries nothing of what was typed, and the mail to a member all of it', async () => {
  const id = await askQuestion({ ...asked, name: 'Vinn pengar', text: 'Gå till https://bedrag.example nu?' }, from())
  const receipt = await questionReceipt(id)
  expect(receipt?.text).toContain('tisdag 17 november 2026 kl. 16.00, svensk tid')
  expect(JSON.stringify(receipt)).not.toMatch(/bedrag|pengar/)
  const [delivery] = await mails('question-told')
  const told = delivery && (await questionTold(delivery, noon))
  expect(told?.subject).toBe('Fråga från Vinn pengar, Bergslagsbladet: svar senast 16:00')
  expect(told?.text).toContain('> Gå till https://bedrag.example nu?')
  expect(told?.text).toContain(`/studio/questions?question=${id}`)
})

test('who is on duty is told, and nobody else; in the morning or never, as they have chosen', async () => {
  await addDuty({ personId: onDuty, date: '2026-11-18', from: '09:00', until: '17:00', number: 'own' }, by)
  const later = { ...asked, date: '2026-11-19' }
  const during = new Date('2026-11-18T10:00:00Z')
  await askQuestion(later, from(during))
  expect(await mails('question-told')).toMatchObject([{ recipient: johan.email, nextAttemptAt: during }])
  await write((tx) => tx.delete(deliveries))
  await choose('daily')
  await askQuestion({ ...later, text: 'En till?' }, from(during))
  expect(await mails('question-told')).toMatchObject([{ nextAttemptAt: new Date('2026-11-19T06:00:00Z') }])
  await write((tx) => tx.delete(deliveries))
  await choose('never')
  await askQuestion({ ...later, text: 'Och en?' }, from(during))
  expect(await mails('question-told')).toEqual([])
  await askQuestion({ ...later, text: 'Efter passet?' }, from(new Date('2026-11-18T16:00:00Z')))
  expect((await mails('question-told')).map(({ recipient }) => recipient)).toContain(elin.email)
})

test('what is missing, and a deadline that is no moment to come, is said beside its field', async () => {
  const wrong = (change: object) => askQuestion({ ...asked, ...change }, from()).catch((error) => error)
  expect(await wrong({ text: ' ', email: 'karin', date: '', time: '', name: '' })).toMatchObject({
    issues: expect.arrayContaining(
      ['date', 'time', 'text', 'name', 'email'].map((field) => expect.objectContaining({ path: [field] })),
    ),
  })
  expect(await wrong({ email: '' })).toMatchObject({ issues: [{ path: ['email'], message: 'required' }] })
  expect(await wrong({ email: `${'k'.repeat(250)}@x.se` })).toMatchObject({ issues: [{ path: ['email'] }] })
  expect(await wrong({ time: '11:59' })).toMatchObject({ code: 'time-passed', field: 'date' })
  expect(await wrong({ date: '2027-03-28', time: '02:30' })).toMatchObject({ code: 'time-skipped', field: 'time' })
  const twice = { date: '2027-10-31', time: '02:30' }
  expect(await wrong(twice)).toMatchObject({ code: 'time-twice', field: 'which' })
  expect(await stored()).toEqual([])
  await askQuestion({ ...asked, ...twice, which: 'second' }, from())
  await askQuestion({ ...asked, date: '2028-02-29', text: 'På skottdagen?' }, from())
  const second = instantsOf(twice, 'Europe/Stockholm')[1]
  expect((await stored()).map(({ deadline }) => deadline)).toEqual([second, new Date('2028-02-29T15:00:00Z')])
})

test('ten thousand from one address are refused, and whoever comes from elsewhere is heard', async () => {
  const same = { address: '198.51.100.9', now: noon }
  const send = (number: number) =>
    askQuestion({ ...asked, text: `Nummer ${number}?`, email: `a${number}@x.example` }, same)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => send(number).catch(({ code }) => code)))
  expect(answers.filter((code) => code === 'too-many-questions')).toHaveLength(35)
  await askQuestion({ ...asked, text: 'Från en annan?' }, from())
  expect(await stored()).toHaveLength(6)
  await send(100).catch((error) => expect(error.details.minutes).toBe(15))
  await askQuestion({ ...asked, text: 'Efter en kvart?' }, { ...same, now: new Date('2026-11-17T11:16:00Z') })
})

test('nobody is written to again and again, from however many addresses the form is sent', async () => {
  const send = (number: number) => askQuestion({ ...asked, text: `Nummer ${number}?` }, from())
  for (const number of [1, 2, 3, 4, 5]) await send(number)
  await expect(send(6)).rejects.toEqual(refused('too-many-questions'))
})

test('a question that is sent twice is one', async () => {
  const first = await askQuestion(asked, from())
  expect(await askQuestion(asked, from())).toBe(first)
  expect(await stored()).toHaveLength(1)
  expect(await askQuestion(asked, from(new Date('2026-11-17T11:20:00Z')))).not.toBe(first)
})

test('a newsroom that takes no questions says so, and one without a mail server takes them all the same', async () => {
  await settle({ questions: { replyTo: 'desk', keptDays: 90 } })
  await expect(askQuestion(asked, from())).rejects.toEqual(refused('questions-closed'))
  await settle({ questions: { isOpen: 'on', replyTo: 'desk', keptDays: 90 } })
  delete process.env.SMTP_URL
  await askQuestion(asked, from())
  expect(await stored()).toHaveLength(1)
  expect(await db.query.deliveries.findMany()).toEqual([])
})

test('what is asked by telephone is written down by who answers it, and can be reached', async () => {
  const called = { ...asked, email: '', phone: '070-331 09 44' }
  const id = await enterQuestion(called, { actor: johan, now: noon })
  expect(await stored()).toMatchObject([{ id, enteredBy: johan.id, heldBy: johan.id, phone: '070-331 09 44' }])
  const unreachable = await enterQuestion({ ...called, phone: '' }, { actor: johan, now: noon }).catch((error) => error)
  expect(unreachable).toMatchObject({ issues: [{ path: ['phone'], message: 'called-unreachable' }] })
  expect(await db.query.deliveries.findMany()).toEqual([])
})
