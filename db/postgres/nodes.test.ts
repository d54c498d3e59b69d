import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { newsroomSecret } from '#lib/http/secret.ts'
import { alone, unlessElsewhere, write } from '../client.ts'
import { watchEdition } from '../engine.ts'
import { settings } from '../schema/newsroom.ts'
import { addRelease } from '../testing/newsroom.ts'
import { joinNodes } from './agreement.ts'
import { connectionOptions, onConnection } from './connections.ts'
import { lease, listening } from './nodes.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
if (server) process.env.NEXTAUTH_SECRET = 'a secret of the tests, as long as it has to be'
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** Another node, as the others see it: it says that it has heard of an edition after a while, or never. */
async function anotherNode(saysAfter: number | undefined) {
  const client = new pg.Client(connectionOptions(listening))
  client.on('error', () => {})
  await client.connect()
  ends.push(() => client.end())
  const heard: number[] = []
  client.on('notification', ({ channel, payload }) => {
    if (channel !== 'pressrum_edition') return
    heard.push(Number(payload))
    if (saysAfter === undefined) return
    setTimeout(
      () => void client.query(`SELECT pg_notify('pressrum_heard', pg_backend_pid() || ' ${payload}')`),
      saysAfter,
    )
  })
  await client.query('LISTEN pressrum_edition')
  return { heard }
}

async function thisNode() {
  const watch = watchEdition()
  ends.push(() => watch.close())
  await watch.joined
  await expect.poll(() => watch.onArrival(), { timeout: 10_000 }).toBeDefined()
  return watch
}

const renamed = (name: string) => write((tx) => tx.update(settings).set({ name }))

async function lasting(work: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work
  return performance.now() - began
}

test.runIf(server)('a change that readers see is answered when the other nodes know of it', async () => {
  await addRelease('Något')
  await thisNode()
  const { heard } = await anotherNode(400)
  expect(await lasting(renamed('Ett'))).toBeGreaterThan(390)
  expect(heard).not.toEqual([])
  expect(await lasting(write(async () => {}))).toBeLessThan(390)
})

test.runIf(server)('a node that says nothing is waited for until it asks the row itself', async () => {
  await thisNode()
  await anotherNode(undefined)
  const lasted = await lasting(renamed('Två'))
  expect(lasted).toBeGreaterThan(lease - 100)
  expect(lasted).toBeLessThan(lease * 3)
})

test.runIf(server)('a node that has lost its listener asks the row, is not well, and listens again', async () => {
  const watch = await thisNode()
  expect(await watch.isWell()).toBe(true)
  expect(watch.ask()).toBeUndefined()
  await onConnection(async (client) => {
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
      [listening],
    )
  })
  await expect.poll(() => watch.onArrival(), { timeout: 1_000, interval: 5 }).toBeUndefined()
  expect(await watch.isWell()).toBe(false)
  await onConnection((client) => client.query('UPDATE edition SET number = number + 10'))
  const before = watch.current()
  await watch.ask()
  expect(watch.current()).toBeGreaterThanOrEqual(before)
  const { rows } = await onConnection((client) => client.query<{ number: number }>('SELECT number FROM edition'))
  expect(watch.current()).toBe(rows[0]?.number)
  await expect.poll(() => watch.isWell(), { timeout: 10_000 }).toBe(true)
})

test.runIf(server)('a node with another secret, address or store does not join those that run', async () => {
  await thisNode()
  const join = () => onConnection((client) => joinNodes(client))
  await join()
  const environment = { ...process.env }
  for (const [name, value, said] of [
    ['NEXTAUTH_SECRET', `${newsroomSecret()} and more`, 'NEXTAUTH_SECRET'],
    ['PUBLIC_URL', 'https://other.example.org', 'PUBLIC_URL'],
    ['DATA_DIR', '/tmp/elsewhere', 'MEDIA_URL'],
  ] as const) {
    process.env[name] = value
    await expect(join()).rejects.toThrow(said)
    process.env[name] = environment[name]
    if (environment[name] === undefined) delete process.env[name]
  }
  await join()
})

test.runIf(server)('of two nodes one works on the files, and one goes its rounds', async () => {
  const done: string[] = []
  let finish = () => {}
  const first = alone('files', async () => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    done.push('first')
  })
  await expect.poll(() => done.length === 0 && finish.name !== 'finish').toBe(true)
  const second = alone('files', async () => done.push('second'))
  await unlessElsewhere('clock', async () => {
    await onConnection(async (client) => {
      const { rows } = await client.query('SELECT pg_try_advisory_lock(7270121, 2) AS given')
      done.push(`clock ${rows[0]?.given}`)
    })
  })
  finish()
  await Promise.all([first, second])
  expect(done).toEqual(['clock false', 'first', 'second'])
})
