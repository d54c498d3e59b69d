/** The process as its operator knows it: it starts, says what is wrong when it cannot, and stops without losing anything. */

import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './support/fixtures.ts'
import { runNode, startServer } from './support/server.ts'
import { templateDir } from './support/template.ts'

const temporaryDir = () => mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))

test('before anyone has set it up, the newsroom says so and prints where to go', async ({ emptyNewsroom }) => {
  const { url, dataDir, said } = emptyNewsroom
  const front = await fetch(url)
  expect(front.status).toBe(503)
  expect(await front.text()).toContain('Pressrummet är inte igång än')
  expect(await (await fetch(`${url}/en`)).text()).toContain('The newsroom is not set up yet')
  expect(said()).toMatch(new RegExp(`${url}/setup\\?token=[\\w-]{43}\n`))
  for (const name of ['secret', 'pressrum.sqlite']) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
})

test('health: the process is up; the database answers', async ({ newsroom }) => {
  for (const path of ['/healthz', '/readyz']) {
    const answer = await fetch(newsroom.url + path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    // A proxy in front closes its connections first.
    expect(answer.headers.get('keep-alive')).toBe('timeout=125')
  }
})

test('what keeps it from starting is said in one line', async ({ newsroom }) => {
  test.slow()
  const [aDirectory, aText, noSecret, noDatabase] = [temporaryDir(), temporaryDir(), temporaryDir(), temporaryDir()]
  cpSync(templateDir, noDatabase, { recursive: true })
  writeFileSync(join(noDatabase, 'pressrum.sqlite'), '')
  writeFileSync(join(noSecret, 'secret'), '')
  mkdirSync(join(aDirectory, 'pressrum.sqlite'))
  writeFileSync(join(aText, 'pressrum.sqlite'), 'This was never a database. '.repeat(100))
  const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret#' }
  const oidc = { OIDC_CLIENT_ID: 'press', OIDC_CLIENT_SECRET: 'secret#' }
  const start = (env: Record<string, string>) => runNode(['server.ts'], env).catch((error: Error) => error.message)
  const said = await Promise.all([
    start({ DATA_DIR: aDirectory }),
    start({ DATA_DIR: aText }),
    start({ DATA_DIR: join(aText, 'pressrum.sqlite', 'inside') }),
    start({ DATA_DIR: newsroom.dataDir, PORT: new URL(newsroom.url).port }),
    start({ DATA_DIR: newsroom.dataDir, SMTP_URL: 'smtp://news:secret#@mail.example.org' }),
    start({ DATA_DIR: newsroom.dataDir, WEBSUB_HUB: 'hub.example.org' }),
    start({ DATA_DIR: newsroom.dataDir, PUBLIC_URL: 'https://news.example.org/press' }),
    start({ DATA_DIR: newsroom.dataDir, HOST: '192.0.2.7' }),
    start({ DATA_DIR: newsroom.dataDir, HOST: 'no-such-host.invalid' }),
    start({ DATA_DIR: newsroom.dataDir, TRUST_PROXY: '1' }),
    start({ DATA_DIR: noSecret }),
    start({ DATA_DIR: noDatabase }),
    start({ DATA_DIR: newsroom.dataDir, MEDIA_URL: 'https://id:secret#@press.example.org' }),
    start({ DATA_DIR: newsroom.dataDir, MEDIA_URL: 's3://press' }),
    start({ DATA_DIR: newsroom.dataDir, ...oidc }),
    start({ DATA_DIR: newsroom.dataDir, ...oidc, OIDC_ISSUER: 'http://login.example.org' }),
    start({ DATA_DIR: newsroom.dataDir, ...oidc, OIDC_ISSUER: newsroom.url }),
    start({ DATA_DIR: newsroom.dataDir, ...oidc, OIDC_ISSUER: 'https://no-such-provider.invalid' }),
    start({ DATA_DIR: newsroom.dataDir, MEDIA_URL: 's3://press', ...keys, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' }),
  ])
  const reasons = [
    /is a directory\./,
    /is not a database\./,
    /cannot be written\./,
    /Port \d+ on 127\.0\.0\.1 is in use\./,
    /SMTP_URL must look like/,
    /WEBSUB_HUB must be an address/,
    /PUBLIC_URL must end with the host: [^\n]* Write https:\/\/news\.example\.org\./,
    /HOST is 192\.0\.2\.7, which is not an address of this machine\./,
    /HOST is no-such-host\.invalid, a name this machine does not know\./,
    /TRUST_PROXY is no variable of Pressrum's\. README lists those it knows\./,
    /secret is empty\. Put back the copy of it, or delete it, and a new one is made\./,
    /pressrum\.sqlite is empty, while \S+media holds the files of a newsroom\./,
    /MEDIA_URL must look like s3:\/\/bucket/,
    /AWS_ACCESS_KEY_ID is missing, which MEDIA_URL needs\./,
    /OIDC_ISSUER is missing, which OIDC_CLIENT_ID needs\./,
    /OIDC_ISSUER must begin with https:\/\/ unless the provider runs on this machine/,
    /OIDC_ISSUER is no provider of OpenID Connect \(it answers with 404\)\./,
    /OIDC_ISSUER does not answer \(ENOTFOUND\)\./,
    /The store of files at 127\.0\.0\.1:9 does not answer \(connect ECONNREFUSED [^\n]*\)\. Check AWS_ENDPOINT_URL_S3\./,
  ]
  for (const [index, reason] of reasons.entries()) {
    expect(said[index]).toMatch(/ended with 1:\nPressrum cannot start\. [^\n]+\n$/)
    expect(said[index]).toMatch(reason)
  }
  expect(said.join()).not.toContain('secret#')
  for (const dir of [aDirectory, aText, noSecret, noDatabase]) rmSync(dir, { recursive: true })
})

test('a damaged database is found before it is served', async () => {
  test.slow()
  const dataDir = temporaryDir()
  cpSync(templateDir, dataDir, { recursive: true })
  const path = join(dataDir, 'pressrum.sqlite')
  const bytes = readFileSync(path)
  bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000)
  writeFileSync(path, bytes)
  await expect(runNode(['server.ts'], { DATA_DIR: dataDir })).rejects.toThrow(/is damaged\. Put the latest backup/)
  rmSync(dataDir, { recursive: true })
})

test('stopping under load loses no request', async () => {
  const dataDir = temporaryDir()
  cpSync(templateDir, dataDir, { recursive: true })
  const server = await startServer(dataDir)
  const { hostname, port } = new URL(server.url)
  const agent = new Agent({ keepAlive: true, maxSockets: 40 })
  let answered = 0

  /** Undefined when it was answered whole, else what became of it. */
  const visit = (path: string, by: Agent | false = agent) =>
    new Promise<string | undefined>((resolve) => {
      get({ hostname, port, path, agent: by }, async (response) => {
        const body = await text(response).catch(String)
        const isWhole = (response.statusCode ?? 500) < 500 && body.endsWith('</html>')
        resolve(isWhole ? undefined : `${response.statusCode} ${body.slice(-100)}`)
      }).once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
  const visitors = Array.from({ length: 40 }, async (_, number) => {
    for (let visits = 0; ; visits++) {
      // Some of them ask for pages that must be made.
      const fate = await visit(number % 4 ? '/' : `/sok?q=${number}x${visits}`)
      if (fate) return fate
      answered++
    }
  })
  const slow = connect(Number(port), hostname)
  slow.write('GET / HTTP/1.1\r\nHost: pressrum\r\n\r\n')
  await once(slow, 'data')
  slow.write('GET / HTTP/1.1\r\nHost: pressrum\r\n')
  await expect.poll(() => answered).toBeGreaterThan(200)
  const code = server.stop()
  while ((await visit('/healthz', false)) !== 'ECONNREFUSED') await wait(20)
  slow.write('\r\n')
  expect(await text(slow)).toMatch(/HTTP\/1\.1 200 OK[\s\S]*Connection: close[\s\S]*<\/html>$/)
  expect(await code).toBe(0)
  // Nobody was cut off: each was answered until the door was closed.
  expect(await Promise.all(visitors)).toEqual(visitors.map(() => 'ECONNREFUSED'))
  agent.destroy()
  rmSync(dataDir, { recursive: true })
})
