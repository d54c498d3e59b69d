import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellCdn } from '../../clock.ts'
import { write } from '../client.ts'
import { prepareStatement } from '../crisis/prepared.ts'
import { switchOff, switchOn } from '../crisis/switch.ts'
import { getRelease } from '../releases.ts'
import { settings } from '../schema/newsroom.ts'
import { addRelease, by as founder } from '../testing/newsroom.ts'
import { listDeliveries } from './deliveries.ts'

const morning = new Date('2026-11-20T08:00:00Z')
const after = (seconds: number) => new Date(morning.getTime() + seconds * 1_000)
let told = 0
let status = 200
const cdn = createServer((request, response) => {
  if (status === 200) told++
  request.resume()
  response.writeHead(status).end()
})
beforeAll(() => new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve)))
afterAll(() => void cdn.close())

test('a CDN is told of each change once at once and once more soon after, and of nothing else', async () => {
  await addRelease('Något')
  await tellCdn(morning)
  expect(told).toBe(0)
  process.env.CDN_MAX_AGE = '3600'
  process.env.PURGE_URL = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/`
  await tellCdn(morning)
  await tellCdn(after(1))
  expect(told).toBe(1)
  await tellCdn(after(4))
  await tellCdn(after(5))
  await tellCdn(after(60))
  expect(told).toBe(2)
  await write((tx) => tx.update(settings).set({ name: 'Ett annat namn' }))
  // Two nodes at once.
  await Promise.all([tellCdn(after(61)), tellCdn(after(61))])
  expect(told).toBe(3)
  expect(await listDeliveries('purge')).toHaveLength(1)
  await tellCdn(after(66))
  expect(told).toBe(4)
  // Crisis mode goes on, and off again.
  const by = { ...founder, now: after(70) }
  const prepared = await getRelease(await prepareStatement({ title: 'Läckage', language: 'sv' }, by))
  const storyId = prepared?.storyId ?? ''
  await tellCdn(after(70))
  expect(told).toBe(4)
  const words = ['klockslag', 'vad som hände', 'plats'].map((name) => ({ name, value: 'x' }))
  await switchOn(storyId, { blanks: { sv: words } }, by)
  await tellCdn(after(71))
  expect(told).toBe(5)
  await tellCdn(after(76))
  await switchOff(storyId, { what: 'keep' }, { ...by, now: after(77) })
  await tellCdn(after(77))
  expect(told).toBe(7)
  await tellCdn(after(82))
  expect(told).toBe(8)
  // The day is another, which a page may say.
  await tellCdn(new Date('2026-11-21T08:00:00Z'))
  expect(told).toBe(9)
})

test('while the CDN does not answer, the next change tries anew', async () => {
  status = 500
  await write((tx) => tx.update(settings).set({ name: 'Ett tredje namn' }))
  const noon = new Date('2026-11-21T12:00:00Z')
  await tellCdn(noon)
  expect(await listDeliveries('purge')).toMatchObject([{ deliveredAt: null, lastError: 'HTTP 500' }])
  status = 200
  const before = told
  await tellCdn(new Date(noon.getTime() + 61_000))
  expect(told).toBe(before + 1)
})
