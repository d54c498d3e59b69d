/** Trying passwords is limited without keeping members out, and what comes along with a request to sign in does no harm. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { type RunningServer, runNode, saidSince, startServer } from './support/server.ts'
import { password, sessionIn, trySignIn } from './support/sign-in.ts'
import { ask } from './support/studio-requests.ts'
import { templateDir } from './support/template.ts'

const email = 'editor@example.org'

test.describe('behind a proxy that names the client', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-sign-in-'))
  let server: RunningServer

  test.beforeAll(async () => {
    cpSync(templateDir, dataDir, { recursive: true })
    server = await startServer(dataDir, { TRUSTED_PROXY: '1' })
  })
  test.afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })

  const attempt = (from: string, typed: string, who = email) =>
    trySignIn(server.url, { email: who, password: typed }, { 'x-forwarded-for': from })

  test('ten wrong passwords close an account to who typed them, for a stated time, and to nobody else', async () => {
    for (let n = 0; n < 10; n++) expect((await attempt('2001:db8:1:2::1', 'fel')).status).toBe(401)
    const refused = await attempt('2001:db8:1:2:abcd::9', password)
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(840)
    expect(seconds).toBeLessThanOrEqual(900)
    expect(((await refused.json()) as { url: string }).url).toContain('error=too-many-attempts')
    const member = await attempt('198.51.100.7', password)
    expect([member.status, sessionIn(member)?.name]).toEqual([200, 'next-auth.session-token'])
    await runNode(['cli.ts', 'user', 'unlock', email], { DATA_DIR: dataDir })
    expect((await attempt('2001:db8:1:2::1', password)).status).toBe(200)
  })

  test('another role and a removal by the operator hold from the next request', async () => {
    // The operator's command is started nine times.
    test.slow()
    const operator = (...words: string[]) => runNode(['cli.ts', 'user', ...words], { DATA_DIR: dataDir })
    const member = 'contributor@example.org'
    const session = sessionIn(await attempt('198.51.100.8', password, member))
    const headers = { cookie: `${session?.name}=${session?.value}`, 'sec-fetch-dest': 'document' }
    const status = async (path: string) => (await ask(server.url, path, { headers })).status
    expect([await status('/studio'), await status('/studio/topics/new')]).toEqual([200, 403])
    expect(await operator('role', member, 'editor')).toContain(`${member} is editor now.`)
    expect(await status('/studio/topics/new')).toBe(200)
    await expect(operator('role', member, 'boss')).rejects.toThrow('contributor, editor or owner')
    await expect(operator('remove', 'owner@example.org')).rejects.toThrow('A newsroom needs an owner')
    expect(await operator('remove', member)).toContain('signed out everywhere')
    expect(await status('/studio')).toBe(307)
    expect((await attempt('198.51.100.9', password, member)).status).toBe(401)
    await expect(operator('remove', member)).rejects.toThrow('There is no account with that e-mail address.')
    expect(await operator('list')).not.toContain(member)
    await operator('add', member, '--name', 'Kim Berg', '--role', 'contributor')
    await expect(operator('toString')).rejects.toThrow(
      'user is followed by list, add, password, role, remove, unlock, link or unlink.',
    )
  })

  test('the same limit holds for a reader’s message, and says when to come again', async () => {
    const send = (from: string) =>
      fetch(`${server.url}/api/feedback`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: server.url, 'x-forwarded-for': from },
        body: new URLSearchParams({ language: 'sv', text: 'Bilderna saknar texter.' }),
      })
    for (let n = 0; n < 5; n++) expect((await send(`2001:db8:9:9::${n}`)).status).toBe(303)
    const refused = await send('2001:db8:9:9:ffff::')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await refused.text()).toContain('Bilderna saknar texter.')
    expect((await send('::ffff:192.0.2.44')).status).toBe(303)
  })
})

test('what next-auth reads and the studio does not use changes nothing', async ({ newsroom }) => {
  const { url } = newsroom
  const cookie = ['', '__Secure-'].map((prefix) => `${prefix}next-auth.callback-url=@evil`).join('; ')
  for (const path of ['/api/auth/csrf', '/api/auth/session', '/sign-in', '/studio', '/']) {
    for (const asked of [path, `${path}?callbackUrl=@evil`, `${path}?callbackUrl=https://evil.example&error=x`]) {
      const { status } = await ask(url, asked, { headers: { cookie } })
      expect(status, asked).toBe((await ask(url, path)).status)
      expect(status, asked).toBeLessThan(400)
    }
  }
  for (const callbackUrl of ['@evil', 'https://evil.example/', '//evil.example', 'javascript:alert(1)']) {
    const answer = await trySignIn(url, { email, password, callbackUrl }, { cookie })
    expect(answer.status, callbackUrl).toBe(200)
    expect(await answer.json()).toEqual({ url })
  }
})

test('next-auth’s own pages are not there, nor what the studio does not ask of it', async ({ newsroom }) => {
  const post = { method: 'POST', headers: { origin: newsroom.url } }
  for (const place of [
    ...['verify-request', 'error', 'error?error=Configuration', 'signin', 'signin/credentials', 'signout'],
    ...['callback/credentials', 'providers', 'csrf/x', 'session/', 'x'],
  ]) {
    const { status } = await ask(newsroom.url, `/api/auth/${place}`)
    expect(status, place).toBe(place === 'session/' ? 308 : 404)
  }
  for (const place of ['_log', 'session', 'signin', 'signin/credentials', 'csrf', 'callback', 'callback/google']) {
    expect((await ask(newsroom.url, `/api/auth/${place}`, post)).status, place).toBe(404)
  }
  // What cannot be read is the sender's slip, and no fault of ours.
  const before = newsroom.said()
  const headers = { origin: newsroom.url, 'content-type': 'application/json', 'content-length': '1' }
  const answer = await fetch(`${newsroom.url}/api/auth/callback/credentials`, { method: 'POST', headers, body: '{' })
  expect(answer.status).toBe(415)
  expect(saidSince(newsroom, before)).toEqual([])
})

test('a session that has ended or was made up is a line in the log at most, however often it comes', async () => {
  test.slow()
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-stale-'))
  cpSync(templateDir, dataDir, { recursive: true })
  const server = await startServer(dataDir)
  const before = server.said()
  for (let n = 0; n < 25; n++) {
    const cookie = `next-auth.session-token=made-up-${n}`
    for (const path of ['/api/auth/session', '/studio', '/sign-in'])
      await ask(server.url, path, { headers: { cookie } })
  }
  await server.stop()
  const lines = saidSince(server, before)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, code: 'JWT_SESSION_ERROR' })
  rmSync(dataDir, { recursive: true })
})

test('a page whose words fail to come once is whole when they have come', async ({ page, expectedComplaints }) => {
  expectedComplaints.push(/ERR_FAILED/)
  let asked = 0
  await page.route('**/words/*', (route) => (asked++ === 0 ? route.abort() : route.continue()))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page.getByRole('alert', { name: 'Det gick inte att logga in' })).toBeVisible()
  expect(asked).toBe(3)
})
