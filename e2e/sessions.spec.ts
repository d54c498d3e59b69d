/** A member's session is looked up once a request, and over TLS only TLS can have set its cookie. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtActions } from './support/built.ts'
import { expect, test } from './support/fixtures.ts'
import { saidSince, startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { ask } from './support/studio-requests.ts'
import { templateDir } from './support/template.ts'

test.describe('a member’s session', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-sessions-'))
  test.beforeAll(() => cpSync(templateDir, dataDir, { recursive: true }))
  test.afterAll(() => rmSync(dataDir, { recursive: true }))

  test('is looked up once for each request, however many parts of a page ask who is there', async () => {
    const preload = `--import ${import.meta.resolve('#db/sqlite/print-session-lookups.ts')}`
    const server = await startServer(dataDir, { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}` })
    const session = await signIn(server.url, 'editor@example.org')
    const headers = { cookie: `${session.name}=${session.value}` }
    const paths = ['/studio', '/studio/people', '/api/media', '/api/auth/session']
    for (const path of paths) expect((await ask(server.url, path, { headers })).status, path).toBe(200)
    expect((await ask(server.url, '/studio')).status).not.toBe(200)
    await server.stop()
    expect(server.said().split('who holds this session?').length - 1).toBe(paths.length)
  })

  test('is held over TLS by a cookie that only TLS can have set', async () => {
    test.slow()
    const open = await startServer(dataDir)
    const { value } = await signIn(open.url, 'editor@example.org')
    await open.stop()
    const behindTls = await startServer(dataDir, { PUBLIC_URL: 'https://news.example.org' })
    const statusWith = async (name: string) =>
      (await ask(behindTls.url, '/studio', { headers: { cookie: `${name}=${value}` } })).status
    expect(await statusWith('next-auth.session-token')).toBe(307)
    expect(await statusWith('__Secure-next-auth.session-token')).toBe(200)
    await behindTls.stop()
  })

  test('acts behind TLS without a word in the log, also where an action leads to another page', async () => {
    test.slow()
    const open = await startServer(dataDir)
    const { value } = await signIn(open.url, 'editor@example.org')
    await open.stop()
    const publicUrl = 'https://news.example.org'
    const behindTls = await startServer(dataDir, { PUBLIC_URL: publicUrl })
    const before = behindTls.said()
    const cookie = `__Secure-next-auth.session-token=${value}`
    const list = (await ask(behindTls.url, '/studio/releases', { headers: { cookie } })).body.toString()
    const [, id] = /href="\/studio\/releases\/([\w-]{36})"/.exec(list) ?? []
    const action = builtActions().find(({ name }) => name.endsWith(' startTranslation'))
    const answer = await fetch(`${behindTls.url}/studio/releases`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: publicUrl, cookie, 'next-action': action?.id ?? '', 'content-type': 'text/plain' },
      body: JSON.stringify([id, 'en']),
    })
    expect(answer.headers.get('x-action-redirect')).toMatch(/^\/studio\/releases\/[\w-]{36}\/translation;/)
    // The page to come is in the answer: Next has asked itself for it.
    expect(answer.headers.get('content-type')).toBe('text/x-component')
    expect((await answer.text()).length).toBeGreaterThan(1_000)
    await behindTls.stop()
    expect(saidSince(behindTls, before)).toEqual([])
  })
})
