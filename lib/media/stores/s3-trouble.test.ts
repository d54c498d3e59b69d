import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startS3 } from '../../../testing/start-s3.ts'
import { env } from '../../env.ts'
import { readStore } from '../store-address.ts'
import { s3Trouble } from './s3-trouble.ts'

let trouble: NonNullable<Parameters<typeof startS3>[1]>['trouble'] = () => undefined
const directory = join(env.dataDir, 's3')
const server = await startS3(directory, { trouble: (request) => trouble?.(request) })
afterAll(server.stop)
beforeEach(() => {
  trouble = () => undefined
})

function troubleWith(url: string, more: Record<string, string> = {}) {
  const address = readStore(url, { ...server.environment, ...more })
  return typeof address === 'string' ? address : s3Trouble(address)
}

const host = `127.0.0.1:${server.port}`

test('a store that does all that is needed is no trouble, and nothing of the trial stays', async () => {
  expect(await troubleWith('s3://pressrum/a')).toBeUndefined()
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.filter(({ name }) => name.includes('start-'))).toEqual([])
})

test('a bucket that is not there, and keys that are wrong, are said so', async () => {
  expect(await troubleWith('s3://another')).toBe(`There is no bucket another at ${host}. Check MEDIA_URL.`)
  expect(await troubleWith('s3://pressrum', { AWS_SECRET_ACCESS_KEY: 'wrong' })).toBe(
    `The store at ${host} does not accept AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (SignatureDoesNotMatch).`,
  )
  expect(await troubleWith('s3://pressrum', { AWS_ACCESS_KEY_ID: 'nobody' })).toMatch(
    /does not accept AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY \(InvalidAccessKeyId\)\.$/,
  )
})

test.each([
  ['list', (method = '', url = '') => method === 'GET' && url.includes('max-keys')],
  ['store', (method = '') => method === 'PUT'],
  ['read', (method = '', url = '') => method === 'GET' && url.includes('start-')],
  ['remove', (method = '') => method === 'DELETE'],
] as const)('a right to %s that is missing is named', async (right, needs) => {
  trouble = ({ method, url }) => (needs(method, url) ? 'denied' : undefined)
  expect(await troubleWith('s3://pressrum')).toBe(
    `The keys of AWS_ACCESS_KEY_ID may not ${right} files in the bucket pressrum at ${host}.`,
  )
})

test('what does not answer, does not speak TLS or is no store is said so', async () => {
  const at = (endpoint: string) => troubleWith('s3://pressrum', { AWS_ENDPOINT_URL_S3: endpoint })
  expect(await at('http://127.0.0.1:9')).toMatch(
    /^The store of files at 127\.0\.0\.1:9 does not answer \(.*ECONNREFUSED.*\)\. Check AWS_ENDPOINT_URL_S3\.$/,
  )
  expect(await at('https://no-such-store.invalid')).toMatch(
    /^The store of files at no-such-store\.invalid does not answer/,
  )
  expect(await at(`https://${host}`)).toBe(`${host} does not speak TLS at that port. Check AWS_ENDPOINT_URL_S3.`)
  const page = createServer((_, response) => response.end('<html><body>Welcome</body></html>'))
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const { port } = page.address() as AddressInfo
  expect(await at(`http://127.0.0.1:${port}`)).toBe(
    `The store at 127.0.0.1:${port} answers, but not as a store does to the wish to list files in the bucket pressrum.`,
  )
  page.close()
  page.closeAllConnections()
})

test('the region of the bucket is told where the store tells it', async () => {
  const page = createServer((_, response) =>
    response
      .writeHead(301, { 'x-amz-bucket-region': 'eu-north-1' })
      .end('<Error><Code>PermanentRedirect</Code><Bucket>pressrum</Bucket></Error>'),
  )
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const { port } = page.address() as AddressInfo
  expect(await troubleWith('s3://pressrum', { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` })).toBe(
    'The bucket pressrum lies in the region eu-north-1. Set AWS_REGION to it.',
  )
  page.close()
  page.closeAllConnections()
})
