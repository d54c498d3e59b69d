import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import S3rver from '@20minutes/s3rver'

/** What a store in trouble does: it refuses, says nothing, or breaks off in the middle. */
type Trouble = 'busy' | 'denied' | 'silent' | 'half'

/**
 * Starts a store with one empty bucket, `pressrum`, on this machine. It checks signatures, and keeps files in
 * `directory`. `trouble` chooses the requests that it fails at.
 */
export async function startS3(
  directory: string,
  {
    port = 0,
    trouble = () => undefined,
  }: { port?: number; trouble?: (request: IncomingMessage) => Trouble | undefined } = {},
) {
  const store = new S3rver({ silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: 'pressrum' }] })
  await store.configureBuckets()
  const answer = store.callback()
  const server = createServer((request, response) => {
    const found = trouble(request)
    if (!found) answer(request, response)
    if (found === 'busy') response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
    if (found === 'denied') response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
    if (found === 'half') response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  return {
    port: taken,
    /** What the newsroom is told of it, but for MEDIA_URL. */
    environment: {
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${taken}`,
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
