import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, readLog } from '../client.ts'
import { getLiveNewsroom } from '../live/newsroom.ts'
import { findRelease } from '../live/release.ts'
import { listLiveReleases } from '../live/releases.ts'
import { searchNewsroom } from '../live/search.ts'
import { deleteRelease } from '../releases/delete.ts'
import { publishRelease, withdrawRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { takeBack } from '../releases/take-back.ts'
import { createTranslation, getRelease } from '../releases.ts'
import { events } from '../schema/events.ts'
import { edition } from '../schema/newsroom.ts'
import { announcements, notifications } from '../schema/outbox.ts'
import { releases } from '../schema/releases.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, by, morning, noon, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { setTwoPairs } from '../testing/reviews.ts'
import { moveToTrash } from '../trash.ts'
import { addressOfNotification } from '../users/desk-notifications.ts'
import { listPaused } from './pauses.ts'
import { getCrisisOn, getCrisisStatement, listCrisisStatements, prepareStatement } from './prepared.ts'
import { switchOff, switchOn } from './switch.ts'
import { addUpdate, correctUpdate, listUpdates } from './updates.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const at = (minutes: number) => ({ actor: by.actor, now: minute(minutes) })
/** Returns what the pages in a language say at a moment. */
const getLiveCrisis = async (language: string, now: Date) =>
  (await readLog().track(now, () => getLiveNewsroom(language))).made?.crisis
const editionNow = async () => (await db.select().from(edition))[0]?.number

/** Prepares a statement in both languages, each with blanks of its own. */
async function prepare(name: string) {
  const sv = await prepareStatement({ title: `${name} vid [anläggning]`, language: 'sv' }, by)
  await write(sv, { title: `${name} vid [anläggning]`, words: 'Klockan [klockslag] läckte [mängd] ut.' })
  const en = await createTranslation(sv, 'en', by)
  await write(en, { title: `${name} at [facility]`, words: 'At [time], [amount] leaked.' })
  const storyId = (await getRelease(sv))?.storyId ?? ''
  return { sv, en, storyId }
}

async function write(id: string, { title, words }: { title: string; words: string }) {
  const saved = await getDraft(id)
  if (!saved) throw new Error('no draft')
  const body = { type: 'doc' as const, content: [paragraph(words)] }
  await saveDraft(id, { ...saved.draft, title, body }, { ...by, baseVersion: saved.version, reason: 'save' })
}

const blanks = {
  sv: [
    { name: 'Anläggning', value: 'Vattenhallen' },
    { name: 'klockslag', value: '14.05' },
    { name: 'mängd', value: 'tre kubikmeter' },
  ],
  en: [
    { name: 'facility', value: 'the Water Hall' },
    { name: 'time', value: '14:05' },
    { name: 'amount', value: 'three cubic metres' },
  ],
}

describe('a prepared statement', () => {
  test('goes out by no other way, and readers find nothing of it', async () => {
    const before = await editionNow()
    const { sv, storyId } = await prepare('Utsläpp')
    const { draftVersion: baseVersion = 0 } = (await getRelease(sv)) ?? {}
    for (const moment of [null, minute(60)])
      await expect(publishRelease(sv, { ...at(0), baseVersion, at: moment })).rejects.toEqual(
        refused('crisis-prepared'),
      )
    expect(await editionNow()).toBe(before)
    expect(await getLiveCrisis('sv', noon)).toBeUndefined()
    expect(await getCrisisOn()).toBeUndefined()
    expect((await getCrisisStatement(storyId))?.versions.map(({ language }) => language)).toEqual(['sv', 'en'])
  })

  test('with an empty blank is not switched on, the blanks are named, and nothing has been done', async () => {
    const { sv, storyId } = await prepare('Brand')
    const before = await getDraft(sv)
    const some = { sv: blanks.sv.slice(0, 2), en: [...blanks.en.slice(1), { name: 'facility', value: 'the [hall]' }] }
    await expect(switchOn(storyId, { blanks: some }, at(0))).rejects.toMatchObject({
      code: 'crisis-blanks',
      details: { count: 2, names: '[mängd], [hall]' },
    })
    expect(await getDraft(sv)).toEqual(before)
    expect(await getCrisisOn()).toBeUndefined()
  })

  test('with a promise that has passed, or in an hour the clocks skip or show twice, is asked about', async () => {
    const { storyId } = await prepare('Avbrott')
    const promised = (date: string, time: string) => switchOn(storyId, { blanks, date, time }, at(0))
    await expect(promised('2026-11-17', '11.59')).rejects.toEqual(refused('time-passed'))
    await expect(promised('2027-03-28', '02:30')).rejects.toEqual(refused('time-skipped'))
    await expect(promised('2027-10-31', '02:30')).rejects.toEqual(refused('time-twice'))
    await expect(promised('2026-11-17', 'strax')).rejects.toMatchObject({ name: 'ZodError' })
    expect(await getCrisisOn()).toBeUndefined()
  })

  test('that is thrown away is listed no more, and deleted with its last release', async () => {
    const { sv, en, storyId } = await prepare('Stöld')
    await moveToTrash('release', [sv, en], { actor: { ...by.actor, role: 'owner' }, now: noon })
    expect(await getCrisisStatement(storyId)).toBeUndefined()
    expect((await listCrisisStatements()).map((one) => one.storyId)).not.toContain(storyId)
    await deleteRelease(sv, at(1))
    await deleteRelease(en, at(1))
    expect(await db.query.crisisStatements.findFirst({ where: (table) => eq(table.storyId, storyId) })).toBeUndefined()
  })
})

describe('crisis mode', () => {
  let crisis: Awaited<ReturnType<typeof prepare>>
  let planned = ''
  let dropped = ''
  let member = ''
  beforeAll(async () => {
    member = (await addMember('Elin')).id
    planned = await addRelease('Planerad', {}, { at: minute(120), now: morning })
    dropped = await addRelease('För sent', {}, { at: minute(30), now: morning })
    crisis = await prepare('Läckage')
    await switchOn(crisis.storyId, { blanks, pause: 'on', date: '2026-11-17', time: '13:00' }, at(0))
  })

  test('publishes the statement in all its languages, filled in, at that moment', async () => {
    const sv = await findRelease('lackage-vid-vattenhallen', visit)
    expect(sv).toMatchObject({ state: 'live', release: { title: 'Läckage vid Vattenhallen', publishAt: noon } })
    expect(JSON.stringify(sv)).toContain('Klockan 14.05 läckte tre kubikmeter ut.')
    const en = await findRelease('lackage-at-the-water-hall', { ...visit, language: 'en' })
    expect(en).toMatchObject({ state: 'live', release: { title: 'Läckage at the Water Hall' } })
    expect((await listLiveReleases(visit, { limit: 1 }))[0]?.id).toBe(crisis.sv)
    expect((await searchNewsroom('kubikmeter', { visit }))?.total).toBe(1)
  })

  test('is on every page, in the language of its reader, from that moment on', async () => {
    expect(await getLiveCrisis('sv', noon)).toMatchObject({
      slug: 'lackage-vid-vattenhallen',
      lang: undefined,
      startedAt: noon,
      promisedAt: minute(60),
    })
    expect(await getLiveCrisis('en', noon)).toMatchObject({ slug: 'lackage-at-the-water-hall', lang: undefined })
    expect(await getLiveCrisis('sv', new Date(noon.getTime() - 1))).toBeUndefined()
  })

  test('is in the log with who switched it, and every other member is told', async () => {
    const [event] = await db.select().from(events).where(eq(events.verb, 'switch-on')).orderBy(desc(events.at))
    expect(event).toMatchObject({ actorId: by.actor.id, targetId: crisis.storyId, name: 'Läckage vid Vattenhallen' })
    const told = await db.select().from(notifications).where(eq(notifications.kind, 'crisis-on'))
    expect(told.map(({ userId }) => userId)).toEqual([member])
    expect(await addressOfNotification(told[0]?.id ?? '', member)).toBe(`/studio/crisis/${crisis.storyId}`)
  })

  test('is one at a time, and what it is on for is neither withdrawn nor taken back meanwhile', async () => {
    const other = await prepare('Också')
    await expect(switchOn(other.storyId, { blanks }, at(1))).rejects.toMatchObject({
      code: 'crisis-on-other',
      details: { title: 'Läckage vid Vattenhallen' },
    })
    await expect(switchOn(crisis.storyId, { blanks }, at(1))).rejects.toEqual(refused('crisis-on-already'))
    await expect(withdrawRelease(crisis.sv, { ...at(0), reason: 'Fel' })).rejects.toEqual(refused('crisis-is-on'))
    await expect(takeBack(crisis.sv, at(0))).rejects.toEqual(refused('crisis-is-on'))
    await expect(addUpdate(other.storyId, { texts: { sv: 'Nytt' } }, at(1))).rejects.toEqual(refused('crisis-off'))
  })

  test('pauses what is scheduled, so that it does not go out by the clock', async () => {
    expect(await listPaused(crisis.storyId)).toEqual([
      { id: dropped, title: 'För sent', at: minute(30) },
      { id: planned, title: 'Planerad', at: minute(120) },
    ])
    expect(await getRelease(planned)).toMatchObject({ publishAt: null, liveRevisionId: null, plannedAt: minute(120) })
  })

  test('tells readers more, stamped by the server, the latest first and each in a language there is', async () => {
    const before = await editionNow()
    await addUpdate(crisis.storyId, { texts: { sv: 'Ingen är skadad.', en: 'Nobody is hurt.' } }, at(10))
    await addUpdate(crisis.storyId, { texts: { sv: 'Läckan är i den inre kretsen.', en: ' ' } }, at(20))
    expect(await editionNow()).toBeGreaterThan(Number(before))
    const read = async (language: string) => {
      const slug = language === 'sv' ? 'lackage-vid-vattenhallen' : 'lackage-at-the-water-hall'
      const found = await findRelease(slug, { ...visit, language, now: minute(21) })
      return found?.state === 'live' ? found.release : undefined
    }
    const release = await read('en')
    expect(release?.revisedAt).toEqual(minute(20))
    expect(release?.crisis).toMatchObject({
      promisedAt: null,
      endedAt: null,
      updates: [
        { number: 2, at: minute(20), text: { text: 'Läckan är i den inre kretsen.', lang: 'sv' }, correctedAt: null },
        { number: 1, at: minute(10), text: { text: 'Nobody is hurt.', lang: undefined } },
      ],
    })
    expect((await searchNewsroom('inre kretsen', { visit }))?.hits).toMatchObject([
      { source: { title: 'Läckage vid Vattenhallen' } },
    ])
    const told = await db.select().from(announcements).where(eq(announcements.releaseId, crisis.sv))
    expect(told.map(({ at }) => at)).toEqual(expect.arrayContaining([minute(10), minute(20)]))
    const send = (texts: object, more = {}) => addUpdate(crisis.storyId, { texts, ...more }, at(21))
    await expect(send({ sv: ' ' })).rejects.toEqual(refused('update-empty'))
    await expect(send({ sv: 'Läckan är i den inre kretsen.' })).rejects.toEqual(refused('update-twice'))
    await expect(send({ sv: 'Mer' }, { date: '2026-11-17', time: '11:00' })).rejects.toEqual(refused('time-passed'))
  })

  test('says when an update was corrected, and what was wrong; a translation is no correction', async () => {
    const [latest] = await listUpdates(crisis.storyId)
    const id = latest?.id ?? ''
    await correctUpdate(id, { texts: { en: 'The leak is in the inner circuit.' } }, at(22))
    expect((await listUpdates(crisis.storyId))[0]).toMatchObject({ correctedAt: null, by: 'Maja' })
    const texts = { sv: 'Läckan är i den yttre kretsen.', en: 'The leak is in the outer circuit.' }
    await correctUpdate(id, { texts, wrong: { sv: 'den inre kretsen' } }, at(26))
    expect((await listUpdates(crisis.storyId))[0]).toMatchObject({ at: minute(20), correctedAt: minute(26), texts })
    const foundBy = async (typed: string) => (await searchNewsroom(typed, { visit }))?.total
    expect([await foundBy('inre kretsen'), await foundBy('yttre kretsen')]).toEqual([0, 1])
    const found = await findRelease('lackage-vid-vattenhallen', { ...visit, now: minute(27) })
    expect(found).toMatchObject({
      release: { revisedAt: minute(26), crisis: { updates: [{ wrong: { text: 'den inre kretsen' } }, {}] } },
    })
    await expect(correctUpdate(id, { texts: { en: '' } }, at(27))).rejects.toEqual(refused('update-empty'))
    await expect(correctUpdate('nobody', { texts: { sv: 'x' } }, at(27))).rejects.toEqual(refused('unknown-update'))
    const [event] = await db.select().from(events).where(eq(events.verb, 'correct')).orderBy(desc(events.at))
    expect(event?.changes).toEqual(
      expect.arrayContaining([
        { field: 'updateTexts.sv', before: 'Läckan är i den inre kretsen.', after: 'Läckan är i den yttre kretsen.' },
      ]),
    )
  })

  test('ends with a last update, leaves the statement in the archive, and lets the paused go at their times', async () => {
    const end = { texts: { sv: 'Läckan är åtgärdad.' }, what: 'keep', paused: 'let-go' }
    expect(await switchOff(crisis.storyId, end, at(40))).toEqual({ scheduled: 1, staying: 1 })
    expect(await getLiveCrisis('sv', minute(41))).toBeUndefined()
    expect(await findRelease('lackage-vid-vattenhallen', { ...visit, now: minute(41) })).toMatchObject({
      release: { crisis: { endedAt: minute(40), promisedAt: null, updates: [{ number: 3 }, {}, {}] } },
    })
    expect(await getRelease(planned)).toMatchObject({ publishAt: minute(120), plannedAt: null })
    expect(await getRelease(dropped)).toMatchObject({ publishAt: null })
    expect((await listPaused(crisis.storyId)).map(({ id }) => id)).toEqual([dropped])
    await expect(switchOff(crisis.storyId, end, at(41))).rejects.toEqual(refused('crisis-off'))
    await expect(switchOn(crisis.storyId, { blanks }, at(41))).rejects.toEqual(refused('crisis-over'))
  })

  test('in one language is shown in the others as it is, and asks for no second pair of eyes', async () => {
    await setTwoPairs(true)
    const id = await prepareStatement({ title: 'Bara här', language: 'sv' }, by)
    const { storyId = '' } = (await getRelease(id)) ?? {}
    const words = ['klockslag', 'vad som hände', 'plats'].map((name) => ({ name, value: 'x' }))
    await switchOn(storyId, { blanks: { sv: words } }, at(45))
    await setTwoPairs(false)
    expect(await getLiveCrisis('en', minute(46))).toMatchObject({ slug: 'bara-har', lang: 'sv' })
    const [event] = await db
      .select()
      .from(events)
      .where(and(eq(events.targetId, id), eq(events.verb, 'publish')))
    expect(event?.details).toMatchObject({ reason: 'Krisläget slogs på.' })
    // A translation that is begun meanwhile does not keep it on.
    await createTranslation(id, 'en', at(46))
    await switchOff(storyId, { what: 'take-away', reason: 'Klart' }, at(47))
    expect(await getCrisisOn()).toBeUndefined()
  })

  test('can take the statement away when it ends, for a reason that readers see', async () => {
    const { storyId, sv } = await prepare('Övning')
    await switchOn(storyId, { blanks }, at(50))
    const end = { what: 'take-away', reason: ' ' }
    await expect(switchOff(storyId, end, at(51))).rejects.toEqual(refused('reason-missing'))
    expect(await getCrisisOn()).toMatchObject({ storyId })
    await switchOff(storyId, { ...end, reason: 'Det var en övning.' }, at(52))
    expect(await findRelease('ovning-vid-vattenhallen', { ...visit, now: minute(53) })).toEqual({
      state: 'withdrawn',
      reason: 'Det var en övning.',
      at: minute(52),
    })
    const others = and(eq(releases.storyId, storyId), eq(releases.language, 'en'))
    expect((await db.select().from(releases).where(others))[0]?.withdrawnAt).toEqual(minute(52))
    expect((await getCrisisStatement(storyId))?.versions.every(({ isWithdrawn }) => isWithdrawn)).toBe(true)
    await withdrawRelease(crisis.sv, { ...at(53), reason: 'Gammalt' })
    expect(await getRelease(sv)).toBeDefined()
  })
})
