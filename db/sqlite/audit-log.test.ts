import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { databasePath } from '../engine/data-directory.ts'
import { chainEarlierEvents } from '../events/chain.ts'
import { findLogged, forgetInLog } from '../events/forget.ts'
import { checkLog, checkLogDaily, lastCheck, verifyChain } from '../events/verify.ts'
import { listEvents, recordEvent } from '../events.ts'
import { eventChain, events } from '../schema/events.ts'
import { openConnection } from './connections.ts'

const now = new Date('2026-11-20T08:00:00Z')

/** Changes the file as somebody would who has it in their hands, without our triggers. */
function tamper(...statements: string[]) {
  const file = openConnection(databasePath())
  file.pragma('foreign_keys = OFF')
  const kept = file
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('events', 'event_chain', 'log_checks')",
    )
    .all() as { name: string; sql: string }[]
  file.exec('BEGIN')
  for (const { name } of kept) file.exec(`DROP TRIGGER ${name}`)
  for (const statement of statements) file.exec(statement)
  for (const { sql } of kept) file.exec(sql)
  file.exec('COMMIT')
  file.close()
}

const record = (targetId: string, verb = 'save') =>
  write((tx) =>
    recordEvent(tx, { actor: 'operator', verb, noun: 'person', targetId, details: { reason: targetId }, now }),
  )

beforeEach(async () => {
  tamper(
    'DELETE FROM event_chain',
    'DELETE FROM events',
    'DELETE FROM log_checks',
    "DELETE FROM sqlite_sequence WHERE name = 'event_chain'",
  )
  for (const name of ['ett', 'två', 'tre', 'fyra', 'fem']) await record(name)
})

const brokenAt = async () => {
  const { broken } = await verifyChain()
  return broken && [broken.post, broken.problem]
}
const eventAt = (post: number) => `(SELECT event_id FROM event_chain WHERE position = ${post})`

test('what was recorded is a whole chain', async () => {
  expect(await verifyChain()).toMatchObject({ posts: 5, broken: null })
})

test.each([
  ['a reason', `UPDATE events SET details = '{"reason":"nej"}' WHERE id = ${eventAt(3)}`],
  ['a name', `UPDATE events SET name = 'Någon annan' WHERE id = ${eventAt(3)}`],
  ['what was changed', `UPDATE events SET changes = '[]' WHERE id = ${eventAt(3)}`],
  ['who did it', `UPDATE events SET actor_kind = NULL WHERE id = ${eventAt(3)}`],
  ['from where', `UPDATE events SET address = '192.0.2.0/24' WHERE id = ${eventAt(3)}`],
  ['what was done', `UPDATE events SET verb = 'create' WHERE id = ${eventAt(3)}`],
  ['what it was done to', `UPDATE events SET target_id = 'en annan' WHERE id = ${eventAt(3)}`],
  ['when', `UPDATE events SET at = at - 1 WHERE id = ${eventAt(3)}`],
  ['the hash of the contents', "UPDATE event_chain SET contents_hash = 'a' WHERE position = 3"],
  ['the hash', "UPDATE event_chain SET hash = 'a' WHERE position = 3"],
])('a change of %s is found at its post', async (_, statement) => {
  tamper(statement)
  expect(await brokenAt()).toEqual([3, 'changed'])
})

test.each([
  ['the event of a post', `DELETE FROM events WHERE id = ${eventAt(3)}`],
  ['a link', 'DELETE FROM event_chain WHERE position = 3'],
  ['both', `DELETE FROM events WHERE id = ${eventAt(3)}; DELETE FROM event_chain WHERE position = 3`],
])('a removal of %s is found', async (_, statement) => {
  tamper(statement)
  expect(await brokenAt()).toEqual([3, 'missing'])
})

test('a row removed from the middle with the later ones moved up is found', async () => {
  tamper(
    'DELETE FROM event_chain WHERE position = 3',
    'UPDATE event_chain SET position = position - 1 WHERE position > 3',
  )
  expect(await brokenAt()).toEqual([3, 'changed'])
})

test('two posts that have changed places are found', async () => {
  tamper(
    'UPDATE event_chain SET position = -2 WHERE position = 2',
    'UPDATE event_chain SET position = 2 WHERE position = 3',
    'UPDATE event_chain SET position = 3 WHERE position = -2',
  )
  expect(await brokenAt()).toEqual([2, 'changed'])
})

test('an event that was put in without a link is found', async () => {
  tamper(`INSERT INTO events (id, at, verb, noun, target_id) VALUES ('x', ${now.getTime()}, 'save', 'person', 'x')`)
  expect(await brokenAt()).toEqual([null, 'outside'])
  await chainEarlierEvents()
  expect(await brokenAt()).toEqual([null, 'outside'])
})

test('an event that was put in with a made-up link is found', async () => {
  tamper(
    `INSERT INTO events (id, at, verb, noun, target_id) VALUES ('x', ${now.getTime()}, 'save', 'person', 'x')`,
    "INSERT INTO event_chain VALUES (6, 'x', 'a', 'b', 'c')",
  )
  expect(await brokenAt()).toEqual([6, 'changed'])
})

const cutEnd = `DELETE FROM events WHERE id = ${eventAt(5)}; DELETE FROM event_chain WHERE position = 5`
const forgetHeight = "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'event_chain'"

test('an end that was cut off is found by how far the chain has been', async () => {
  tamper(cutEnd)
  expect(await brokenAt()).toEqual([5, 'shortened'])
})

test('an end that was cut off without a trace is found by a check before, or by a hash kept elsewhere', async () => {
  const { posts, hash } = await verifyChain()
  await checkLog(now)
  tamper(cutEnd, forgetHeight)
  expect(await brokenAt()).toEqual([5, 'shortened'])
  tamper('DELETE FROM log_checks')
  // Nothing in the file tells of it any more.
  expect(await brokenAt()).toBeNull()
  expect((await verifyChain({ posts, hash })).broken).toMatchObject({ post: 5, problem: 'shortened' })
})

test('a chain written anew to the same length does not come by the last check', async () => {
  await checkLog(now)
  tamper(cutEnd, forgetHeight)
  await record('en annan')
  expect(await brokenAt()).toEqual([5, 'changed'])
})

test('words that were blanked without a post that tells of it are found', async () => {
  const blank = 'salt = NULL, name = NULL, details = NULL, changes = NULL'
  tamper(`UPDATE events SET ${blank}, erased_at = 1 WHERE id = ${eventAt(2)}`)
  expect(await brokenAt()).toEqual([2, 'blanked'])
  tamper(`UPDATE events SET erased_at = NULL WHERE id = ${eventAt(2)}`)
  expect(await brokenAt()).toEqual([2, 'changed'])
})

test.each([
  ['DELETE FROM events'],
  ['DELETE FROM event_chain'],
  ['DELETE FROM log_checks'],
  ["UPDATE events SET verb = 'x'"],
  ["UPDATE events SET details = '{}'"],
  ["UPDATE events SET details = '{}', erased_at = 2"],
  ['UPDATE events SET details = NULL, erased_at = 2'],
  ["UPDATE events SET verb = 'x', salt = NULL, name = NULL, details = NULL, changes = NULL, erased_at = 2"],
  ["UPDATE event_chain SET hash = 'x'"],
  ['UPDATE log_checks SET problem = NULL'],
  ['INSERT OR REPLACE INTO events SELECT * FROM events'],
  ['INSERT OR REPLACE INTO event_chain SELECT * FROM event_chain'],
  ['INSERT INTO event_chain SELECT 9, event_id, contents_hash, origin_hash, hash FROM event_chain LIMIT 1'],
])('the database refuses to %s', async (statement) => {
  await checkLog(now)
  const file = openConnection(databasePath())
  expect(() => file.exec(statement)).toThrow('the audit log is only added to')
  file.close()
  expect(await verifyChain()).toMatchObject({ posts: 5, broken: null })
})

test('forgetting blanks what was said of somebody, keeps that it was done, and leaves the chain whole', async () => {
  await record('två', 'archive')
  expect(await findLogged('två')).toEqual([{ noun: 'person', id: 'två' }])
  expect(await forgetInLog({ noun: 'person', id: 'två' }, { actor: 'operator', now })).toBe(2)
  expect((await listEvents('två')).map(({ verb, details }) => [verb, details])).toEqual([
    ['forget', { posts: '2,6' }],
    ['archive', null],
    ['save', null],
  ])
  const blanked = await db.select().from(events).where(eq(events.erasedAt, now)).orderBy(asc(events.id))
  expect(blanked.map(({ salt, name, details, changes }) => [salt, name, details, changes])).toEqual([
    [null, null, null, null],
    [null, null, null, null],
  ])
  expect(await verifyChain()).toMatchObject({ posts: 7, broken: null })
  expect(await forgetInLog({ noun: 'person', id: 'nobody' }, { actor: 'operator', now })).toBe(0)
})

test('what is blanked cannot be filled with other words', async () => {
  await forgetInLog({ noun: 'person', id: 'två' }, { actor: 'operator', now })
  tamper(`UPDATE events SET details = '{"reason":"två"}' WHERE id = ${eventAt(2)}`)
  expect(await brokenAt()).toEqual([2, 'changed'])
})

test('what was recorded before there was a chain is chained when the newsroom is opened, once', async () => {
  tamper(
    'DELETE FROM event_chain',
    'DELETE FROM events',
    "DELETE FROM sqlite_sequence WHERE name = 'event_chain'",
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
     INSERT INTO events (id, at, verb, noun, target_id, details) SELECT 'old' || i, i, 'save', 'person', 'p' || i, '{"reason":"då"}' FROM n`,
  )
  await chainEarlierEvents()
  await chainEarlierEvents()
  expect(await verifyChain()).toMatchObject({ posts: 2500, broken: null })
  const [first] = await db.select().from(eventChain).orderBy(asc(eventChain.position)).limit(1)
  expect(first?.eventId).toBe('old1')
  await record('nu')
  tamper(`UPDATE events SET details = '{}' WHERE id = 'old1700'`)
  expect(await brokenAt()).toEqual([1700, 'changed'])
})

test('two programs that write at once make one chain', async () => {
  const program = `
    const { write } = await import('#db/client.ts')
    const { recordEvent } = await import('#db/events.ts')
    const about = { actor: null, verb: 'save', noun: 'person', now: new Date() }
    console.log('ready')
    for (let n = 0; n < 20; n++) await write((tx) => recordEvent(tx, { ...about, targetId: 'there' + n }))`
  const other = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(other, 'exit')
  await once(other.stdout, 'data')
  for (let n = 0; n < 20; n++) await record(`here${n}`)
  expect(await ended).toEqual([0, null])
  expect(await verifyChain()).toMatchObject({ posts: 45, broken: null })
})

test('the chain is checked once a day, after six by the newsroom’s clock', async () => {
  await checkLogDaily(now)
  // Before it is set up there is no such clock.
  expect(await lastCheck()).toBeUndefined()
  await import('../testing/newsroom.ts')
  await checkLogDaily(now)
  expect((await lastCheck())?.at).toEqual(now)
  await checkLogDaily(new Date('2026-11-21T04:59:00Z'))
  expect((await lastCheck())?.at).toEqual(now)
  tamper(`UPDATE events SET verb = 'create' WHERE id = ${eventAt(3)}`)
  const morning = new Date('2026-11-21T05:01:00Z')
  await checkLogDaily(morning)
  expect(await lastCheck()).toMatchObject({ at: morning, brokenAt: 3, problem: 'changed', posts: 2 })
})

test.each([
  ['all', sql`1`],
  ['a member', sql`actor_id = 'a'`],
  ['a kind', sql`noun = 'person'`],
  ['an action', sql`verb = 'save'`],
  ['a period', sql`at >= 1 AND at < 2`],
])('a page of %s is found by an index, in its order', (_, where) => {
  const plan = db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN SELECT * FROM events LEFT JOIN event_chain ON event_chain.event_id = events.id
      WHERE ${where} AND (at, id) < (5, 'x') ORDER BY at DESC, id DESC LIMIT 50`,
  )
  const steps = plan.map(({ detail }) => detail).join('\n')
  expect(steps).toMatch(/^(SEARCH|SCAN) events USING INDEX events_/)
  expect(steps).toMatch(/event_chain USING INDEX/)
  expect(steps).not.toContain('TEMP B-TREE')
})
