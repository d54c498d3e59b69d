import { afterEach, beforeEach, expect, test } from 'vitest'
import { listCalendar } from '../calendar/entries.ts'
import { db, write } from '../client.ts'
import { openSecret } from '../engine/data-directory.ts'
import { listEvents } from '../events.ts'
import { getEmbargoed } from '../live/release.ts'
import { accountMail } from '../outbox/account-mail.ts'
import { listDeliveries } from '../outbox/deliveries.ts'
import { deleteRelease } from '../releases/delete.ts'
import { listByIds } from '../releases/list.ts'
import { cancelSchedule, publishRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { countStories, listStories } from '../releases/stories.ts'
import { takeBack } from '../releases/take-back.ts'
import { createRelease } from '../releases.ts'
import { embargoLinks } from '../schema/embargoes.ts'
import { deliveries } from '../schema/outbox.ts'
import { attempts } from '../schema/users.ts'
import { saveSettings } from '../settings.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, by as newsroomBy, noon, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { createEmbargoLink, openEmbargoLink, renewEmbargoLink, revokeEmbargoLink, standingTerms } from './links.ts'
import { embargoLog, listEmbargoHolders } from './list.ts'
import { isReading, noteDownload, openEmbargoedText } from './visits.ts'

openSecret()
const editor = await addMember('elin')
const contributor = await addMember('johan', 'contributor')
const by = { actor: editor, now: noon }
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const until = hours(48)
const from = { address: '192.0.2.7', now: noon }
const karin = { name: 'Karin Alm', outlet: 'Bergslagsbladet', days: null, way: 'link' }
const mailed = { ...karin, email: 'Karin@bladet.example', way: 'mail' }
let count = 0

/** Schedules a text, and returns its id. */
const scheduled = () => addRelease(`Torra somrar ${++count}`, {}, { at: until, now: noon })
async function handedOver(input: object = karin) {
  const releaseId = await scheduled()
  const { id, token = '' } = await createEmbargoLink(releaseId, input, by)
  return { releaseId, id, token }
}
const versionOf = async (id: string) => (await getDraft(id))?.version ?? 0
const publish = async (id: string, at: Date | null, more: { greeting?: string; now?: Date } = {}) =>
  publishRelease(id, { ...by, baseVersion: await versionOf(id), at, ...more })
const news = async (id: string, now: Date) =>
  accountMail('embargo-news', { subjectId: id, recipient: '' }, now).then((mail) => mail?.text)
const queued = async (id: string) =>
  (await listDeliveries('embargo-news')).filter(({ subjectId }) => subjectId === id).map((one) => one.nextAttemptAt)
const secretIn = (text: string | undefined) => /\/embargo\/([\w-]{43})/.exec(text ?? '')?.[1] ?? ''

beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write((tx) => tx.delete(attempts))
})

test('a link waits until the very moment, then leads to the text; its secret is stored nowhere', async () => {
  const { releaseId, token } = await handedOver()
  const before = new Date(until.getTime() - 1)
  expect(await openEmbargoLink(token, before)).toMatchObject({ state: 'waiting', name: 'Karin Alm', until, releaseId })
  expect(await openEmbargoLink(token, until)).toMatchObject({ state: 'out', slug: `torra-somrar-${count}` })
  expect(await openEmbargoLink(`${token}x`, noon)).toBeUndefined()
  expect(JSON.stringify(await db.select().from(embargoLinks))).not.toContain(token)
  expect((await getEmbargoed(releaseId, { ...visit, now: before }))?.title).toBe(`Torra somrar ${count}`)
  expect(await getEmbargoed(releaseId, { ...visit, now: until })).toBeUndefined()
})

test('a text is under embargo in lists and calendar while somebody outside has it, and no longer', async () => {
  const own = await scheduled()
  const { releaseId, id } = await handedOver({ ...karin, days: 1 })
  const day = { from: '2026-11-19', until: '2026-11-20', member: editor, timeZone: visit.timeZone }
  const seen = async (now: Date) => {
    const [alone, shared] = await listByIds([own, releaseId], now)
    const { stories } = await listStories({ status: 'embargo' }, { languages: ['sv'], topicsIn: 'sv', page: 1, now })
    const listed = stories.map(({ shown }) => shown.id).includes(releaseId)
    const [entry] = (await listCalendar({ ...day, now })).filter((one) => one.id === releaseId)
    return [alone?.isUnderEmbargo, shared?.isUnderEmbargo, listed, entry?.kind]
  }
  expect(await seen(noon)).toEqual([false, true, true, 'embargo'])
  expect((await countStories(noon)).embargo).toBeGreaterThan(0)
  expect(await seen(hours(25))).toEqual([false, false, false, 'scheduled'])
  expect(await seen(until)).toEqual([false, false, false, 'published'])
  await revokeEmbargoLink(releaseId, id, by)
  expect(await seen(noon)).toEqual([false, false, false, 'scheduled'])
})

test.each([
  ['2027-03-28T01:00:00Z', 'söndag 28 mars 2027 kl. 03:00'],
  ['2027-10-31T00:30:00Z', 'söndag 31 oktober 2027 kl. 02:30, svensk tid (UTC+2)'],
  ['2027-10-31T01:30:00Z', 'söndag 31 oktober 2027 kl. 02:30, svensk tid (UTC+1)'],
  ['2028-02-29T11:00:00Z', 'tisdag 29 februari 2028 kl. 12:00'],
])(
  'an embargo ends at its very moment, also on the nights the clocks change and the leap day: %s',
  async (at, said) => {
    const moment = new Date(at)
    const releaseId = await addRelease(`Natten ${++count}`, {}, { at: moment, now: noon })
    const { id, token = '' } = await createEmbargoLink(releaseId, { ...mailed, email: `${count}@bladet.example` }, by)
    const text = (await accountMail('embargo', { subjectId: id, recipient: '' }, noon))?.text ?? ''
    expect(text.replaceAll('.', ':')).toContain(said.replaceAll('.', ':'))
    const secret = token || secretIn(text)
    const state = async (now: Date) => (await openEmbargoLink(secret, now))?.state
    expect([await state(new Date(moment.getTime() - 1)), await state(moment)]).toEqual(['waiting', 'out'])
  },
)

test('what is shared is what goes out, not what is being written', async () => {
  const { releaseId } = await handedOver()
  const stored = await getDraft(releaseId)
  const draft = { ...stored?.draft, title: 'Halvskrivet' }
  await saveDraft(releaseId, draft, { ...newsroomBy, baseVersion: stored?.version ?? 0, reason: 'autosave' })
  expect((await getEmbargoed(releaseId, visit))?.title).toBe(`Torra somrar ${count}`)
})

test('a link ends when its days have passed, when it is renewed and when it is revoked, also after the moment', async () => {
  const { releaseId, id, token } = await handedOver({ ...karin, days: 1 })
  expect(await openEmbargoLink(token, new Date(hours(24).getTime() - 1))).toBeDefined()
  expect(await openEmbargoLink(token, hours(24))).toBeUndefined()
  const { token: fresh = '' } = await renewEmbargoLink(releaseId, id, { days: null, way: 'link' }, by)
  expect([await openEmbargoLink(token, noon), (await openEmbargoLink(fresh, noon))?.state]).toEqual([
    undefined,
    'waiting',
  ])
  await revokeEmbargoLink(releaseId, id, by)
  await revokeEmbargoLink(releaseId, id, by)
  expect([await openEmbargoLink(fresh, noon), await openEmbargoLink(fresh, hours(72))]).toEqual([undefined, undefined])
  const verbs = (await listEvents(id)).map(({ verb }) => verb)
  expect(verbs).toEqual(['revoke', 'renew', 'create'])
})

test('only who may publish shares, and only what has a time to come', async () => {
  const releaseId = await scheduled()
  await expect(createEmbargoLink(releaseId, karin, { ...by, actor: contributor })).rejects.toEqual(
    refused('embargo-not-yours'),
  )
  const draft = await createRelease({ language: 'sv', kind: 'news' }, by)
  await expect(createEmbargoLink(draft, karin, by)).rejects.toEqual(refused('not-scheduled'))
  const live = await addRelease('Redan ute')
  await expect(createEmbargoLink(live, karin, by)).rejects.toEqual(refused('not-scheduled'))
  await expect(createEmbargoLink(releaseId, { ...karin, email: 'karin' }, by)).rejects.toMatchObject({
    code: 'email-missing',
  })
  await expect(revokeEmbargoLink(releaseId, 'nowhere', by)).rejects.toEqual(refused('unknown-embargo-link'))
})

test('opening an address leaves no trace; accepting, opening and fetching each do, with who and what', async () => {
  const { releaseId, id, token } = await handedOver()
  await openEmbargoLink(token, noon)
  expect((await embargoLog(releaseId)).map(({ verb }) => verb)).toEqual(['create'])
  const pass = await openEmbargoedText(token, from)
  await openEmbargoedText(token, { ...from, now: minutes(1) })
  await noteDownload(token, 'torra-somrar-karin-alm.zip', { ...from, now: minutes(2) })
  expect((await embargoLog(releaseId)).map(({ verb, name, file }) => [verb, name, file])).toEqual([
    ['download', 'Karin Alm', 'torra-somrar-karin-alm.zip'],
    ['open', 'Karin Alm', ''],
    ['open', 'Karin Alm', ''],
    ['accept', 'Karin Alm', ''],
    ['create', 'Karin Alm', ''],
  ])
  expect(await listEmbargoHolders(releaseId)).toMatchObject([
    { id, opened: 2, openedAt: minutes(1), downloads: 1, acceptedAt: noon, mailFailed: null },
  ])
  expect([isReading(token, pass, hours(11)), isReading(token, pass, hours(12))]).toEqual([true, false])
  const { token: other = '' } = await createEmbargoLink(releaseId, karin, by)
  expect([isReading(other, pass, noon), isReading(token, `${pass}0`, noon), isReading(token, '', noon)]).toEqual([
    false,
    false,
    false,
  ])
})

test('nobody accepts what is out, cancelled or revoked, and twenty times in a quarter of an hour are enough', async () => {
  const { releaseId, id, token } = await handedOver()
  await expect(openEmbargoedText(token, { ...from, now: until })).rejects.toEqual(refused('link-opens-nothing'))
  for (let times = 0; times < 20; times++) await openEmbargoedText(token, from)
  await expect(openEmbargoedText(token, from)).rejects.toMatchObject({ code: 'too-many-attempts' })
  await revokeEmbargoLink(releaseId, id, by)
  await expect(noteDownload(token, 'x.zip', from)).rejects.toEqual(refused('link-opens-nothing'))
})

test('the terms are the newsroom’s own in the language of the text, and stay as they were accepted', async () => {
  const { token } = await handedOver()
  expect((await openEmbargoLink(token, noon))?.terms).toBe(await standingTerms('sv'))
  const settings = await db.query.settings.findFirst()
  const { id: _id, version = 1, ...values } = settings ?? {}
  const texts = { ...settings?.texts, sv: { embargoTerms: 'Lova.' }, en: { embargoTerms: 'Promise.' } }
  await saveSettings({ ...values, texts }, { actor: editor, baseVersion: version, now: noon })
  expect([await standingTerms('sv'), await standingTerms('en')]).toEqual(['Lova.', 'Promise.'])
  const after = await handedOver()
  expect((await openEmbargoLink(after.token, noon))?.terms).toBe('Lova.')
  const own = await handedOver({ ...karin, terms: 'Bara detta.' })
  expect((await openEmbargoLink(own.token, noon))?.terms).toBe('Bara detta.')
  expect((await openEmbargoLink(token, noon))?.terms).not.toBe('Lova.')
})

test('a name is kept without the characters that no file and no database can hold', async () => {
  const { token } = await handedOver({ ...karin, name: '\u0007Karin\u0000Alm\ud800', outlet: '\u0000' })
  expect(await openEmbargoLink(token, noon)).toMatchObject({ name: 'Karin Alm\ufffd', outlet: '' })
})

test('the mail takes a secret along and tells nothing of the text', async () => {
  const { id } = await handedOver(mailed)
  const mail = await accountMail('embargo', { subjectId: id, recipient: '' }, noon)
  expect(mail?.to).toBe('karin@bladet.example')
  expect(mail?.text).toContain('Får publiceras tidigast torsdag 19 november 2026 kl. 12.00, svensk tid.')
  expect(`${mail?.subject} ${mail?.text}`.toLowerCase()).not.toMatch(/torra|somrar/)
  expect((await openEmbargoLink(secretIn(mail?.text), noon))?.id).toBe(id)
  const again = await accountMail('embargo', { subjectId: id, recipient: '' }, noon)
  expect(await openEmbargoLink(secretIn(mail?.text), noon), 'the later mail has the link').toBeUndefined()
  expect(await openEmbargoLink(secretIn(again?.text), noon)).toBeDefined()
})

test('a moved time is told by mail a minute later and on the page, with the time it was and the words', async () => {
  const { releaseId, id } = await handedOver(mailed)
  const mail = await accountMail('embargo', { subjectId: id, recipient: '' }, noon)
  await publish(releaseId, hours(72), { greeting: 'Vi väntar in svaren.' })
  expect(await queued(id)).toEqual([minutes(1)])
  expect(await openEmbargoLink(secretIn(mail?.text), noon)).toMatchObject({
    state: 'waiting',
    until: hours(72),
    formerAt: until,
    greeting: 'Vi väntar in svaren.',
  })
  const text = await news(id, minutes(1))
  expect(text).toContain('tidigast fredag 20 november 2026 kl. 12.00, svensk tid')
  expect(text).toContain('Tidigare var det torsdag 19 november 2026 kl. 12.00, svensk tid.')
  expect(text).toContain('> Vi väntar in svaren.')
})

test('a time that is back where the holders knew it is no news, and what is the same tells nobody', async () => {
  const { releaseId, id, token } = await handedOver({ ...mailed, way: 'link' })
  await publish(releaseId, until)
  expect(await queued(id)).toEqual([])
  await publish(releaseId, hours(72))
  await publish(releaseId, hours(96))
  expect(await openEmbargoLink(token, noon)).toMatchObject({ until: hours(96), formerAt: until })
  await publish(releaseId, until)
  expect([await queued(id), (await openEmbargoLink(token, noon))?.formerAt]).toEqual([[], null])
})

test('lifting tells the holders the public address, unless it is taken back within its minute', async () => {
  const { releaseId, id, token } = await handedOver({ ...mailed, way: 'link' })
  await publish(releaseId, null)
  expect(await openEmbargoLink(token, noon)).toMatchObject({ state: 'out' })
  expect(await queued(id)).toEqual([minutes(1)])
  await takeBack(releaseId, { ...by, now: minutes(0.5) })
  expect(await queued(id)).toEqual([])
  expect(await openEmbargoLink(token, minutes(1))).toMatchObject({ state: 'waiting', until, formerAt: null })
  await publish(releaseId, null, { now: minutes(2) })
  const text = await news(id, minutes(3))
  expect(text).toContain(`/nyheter/torra-somrar-${count}`)
  expect(text).not.toContain('/embargo/')
})

test('cancelling ends the links for good: the holders are told at once, by mail and where the text was', async () => {
  const { releaseId, id, token } = await handedOver({ ...mailed, way: 'link' })
  const pass = await openEmbargoedText(token, from)
  await cancelSchedule(releaseId, { ...by, greeting: 'Använd inte materialet.' })
  expect(await queued(id)).toEqual([noon])
  expect(await openEmbargoLink(token, noon)).toMatchObject({ state: 'cancelled', greeting: 'Använd inte materialet.' })
  expect(await news(id, noon)).toContain('> Använd inte materialet.')
  await publish(releaseId, hours(72))
  expect((await openEmbargoLink(token, noon))?.state, 'a text with a new time').toBe('cancelled')
  expect((await openEmbargoLink(token, hours(73)))?.state, 'a text that is out').toBe('cancelled')
  await expect(openEmbargoedText(token, from)).rejects.toEqual(refused('link-opens-nothing'))
  expect(isReading(token, pass, noon), 'the press says nothing of the link').toBe(true)
})

test('those whose links are revoked or have run out hear nothing', async () => {
  const { releaseId, id } = await handedOver({ ...mailed, way: 'link' })
  const { id: short } = await createEmbargoLink(releaseId, { ...mailed, way: 'link', days: 1 }, by)
  await revokeEmbargoLink(releaseId, id, by)
  await publish(releaseId, hours(72), { now: hours(25) })
  expect([await queued(id), await queued(short)]).toEqual([[], []])
})

test('whoever has accepted an embargo hears of it when their link has run out, and that it has', async () => {
  const { releaseId, id, token } = await handedOver({ ...mailed, way: 'link', days: 1 })
  await openEmbargoedText(token, from)
  await publish(releaseId, hours(72), { now: hours(25) })
  expect(await queued(id)).toEqual([new Date(hours(25).getTime() + 60_000)])
  expect(await news(id, hours(25))).toMatch(/^Får publiceras tidigast fredag 20 november .*Din länk har gått ut\./s)
  await revokeEmbargoLink(releaseId, id, { ...by, now: hours(25) })
  await cancelSchedule(releaseId, { ...by, now: hours(26) })
  expect(await news(id, hours(26))).toBeUndefined()
})

test('a text that is deleted takes its links and their mail along', async () => {
  const { releaseId, id } = await handedOver(mailed)
  await cancelSchedule(releaseId, by)
  await deleteRelease(releaseId, by)
  const about = await db.select().from(deliveries)
  expect(about.filter(({ subjectId }) => subjectId === id)).toEqual([])
  expect(await listEmbargoHolders(releaseId)).toEqual([])
})
