import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { startS3 } from '../../testing/start-s3.ts'
import { env } from '../env.ts'
import { type FileStore, openStore } from './file-store.ts'
import { BrokenCopy, moveFiles } from './move-files.ts'

type Trouble = NonNullable<NonNullable<Parameters<typeof startS3>[1]>['trouble']>
let trouble: Trouble = () => undefined
const server = await startS3(join(env.dataDir, 's3'), { trouble: (request) => trouble(request) })
afterAll(server.stop)
Object.assign(process.env, server.environment, { MEDIA_URL: 's3://pressrum/moved' })
const [disk, store] = [openStore('disk'), openStore('s3')] as [FileStore, FileStore]

const onDisk = (key: string) => join(env.dataDir, 'media', key)
function write(key: string, content: string) {
  mkdirSync(dirname(onDisk(key)), { recursive: true })
  writeFileSync(onDisk(key), content)
}
const usual = { replace: false, deleteSource: false, onProgress: () => {} }
const keysOf = async (from: FileStore) => (await Array.fromAsync(from.list())).map(({ key }) => key).sort()
async function textIn(from: FileStore, key: string) {
  const file = await from.find(key)
  return file && String(await buffer(await from.read(file)))
}

test('files go to the store and back, what is there is left, and what differs is neither replaced nor removed', async () => {
  const keys = Array.from({ length: 20 }, (_, n) => `a${n % 3}/hash${n}/original.pdf`).sort()
  for (const key of keys) write(key, `the file ${key}`)
  write('incoming/half', 'not a file of the library')
  const seen: number[] = []
  const first = await moveFiles(disk, store, { ...usual, onProgress: ({ files }) => seen.push(files) })
  expect(first).toMatchObject({ files: 20, there: 0, different: [], others: 0 })
  expect([seen.at(-1), await keysOf(store), await keysOf(disk)]).toEqual([20, keys, keys])
  expect(await textIn(store, keys[7] ?? '')).toBe(`the file ${keys[7]}`)

  write(keys[0] ?? '', 'THE FILE, of the same or another length')
  write('b0/new/original.pdf', 'new')
  const second = await moveFiles(disk, store, { ...usual, deleteSource: true })
  expect(second).toMatchObject({ files: 1, there: 19, different: [keys[0]] })
  expect(await keysOf(disk)).toEqual([keys[0]])
  expect(await textIn(store, keys[0] ?? '')).toBe(`the file ${keys[0]}`)

  const replaced = await moveFiles(disk, store, { ...usual, replace: true, deleteSource: true })
  expect(replaced).toMatchObject({ files: 1, different: [], others: 20 })
  expect([await keysOf(disk), await textIn(store, keys[0] ?? '')]).toEqual([
    [],
    'THE FILE, of the same or another length',
  ])

  expect(await moveFiles(store, disk, { ...usual, deleteSource: true })).toMatchObject({ files: 21, different: [] })
  expect(await keysOf(store)).toEqual([])
  expect(readFileSync(onDisk('b0/new/original.pdf'), 'utf8')).toBe('new')
  await disk.remove(await keysOf(disk))
})

test('a file of the same length with other bytes is different', async () => {
  write('a0/hash/1.jpg', 'one')
  await moveFiles(disk, store, usual)
  write('a0/hash/1.jpg', 'two')
  expect((await moveFiles(disk, store, usual)).different).toEqual(['a0/hash/1.jpg'])
  await store.removeDirectory('a0/hash')
  await disk.removeDirectory('a0/hash')
})

test('a move that breaks off goes on where it was', async () => {
  for (let n = 0; n < 12; n++) write(`c0/hash/${n}.jpg`, `picture ${n}`)
  let stored = 0
  trouble = ({ method }) => (method === 'PUT' && ++stored > 6 ? 'denied' : undefined)
  await expect(moveFiles(disk, store, { ...usual, deleteSource: true })).rejects.toThrow('storage-unavailable')
  trouble = () => undefined
  const left = (await keysOf(disk)).length
  expect(left).toBeLessThan(12)
  const rest = await moveFiles(disk, store, { ...usual, deleteSource: true })
  expect(rest.files + rest.there).toBe(left)
  expect([await keysOf(disk), (await keysOf(store)).length]).toEqual([[], 12])
  await store.removeDirectory('c0/hash')
})

test('a store that gives back something else is found out, and the file stays where it was', async () => {
  write('d0/hash/1.jpg', 'whole')
  const forgetful: FileStore = { ...store, put: (_, key) => store.put(onDisk('d0/hash/other'), key) }
  write('d0/hash/other', 'hole!')
  await expect(moveFiles(disk, forgetful, { ...usual, deleteSource: true })).rejects.toThrow(BrokenCopy)
  expect(await keysOf(disk)).toContain('d0/hash/1.jpg')
})
