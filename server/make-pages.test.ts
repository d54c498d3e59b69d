import { expect, test } from 'vitest'
import type { Rendered } from '#lib/http/rendered.ts'
import { makePages } from './make-pages.ts'

const never = Number.POSITIVE_INFINITY
const file = (body: string): Rendered => ({
  status: 200,
  headers: { 'content-type': 'application/javascript' },
  body: Buffer.from(body),
})

/** A build with one file. For any other address Next makes a page, with the status of one that is there. */
const caches = (findBuildFile?: (key: string) => Promise<Rendered | undefined>) =>
  makePages(
    {
      publicUrl: 'http://localhost:3000',
      edition: () => 1,
      editionOnArrival: () => 1,
      nextExpiry: async () => ({ change: never, midnight: never }),
      isSetUp: async () => true,
      trackReads: async (make) => ({ made: await make(), stillValid: async () => true }),
      ...(findBuildFile ? { findBuildFile } : {}),
    },
    async (path) =>
      path === '/_next/static/own.js'
        ? file('own()')
        : { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from('<html></html>') },
    {},
  )

const told = async (key: string, { build }: ReturnType<typeof caches>) => {
  const answer = await build.answer(key)
  return [answer?.status, answer?.variants.identity.body.toString().slice(0, 8)]
}

test('a file of the build that is not there is missing, whatever the framework makes of it', async () => {
  const one = caches()
  expect(await told('/_next/static/own.js', one)).toEqual([200, 'own()'])
  expect(await told('/_next/static/gone.js', one)).toEqual([404, '<!doctyp'])
})

test('a file of another build is sent once another node has brought it', async () => {
  let brought: Rendered | undefined
  const one = caches(async () => brought)
  expect(await told('/_next/static/other.js', one)).toEqual([404, '<!doctyp'])
  brought = file('other()')
  expect(await told('/_next/static/other.js', one)).toEqual([200, 'other()'])
})
