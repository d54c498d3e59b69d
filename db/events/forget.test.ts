import { expect, test } from 'vitest'
import { quote } from '#lib/checks/test-text.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import type { Quote } from '#lib/document/rich-text.ts'
import { doc } from '#lib/document/testing.ts'
import { makeCalendarLink } from '../calendar/links.ts'
import { db, write } from '../client.ts'
import { addDuty, deleteDuty } from '../duties.ts'
import { listEvents, recordEvent } from '../events.ts'
import { queueDelivery, retryDeliveries } from '../outbox/deliveries.ts'
import { addGuestComment, listComments } from '../releases/comments.ts'
import { setWriter } from '../releases/many.ts'
import { createPreviewLink } from '../releases/preview-links.ts'
import { submitForReview } from '../releases/review/steps.ts'
import { getDraft } from '../releases/revisions.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { events } from '../schema/events.ts'
import { deliveries, notifications as told } from '../schema/outbox.ts'
import { signOffs, suggestions } from '../schema/sign-offs.ts'
import { answerQuotes, answerText, quoteHash, textHash } from '../sign-off/answers.ts'
import { askSignOff, openSignOff } from '../sign-off/links.ts'
import { addAskedSuggestion } from '../sign-off/suggestions.ts'
import { addMember } from '../testing/members.ts'
import { addPerson } from '../testing/newsroom.ts'
import { signIn } from '../users/sign-in.ts'
import { findLogged, forgetInLog } from './forget.ts'
import { verifyChain } from './verify.ts'

const now = new Date('2026-11-20T08:00:00Z')

test('a member who is forgotten is forgotten as a writer, a recipient and where somebody failed as them', async () => {
  const [johan, elin] = [await addMember('Johan'), await addMember('Elin')]
  const about = { kind: 'feedback', recipient: johan.email } as const
  const text = await createRelease({ language: 'sv', kind: 'news' }, { actor: johan, now })
  await submitForReview(
    text,
    { note: '', reviewerId: johan.id, dueAt: '' },
    { actor: elin, now, baseVersion: 1, baseStep: 0 },
  )
  await setWriter([text], elin.id, { actor: elin, now })
  await signIn({ email: johan.email, password: 'fel', address: '192.0.2.7' }, now)
  await write(async (tx) => {
    await queueDelivery(tx, { ...about, subjectId: 'x', now })
    await tx.update(deliveries).set({ givenUpAt: now })
  })
  await retryDeliveries(about, { actor: elin, now })
  await makeCalendarLink({ actor: johan, now })
  const details = { role: 'editor', recipient: johan.email }
  const held = { heldBy: 'Johan' }
  await write(async (tx) => {
    await recordEvent(tx, { actor: elin, verb: 'create', noun: 'invitation', targetId: 'x', details, now })
    await recordEvent(tx, { actor: elin, verb: 'take-on', noun: 'question', targetId: 'x', before: held, now })
  })
  const everything = async () => JSON.stringify(await db.select().from(events))
  for (const personal of ['Johan', johan.email, '192.0.2.0/24']) expect(await everything()).toContain(personal)
  await forgetInLog({ noun: 'user', id: johan.id }, { actor: 'operator', now })
  for (const personal of ['Johan', johan.email, '192.0.2.0/24']) expect(await everything()).not.toContain(personal)
  expect(await everything()).toContain('Elin')
  expect((await verifyChain()).broken).toBeNull()
})

test('a guest is forgotten by the name they gave, in the log and on comments, and a recipient by the address', async () => {
  const writer = await addMember('Skribenten')
  const text = await createRelease({ language: 'sv', kind: 'news' }, { actor: writer, now })
  const { id } = await createPreviewLink(text, { name: 'Juristen', days: 1 }, { actor: writer, now })
  const said = { text: 'Hej', place: 'head', index: 0, about: '', key: '' }
  for (const name of ['Vera Lind', 'Olof']) {
    const from = { address: '198.51.100.4', text: emptyDraft('news'), now }
    await addGuestComment({ id, releaseId: text, name: '' }, { ...said, name }, from)
  }
  const details = { kind: 'feedback', recipient: 'v@example.org', count: 1 }
  const retried = { actor: null, verb: 'retry', noun: 'delivery', targetId: 'feedback', details, now }
  await write((tx) => recordEvent(tx, retried))
  expect(await findLogged('Vera Lind')).toEqual([{ noun: 'guest', id: 'Vera Lind' }])
  expect(await findLogged('v@example.org')).toEqual([{ noun: 'recipient', id: 'v@example.org' }])
  expect(await forgetInLog({ noun: 'guest', id: 'Vera Lind' }, { actor: 'operator', now })).toBe(1)
  expect(await forgetInLog({ noun: 'recipient', id: 'v@example.org' }, { actor: 'operator', now })).toBe(1)
  const everything = JSON.stringify(await db.select().from(events))
  expect(everything).not.toMatch(/Vera|v@example/)
  expect(everything).toContain('Olof')
  expect((await listComments(text)).map(({ author }) => author)).toEqual(['–', 'Olof'])
  expect([await findLogged('Vera Lind'), await findLogged('v@example.org')]).toEqual([[], []])
  expect((await verifyChain()).broken).toBeNull()
})

test('somebody who was asked to say yes is forgotten by that, or as the person who is quoted, with all they have answered', async () => {
  const writer = await addMember('Fragaren')
  const by = { actor: writer, now }
  const petter = await addPerson('Petter Glimsten', { pressContact: true, email: 'petter@example.org' })
  const text = await createRelease(
    { language: 'sv', kind: 'news', body: doc(quote(petter, 'Det går.')) },
    { actor: writer, now },
  )
  const draft = (await getDraft(text))?.draft
  if (!draft) throw new Error('no draft')
  const asked = { email: 'rebecka@lund.example', greeting: 'Hej Rebecka!', days: 7, way: 'link' }
  const lawyer = await askSignOff(text, { ...asked, personId: null, name: 'Rebecka Lundström' }, by)
  const quoted = await askSignOff(text, { ...asked, email: '', greeting: '', personId: petter, name: '' }, by)
  const from = { address: '203.0.113.9', now }
  const presented = { name: 'Petter Glimsten', role: '', organisation: '' }
  await answerText(lawyer.token ?? '', { hash: textHash(draft, { [petter]: presented }), answer: 'approve' }, from)
  const { text: about, ...place } = anchorAt(draft, { place: 'block', index: 0 }) ?? { text: '' }
  const suggestion = { ...place, about, before: 'Det går.', words: 'Det gick.' }
  await addAskedSuggestion(lawyer.token ?? '', suggestion, from)
  const hash = quoteHash({ ...(draft.body.content[0] as Quote), presented })
  const words = { answer: 'suggest', hash, words: 'Det gick bra.' }
  await answerQuotes(quoted.token ?? '', { quotes: [words] }, from)
  const duty = { personId: petter, date: '2026-11-21', from: '09:00', until: '17:00', number: 'own' }
  await deleteDuty(await addDuty(duty, by), by)
  const inLog = async () => JSON.stringify(await db.select().from(events))
  const rows = async () =>
    JSON.stringify([
      await db.select().from(signOffs),
      await db.select().from(suggestions),
      await db.select().from(told),
    ])
  const [known, ...more] = await findLogged('Rebecka Lundström')
  expect(known).toEqual({ noun: 'sign-off', id: lawyer.id })
  expect(more).toEqual([{ noun: 'guest', id: 'Rebecka Lundström' }])
  await forgetInLog({ noun: 'sign-off', id: lawyer.id }, { actor: 'operator', now })
  for (const said of [await inLog(), await rows()]) expect(said).not.toMatch(/Rebecka|lund\.example/)
  expect(await openSignOff(lawyer.token ?? '', now)).toBeUndefined()
  expect(await findLogged('Rebecka Lundström')).toEqual([])
  expect(await inLog()).toMatch(/Petter Glimsten[\s\S]*203\.0\.113\.0/)
  await forgetInLog({ noun: 'person', id: petter }, { actor: 'operator', now })
  expect(await inLog()).not.toMatch(/Petter Glimsten|203\.0\.113\.0/)
  expect((await verifyChain()).broken).toBeNull()
})

test('however many posts are blanked, none that tells of it is long', async () => {
  await write(async (tx) => {
    for (let n = 0; n < 450; n++) {
      const targetId = n % 3 ? 'mycket' : 'annat'
      await recordEvent(tx, { actor: null, verb: 'save', noun: 'person', targetId, now })
    }
  })
  expect(await forgetInLog({ noun: 'person', id: 'mycket' }, { actor: 'operator', now })).toBe(300)
  const told = (await listEvents('mycket')).filter(({ verb }) => verb === 'forget')
  expect(told).toHaveLength(2)
  for (const { details } of told) expect(String(details?.posts)).toMatch(/^(\d+-\d+,?)+$/)
  for (const { details } of told) expect(String(details?.posts).length).toBeLessThan(1_000)
  expect((await verifyChain()).broken).toBeNull()
})
