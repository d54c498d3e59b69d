import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, expect, test } from 'vitest'
import { bytesOf } from '../media/file-stream.ts'
import { zipStream } from './zip.ts'

const directory = mkdtempSync(join(tmpdir(), 'pressrum-zip-'))
afterAll(() => rmSync(directory, { recursive: true }))
const at = new Date('2026-11-17T07:00:00Z')

function fileOf(name: string, size: number) {
  const path = join(directory, name)
  writeFileSync(path, Buffer.alloc(size, name))
  return { name, size, read: async () => bytesOf(path) }
}

const openFiles = () => readdirSync('/proc/self/fd').length

test('holds every file whole, and is as long as it says', async () => {
  const { size, stream } = zipStream(
    [{ name: 'a/text.txt', bytes: Buffer.from('Två gånger') }, fileOf('b.jpg', 300_000), fileOf('c.jpg', 0)],
    at,
  )
  const bytes = Buffer.from(await new Response(stream).arrayBuffer())
  expect(bytes.length).toBe(size)
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  expect(await zip.file('a/text.txt')?.async('string')).toBe('Två gånger')
  expect((await zip.file('b.jpg')?.async('nodebuffer'))?.length).toBe(300_000)
  expect((await zip.file('c.jpg')?.async('nodebuffer'))?.length).toBe(0)
})

test('whoever stops reading leaves no file open, nor does whoever never began', async () => {
  const before = openFiles()
  const large = fileOf('large.jpg', 3_000_000)
  const unread = [1, 2, 3].map(() => zipStream([large], at))
  await new Promise(setImmediate)
  expect(unread).toHaveLength(3)
  expect(openFiles()).toBe(before)
  for (let n = 0; n < 5; n++) {
    const reader = zipStream([large], at).stream.getReader()
    await reader.read()
    await reader.cancel()
  }
  await expect.poll(openFiles).toBe(before)
})

test('a file that has gone breaks the archive off', async () => {
  const gone = async () => bytesOf(join(directory, 'gone'))
  const away = () => Promise.reject(new Error('ENOENT'))
  for (const read of [gone, away]) {
    const { stream } = zipStream([{ name: 'x', size: 9, read }], at)
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow('ENOENT')
  }
})
