import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { blanksIn } from '#lib/document/blanks.ts'
import { db } from './client.ts'
import { listCrisisStatements } from './crisis/prepared.ts'
import { getDrafts } from './releases/drafts.ts'
import { getRelease, statusOf } from './releases.ts'
import { redirects } from './schema/newsroom.ts'
import { corrections, quotes, revisionPeople } from './schema/releases.ts'
import { type ExampleNewsroom, seedNewsroom } from './seed.ts'
import { signIn } from './users/sign-in.ts'

const now = new Date('2026-11-22T12:00:00Z')
let example: ExampleNewsroom

beforeAll(async () => {
  example = await seedNewsroom({ now, pictureWidth: 32 })
})

const releaseOf = async (key: string) => {
  const release = await getRelease(example.releases.get(key) ?? '')
  if (!release) throw new Error(`no ${key}`)
  return release
}

test('publishes each release at its own time', async () => {
  const lead = await releaseOf('tolv-bruksorter sv')
  expect(lead).toMatchObject({
    slug: 'tolv-bruksorter-delar-pa-48-miljoner',
    publishAt: new Date('2026-11-17T07:00:00Z'),
    revisedAt: new Date('2026-11-19T13:20:00Z'),
  })
  expect(await db.query.corrections.findMany({ where: eq(corrections.releaseId, lead.id) })).toHaveLength(1)
})

test('gives both languages one story', async () => {
  const [sv, en] = [await releaseOf('sigrid-ask sv'), await releaseOf('sigrid-ask en')]
  expect(en.storyId).toBe(sv.storyId)
  expect(en.slug).toBe('sigrid-ask-to-chair-the-water-panel')
})

test('schedules for nine in the morning, Swedish time', async () => {
  const map = await releaseOf('ny-karta sv')
  expect(statusOf(map, now)).toBe('scheduled')
  expect(map.publishAt).toEqual(new Date('2026-11-25T08:00:00Z'))
})

test('keeps drafts to itself, answers for what is withdrawn and leads from the address that moved', async () => {
  expect(statusOf(await releaseOf('nio-bryggerier sv'), now)).toBe('draft')
  const withdrawn = await releaseOf('pilotanlaggningen-i-hogfors sv')
  expect(statusOf(withdrawn, now)).toBe('withdrawn')
  expect(withdrawn.withdrawnReason).toContain('Uppgiften om köparen var fel.')
  const moved = await releaseOf('skoljvattnet-i-gruvnas sv')
  const [redirect] = await db.select().from(redirects).where(eq(redirects.slug, 'skoljvattnet-gar-runt'))
  expect(redirect?.targetId).toBe(moved.id)
})

test('has a statement that lies ready in both languages, with its blanks', async () => {
  const [statement] = await listCrisisStatements()
  expect(statement?.startedAt).toBeNull()
  const drafts = await getDrafts((statement?.versions ?? []).map(({ releaseId }) => releaseId))
  expect([...drafts.values()].map(({ draft }) => blanksIn(draft))).toEqual([
    ['anläggning', 'klockslag', 'mängd'],
    ['facility', 'time', 'amount'],
  ])
})

test('links quotes to people, and puts on cards the role held that day', async () => {
  const lead = await releaseOf('tolv-bruksorter sv')
  const said = await db
    .select()
    .from(quotes)
    .where(eq(quotes.revisionId, lead.liveRevisionId ?? ''))
    .orderBy(quotes.position)
  const ingrid = example.people.get('olvestad')
  expect(said.map((quote) => quote.personId === ingrid)).toEqual([true, false, false, true])
  const summer = await releaseOf('torra-somrar sv')
  const cards = await db
    .select()
    .from(revisionPeople)
    .where(eq(revisionPeople.revisionId, summer.liveRevisionId ?? ''))
  expect(cards.find((card) => card.personId === example.people.get('asenhed'))).toMatchObject({
    role: 'Kommunstrateg',
    organisation: 'Lövsele kommun',
  })
})

test('lets the three members in, and refuses to fill a newsroom twice', async () => {
  for (const member of Object.values(example.members)) {
    const signedIn = await signIn({ email: member.email, password: 'pressrum-demo', address: '' }, now)
    expect(signedIn?.user.role).toBe(member.role)
  }
  await expect(seedNewsroom({ now, pictureWidth: 32 })).rejects.toThrow('already has an owner')
})
