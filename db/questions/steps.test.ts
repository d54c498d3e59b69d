import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { db, write } from '../client.ts'
import { addDuty } from '../duties.ts'
import { findLogged, forgetInLog } from '../events/forget.ts'
import { listEvents } from '../events.ts'
import { questionAnswer, questionTold } from '../outbox/question-mail.ts'
import { deleteRelease } from '../releases/delete.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { duties } from '../schema/duties.ts'
import { events } from '../schema/events.ts'
import { settings } from '../schema/newsroom.ts'
import { deliveries } from '../schema/outbox.ts'
import { questionEntries, questions } from '../schema/questions.ts'
import { attempts } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by, noon } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { removeUser } from '../users.ts'
import { askQuestion } from './ask.ts'
import { eraseOldQuestions, eraseQuestionNow } from './erase.ts'
import { countOpenQuestions, getQuestion, listClosedQuestions, listDeskQuestions, listOpenQuestions } from './queue.ts'
import { exportQuestions } from './registrar.ts'
import {
  answerQuestion,
  closeQuestion,
  handOverQuestion,
  noteInQuestion,
  reopenQuestion,
  takeQuestion,
} from './steps.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')
const onDuty = await addPerson('Johan', { email: johan.email, pressContact: true })
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const step = (actor: typeof elin, minutes = 0) => ({ actor, now: later(minutes) })
const day = 1_440

let count = 0
const ask = (change: object = {}) =>
  askQuestion(
    {
      ...{ language: 'sv', text: 'Vem betalar?', date: '2026-11-17', time: '16:00', name: 'Karin Alm' },
      ...{ outlet: 'Bergslagsbladet', email: 'karin@bladet.example', ...change },
    },
    { address: `192.0.${count++}.1`, now: noon },
  )
const mails = () => db.query.deliveries.findMany({ orderBy: (row, { asc }) => asc(row.id) })
const set = (change: object) =>
  write((tx) =>
    tx.update(settings).set({
      pressEmail: 'press@example.org',
      questions: { isOpen: true, replyTo: 'desk', keptDays: 90, ...change },
    }),
  )

beforeEach(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  writeFileSync(join(env.dataDir, 'secret'), 'hemligt')
  await set({})
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write(async (tx) => {
    for (const one of [questionEntries, questions, deliveries, attempts, duties]) await tx.delete(one)
  })
})

test('the first takes a question, and the second is told who has it and since when', async () => {
  const id = await ask()
  const taken = await Promise.allSettled([elin, mattias].map((member) => takeQuestion(id, step(member, 2))))
  expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  const told = { name: 'Elin', date: '2026-11-17', time: '12:02' }
  expect(taken[1]).toMatchObject({ reason: { code: 'question-taken', details: told } })
  await expect(answerQuestion(id, { answer: 'Hej' }, step(mattias))).rejects.toEqual(refused('question-taken'))
  await expect(closeQuestion(id, { closing: 'called' }, step(mattias))).rejects.toEqual(refused('question-taken'))
  await takeQuestion(id, step(elin, 3))
  expect((await getQuestion(id))?.question).toMatchObject({ holder: 'Elin', heldSince: later(2) })
  expect((await listEvents(id)).map(({ verb }) => verb)).toEqual(['take-on', 'ask'])
})

test('a contributor answers on press duty, and what has been handed to them', async () => {
  const [id, other] = [await ask(), await ask({ text: 'Kan vi filma?' })]
  await expect(takeQuestion(id, step(johan))).rejects.toEqual(refused('question-not-on-duty'))
  await expect(answerQuestion(id, { answer: 'Hej' }, step(johan))).rejects.toEqual(refused('question-not-on-duty'))
  await expect(handOverQuestion(id, johan.id, step(johan))).rejects.toEqual(refused('question-of-others'))
  await handOverQuestion(id, johan.id, step(elin))
  await answerQuestion(id, { answer: 'Hej' }, step(johan))
  await addDuty({ personId: onDuty, date: '2026-11-18', from: '09:00', until: '17:00', number: 'own' }, by)
  await takeQuestion(other, step(johan, day))
  expect((await getQuestion(other))?.question.holder).toBe('Johan')
})

test('handing over tells who gets it and who had it, and whoever is on duty takes over what is late', async () => {
  const id = await ask()
  await takeQuestion(id, step(elin))
  await write((tx) => tx.delete(deliveries))
  await handOverQuestion(id, mattias.id, step(by.actor as typeof elin, 5))
  const said = async () =>
    Promise.all((await mails()).map(async (mail) => (await questionTold(mail, later(5)))?.subject))
  expect((await said()).sort()).toEqual([
    'Din fråga att svara på från Karin Alm, Bergslagsbladet: senast 16:00',
    'Mattias har tagit över frågan från Karin Alm, Bergslagsbladet',
  ])
  await addDuty({ personId: onDuty, date: '2026-11-18', from: '09:00', until: '17:00', number: 'own' }, by)
  await handOverQuestion(id, johan.id, step(johan, day))
  expect((await getQuestion(id))?.question.holder).toBe('Johan')
  await expect(handOverQuestion(id, 'nobody', step(elin))).rejects.toMatchObject({ code: 'unknown-user', field: 'to' })
  await expect(handOverQuestion(id, '', step(elin))).rejects.toMatchObject({ issues: [{ message: 'required' }] })
})

test('who was told of a new question hears nothing when somebody has taken it, or when it is closed', async () => {
  const id = await ask()
  const [told] = (await mails()).filter(({ kind, recipient }) => kind === 'question-told' && recipient === elin.email)
  if (!told) throw new Error('nobody was told')
  await takeQuestion(id, step(mattias, 1))
  expect(await questionTold(told, later(2))).toBeUndefined()
  await closeQuestion(id, { closing: 'called' }, step(mattias, 3))
  expect(await questionTold(told, later(4))).toBeUndefined()
})

test('an answer goes out in the thread, is replied to where the newsroom has set, and closes where that is asked for', async () => {
  const id = await ask()
  await answerQuestion(id, { answer: 'Vi återkommer.\nI dag.' }, step(elin, 5))
  await answerQuestion(id, { answer: 'Staten betalar.', closes: 'yes' }, step(elin, 20))
  const opened = await getQuestion(id)
  expect(opened?.question).toMatchObject({ holder: 'Elin', closing: 'answered', closer: 'Elin', closedAt: later(20) })
  expect(opened?.thread.map(({ text, mail }) => [text, mail?.recipient])).toEqual([
    ['Vi återkommer.\nI dag.', 'karin@bladet.example'],
    ['Staten betalar.', 'karin@bladet.example'],
  ])
  const last = opened?.thread[1]?.id ?? ''
  const mail = await questionAnswer(last)
  expect(mail).toMatchObject({ to: 'karin@bladet.example', replyTo: 'press@example.org', isWritten: true })
  expect(mail?.follows).toBe(opened?.receipt?.id)
  expect(mail?.text).toMatch(/^Staten betalar\.\n\nElin\nProvrummet\n\nDu frågade tisdag 17 november/)
  expect(mail?.text).toContain('> Vem betalar?')
  await set({ replyTo: 'member' })
  expect((await questionAnswer(last))?.replyTo).toBe(elin.email)
  await expect(answerQuestion(id, { answer: 'Mer' }, step(elin))).rejects.toEqual(refused('question-closed'))
  delete process.env.SMTP_URL
  await reopenQuestion(id, step(elin))
  await expect(answerQuestion(id, { answer: 'Mer' }, step(elin))).rejects.toEqual(refused('no-mail-server'))
})

test('closing needs an answer, a call or a reason', async () => {
  const id = await ask()
  await expect(closeQuestion(id, { closing: 'answered' }, step(elin))).rejects.toEqual(refused('question-unanswered'))
  await expect(closeQuestion(id, { closing: 'unanswered', reason: ' ' }, step(elin))).rejects.toMatchObject({
    issues: [{ path: ['reason'], message: 'required' }],
  })
  await closeQuestion(id, { closing: 'unanswered', reason: 'Dubblett' }, step(elin))
  expect((await getQuestion(id))?.question).toMatchObject({ closing: 'unanswered', closingReason: 'Dubblett' })
  await expect(closeQuestion(id, { closing: 'called' }, step(elin))).rejects.toEqual(refused('question-closed'))
  await reopenQuestion(id, step(elin))
  expect((await getQuestion(id))?.question).toMatchObject({ closedAt: null, closing: null, closingReason: '' })
  await expect(reopenQuestion(id, step(elin))).rejects.toEqual(refused('question-open'))
  await closeQuestion(id, { closing: 'called' }, step(elin))
  expect((await listEvents(id)).map(({ verb }) => verb)).toEqual(['close', 'reopen', 'close', 'ask'])
})

test('the queue stands by deadline, and each desk shows what is free, its own and what is late', async () => {
  const last = await ask({ text: 'Sist?', time: '18:00' })
  const first = await ask({ text: 'Först?', time: '13:00' })
  const free = await ask({ text: 'Ledig?', time: '15:00' })
  await takeQuestion(first, step(elin))
  await takeQuestion(last, step(mattias))
  expect((await listOpenQuestions()).map(({ id }) => id)).toEqual([first, free, last])
  const desk = async (member: typeof elin, minutes: number) =>
    (await listDeskQuestions(member.id, later(minutes))).map(({ id }) => id)
  expect(await desk(elin, 10)).toEqual([first, free])
  expect(await desk(johan, 10)).toEqual([free])
  expect(await desk(johan, 61)).toEqual([first, free])
  expect(await countOpenQuestions()).toBe(3)
})

test('what was written is erased once it has been closed for as long as was promised, and that there was a question stays', async () => {
  const [id, open] = [await ask(), await ask({ text: 'Öppen?' })]
  await noteInQuestion(id, { note: 'Ring Karin på lördag' }, step(johan))
  await answerQuestion(id, { answer: 'Hej Karin', closes: 'yes' }, step(elin, 20))
  await eraseOldQuestions(later(20 + 90 * day))
  expect((await getQuestion(id))?.thread).toHaveLength(2)
  await eraseOldQuestions(later(21 + 90 * day))
  const blank = { text: '', name: '', outlet: '', email: '', phone: '', number: 1, closing: 'answered' }
  expect((await getQuestion(id))?.question).toMatchObject(blank)
  expect((await getQuestion(id))?.thread).toEqual([])
  const everything = JSON.stringify([await mails(), await db.select().from(events)])
  expect((await mails()).map(({ subjectId }) => subjectId)).not.toContain(id)
  expect(everything).not.toContain('Karin Alm')
  expect((await getQuestion(open))?.question.name).toBe('Karin Alm')
  await expect(noteInQuestion(id, { note: 'Mer' }, step(elin))).rejects.toEqual(refused('question-erased'))
  await expect(reopenQuestion(id, step(elin))).rejects.toEqual(refused('question-erased'))
  expect(await listClosedQuestions(1)).toHaveLength(1)
})

test('an editor erases a question before its time, and somebody is forgotten with all they have asked', async () => {
  const [spam, one, other] = [
    await ask({ email: 'x@y.example', name: 'X' }),
    await ask({ text: 'Ett?' }),
    await ask({ text: 'Två?' }),
  ]
  await expect(eraseQuestionNow(spam, step(johan))).rejects.toEqual(refused('question-of-others'))
  await eraseQuestionNow(spam, step(elin))
  await expect(eraseQuestionNow(spam, step(elin))).rejects.toEqual(refused('question-erased'))
  expect(await countOpenQuestions()).toBe(2)
  const found = await findLogged('KARIN@bladet.example')
  expect(found).toEqual([{ noun: 'asker', id: 'KARIN@bladet.example' }])
  for (const who of found) await forgetInLog(who, { actor: 'operator', now: noon })
  for (const id of [one, other]) expect((await getQuestion(id))?.question).toMatchObject({ name: '', text: '' })
  expect(JSON.stringify(await db.select().from(events))).not.toContain('bladet.example')
  expect(await findLogged('karin@bladet.example')).toEqual([])
})

test('the registrar gets every question with what was written, and that is recorded', async () => {
  const id = await ask()
  await noteInQuestion(id, { note: 'Bokad' }, step(johan))
  await answerQuestion(id, { answer: 'Staten' }, step(elin))
  await expect(exportQuestions(step(johan))).rejects.toEqual(refused('question-of-others'))
  const [row] = await exportQuestions(step(elin))
  expect(row).toMatchObject({ number: 1, name: 'Karin Alm', holder: 'Elin' })
  expect(row?.entries.map(({ kind, author }) => [kind, author])).toEqual([
    ['note', 'Johan'],
    ['answer', 'Elin'],
  ])
  expect(await listEvents('all')).toMatchObject([{ verb: 'export' }])
})

test('a question outlives its text and the member who has it', async () => {
  const release = await addRelease('Nio bryggerier')
  const id = await ask({ about: 'nio-bryggerier' })
  expect((await getQuestion(id))?.question.about?.title).toBe('Nio bryggerier')
  await withdrawRelease(release, { ...by, reason: 'Fel', now: later(1) })
  await deleteRelease(release, { actor: by.actor, now: later(2) })
  const gone = await addMember('Borta')
  await takeQuestion(id, step(gone))
  await removeUser(gone.email, { actor: by.actor, now: later(3), heir: elin.email })
  expect((await getQuestion(id))?.question).toMatchObject({ about: null, heldBy: null, text: 'Vem betalar?' })
})
