import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startS3 } from '../../../testing/start-s3.ts'
import { env } from '../../env.ts'
import { Refusal } from '../../refusal.ts'
import { type FileStore, fileStore } from '../file-store.ts'
import { streamOf } from '../file-stream.ts'
import { readStore } from '../store-address.ts'
import { listObjects } from './list-objects.ts'

let trouble: NonNullable<Parameters<typeof startS3>[1]>['trouble'] = () => undefined
const server = await startS3(join(env.dataDir, 's3'), { trouble: (request) => trouble?.(request) })
afterAll(server.stop)
Object.assign(process.env, server.environment, { MEDIA_URL: 's3://pressrum/some/folder' })

let store: FileStore
beforeEach(async () => {
  trouble = () => undefined
  store = fileStore()
  // After a failure it takes a moment until the store is used again.
  await expect
    .poll(
      () =>
        keysOf().then(
          () => 'back',
          () => 'away',
        ),
      { timeout: 20_000, interval: 200 },
    )
    .toBe('back')
  await store.remove(await keysOf())
  expect(await keysOf()).toEqual([])
})

function fileOf(name: string, content: string | Buffer): string {
  const path = join(env.dataDir, name)
  writeFileSync(path, content)
  return path
}

function directoryOf(name: string, names: string[]): string {
  const path = join(env.dataDir, name)
  mkdirSync(path, { recursive: true })
  for (const one of names) writeFileSync(join(path, one), `${name}/${one}`)
  return path
}

async function keysOf(directory?: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(directory)) keys.push(key)
  return keys.sort()
}

async function textOf(key: string, part?: { start: number; end: number }): Promise<string> {
  const file = await store.find(key)
  return file ? String(await buffer(await store.read(file, part))) : 'nothing'
}

const away = new Refusal('storage-unavailable')

test('a file is found, read whole and in part, replaced and removed, below the folder that the address names', async () => {
  await store.put(fileOf('a', 'hundra fiskar'), 'ab/abc/original.pdf')
  expect(await store.find('ab/abc/original.pdf')).toMatchObject({ key: 'ab/abc/original.pdf', size: 13 })
  expect(await textOf('ab/abc/original.pdf')).toBe('hundra fiskar')
  expect(await textOf('ab/abc/original.pdf', { start: 7, end: 12 })).toBe('fiskar')
  expect(await textOf('ab/abc/original.pdf', { start: 0, end: 0 })).toBe('h')
  await store.put(fileOf('a', ''), 'ab/abc/original.pdf')
  expect(await textOf('ab/abc/original.pdf')).toBe('')
  const address = readStore('s3://pressrum', server.environment)
  if (typeof address === 'string') throw new Error(address)
  expect((await Array.fromAsync(listObjects(address, ''))).map(({ key }) => key)).toEqual([
    'some/folder/ab/abc/original.pdf',
  ])
  await store.remove(['ab/abc/original.pdf', 'ab/abc/never.pdf'])
  expect(await store.find('ab/abc/original.pdf')).toBeUndefined()
})

test('a large file goes and comes as it is', async () => {
  const content = Buffer.alloc(9_000_000, 'fisk och annat ')
  await store.put(fileOf('large', content), 'ab/abc/large')
  const file = await store.find('ab/abc/large')
  expect(file && (await buffer(await store.read(file))).equals(content)).toBe(true)
})

test('a directory is listed whole however many pages that takes, and another that begins alike is not in it', async () => {
  await store.putAll(directoryOf('many', ['1', '2', '3', '4', '5']), 'ab/abc', { whole: false })
  await store.putAll(directoryOf('other', ['1']), 'ab/abcd', { whole: false })
  expect(await keysOf('ab/abc')).toEqual(['1', '2', '3', '4', '5'].map((name) => `ab/abc/${name}`))
  const address = readStore('s3://pressrum', server.environment)
  if (typeof address === 'string') throw new Error(address)
  expect(await Array.fromAsync(listObjects(address, 'some/folder/ab/abc/', 2))).toHaveLength(5)
})

test('what is stored whole takes the place of all that was there', async () => {
  await store.putAll(directoryOf('one', ['a', 'b']), 'ab/abc', { whole: true })
  await store.putAll(directoryOf('two', ['b', 'c']), 'ab/abc', { whole: true })
  expect(await keysOf()).toEqual(['ab/abc/b', 'ab/abc/c'])
  expect(await textOf('ab/abc/b')).toBe('two/b')
})

test('when one of many cannot be stored, none of the new ones stays', async () => {
  await store.putAll(directoryOf('before', ['a']), 'ab/abc', { whole: true })
  trouble = ({ method, url }) => (method === 'PUT' && url?.endsWith('/g') ? 'denied' : undefined)
  const names = ['b', 'c', 'd', 'e', 'f', 'g', 'h']
  await expect(store.putAll(directoryOf('after', names), 'ab/abc', { whole: false })).rejects.toEqual(away)
  expect(await keysOf()).toEqual(['ab/abc/a'])
})

test('a store that is busy for a moment is asked again', async () => {
  await store.put(fileOf('a', 'en fisk'), 'ab/abc/a')
  let count = 0
  trouble = () => (count++ % 2 === 0 ? 'busy' : undefined)
  expect(await textOf('ab/abc/a')).toBe('en fisk')
  await store.put(fileOf('a', 'två fiskar'), 'ab/abc/a')
  expect(await textOf('ab/abc/a')).toBe('två fiskar')
})

test('whoever stops reading closes the connection, even before the first byte', async () => {
  await store.put(fileOf('large', Buffer.alloc(5_000_000)), 'ab/abc/large')
  const file = await store.find('ab/abc/large')
  if (!file) throw new Error('not found')
  const open = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
  await expect.poll(open).toBeLessThan(10)
  const before = open()
  for (let n = 0; n < 20; n++) {
    const stream = streamOf(await store.read(file))
    if (n % 2) await stream.cancel()
    else for await (const _ of stream) break
  }
  await expect.poll(open).toBeLessThanOrEqual(before + 2)
})

test('an answer that breaks off is no file', async () => {
  await store.put(fileOf('a', 'en fisk'), 'ab/abc/a')
  const file = await store.find('ab/abc/a')
  if (!file) throw new Error('not found')
  trouble = () => 'half'
  await expect(buffer(await store.read(file))).rejects.toThrow()
  await expect(store.withLocal(['ab/abc/a'], async () => 'used')).rejects.toEqual(away)
})

test('a silent store costs one reader some seconds and the next ones none, and is used again by itself', async () => {
  await store.put(fileOf('a', 'en fisk'), 'ab/abc/a')
  trouble = () => 'silent'
  const began = Date.now()
  await expect(store.find('ab/abc/a')).rejects.toEqual(away)
  const lasted = Date.now() - began
  expect(lasted).toBeGreaterThan(7_000)
  const again = Date.now()
  for (let n = 0; n < 50; n++) await expect(store.find('ab/abc/a')).rejects.toEqual(away)
  await expect(store.requireReachable()).rejects.toEqual(away)
  expect(Date.now() - again).toBeLessThan(lasted / 2)
  trouble = () => undefined
  await expect.poll(() => textOf('ab/abc/a').catch(() => 'away'), { timeout: 30_000, interval: 200 }).toBe('en fisk')
})
