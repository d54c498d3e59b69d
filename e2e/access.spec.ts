/** Strangers and those with too low a role are refused by every page, handler and action of the studio, and change nothing. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anyId, everyRow } from '#db/testing/rows.ts'
import { type Role, roleNames } from '#db/types.ts'
import { expect, type Member, test } from './support/fixtures.ts'
import { root } from './support/server.ts'

const app = join(root, 'app')
const visitors: (Member | 'stranger')[] = ['stranger', 'contributor', 'editor', 'owner']

interface Guarded {
  name: string
  least: Role
}

const guardIn = (source: string): Role => source.match(/requireRole\('(\w+)'\)/)?.[1] as Role
const read = (path: string) => readFileSync(join(app, path), 'utf8')
const isRefused = (visitor: Member | 'stranger', least: Role) =>
  visitor === 'stranger' || roleNames.indexOf(visitor) < roleNames.indexOf(least)

/** The address of a file of the app: groups in round brackets are not part of it. */
const routeOf = (path: string) => `/${path}`.replace(/\/\([^)]+\)/g, '').replace(/\/(page\.tsx|route\.ts)$/, '')

const pages: Guarded[] = globSync('**/page.tsx', { cwd: app })
  .filter((path) => routeOf(path).startsWith('/studio'))
  .map((path) => ({ name: routeOf(path), least: guardIn(read(path)) }))
const handlers = [
  ...globSync('(studio)/**/route.ts', { cwd: app }),
  ...globSync('api/**/route.ts', { cwd: app }).filter((path) => !/^api\/(auth|feedback)\//.test(path)),
].flatMap((path) =>
  [...read(path).matchAll(/export async function (GET|POST|PUT|PATCH|DELETE)[\s\S]*?\n\}/g)].map(
    ([source, method = '']) => ({
      name: routeOf(path),
      method,
      least: guardIn(source),
    }),
  ),
)

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

/** Every server action of the build, with the address of a page that has it. */
function listActions(): (Guarded & { id: string; page: string })[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, '.next/server/server-reference-manifest.json'), 'utf8'))
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
    const body = readFileSync(join(root, filename), 'utf8').split(`async function ${exportedName}(`)[1] ?? ''
    const page = routeOf((Object.keys(workers)[0] ?? '').replace(/^app\//, '').replace(/page$/, 'page.tsx'))
    return { id, name: `${filename} ${exportedName}`, page, least: guardIn(body) }
  })
}

/** An address with something real in each gap: the first of its kind in the example newsroom. */
async function addressOf(name: string): Promise<string> {
  const id = (await anyId(name.split('/')[2] ?? '')) ?? 'nothing'
  return name.replace(/\[(\.\.\.)?\w+\]/g, (_gap, rest) => (rest ? 'nowhere' : id))
}

/**
 * Everything the newsroom holds, but for who is signed in, when they were seen, and what the clock tells others or checks
 * meanwhile.
 */
async function everything(): Promise<string> {
  const tables = await everyRow({ but: ['sessions', 'attempts', 'announcements', 'deliveries', 'log_checks'] })
  return JSON.stringify(tables, (key, value) => (key === 'lastSeenAt' ? undefined : value))
}

test('every entrance was found', () => {
  expect(pages.length).toBeGreaterThan(6)
  expect(handlers.length).toBeGreaterThan(0)
  expect(listActions().length).toBeGreaterThan(6)
  for (const { name, least } of [...pages, ...handlers]) expect(roleNames, name).toContain(least)
})

for (const visitor of visitors) {
  test.describe(`to ${visitor}`, () => {
    test.beforeEach(async ({ signInAs }) => {
      if (visitor !== 'stranger') await signInAs(visitor)
    })

    test('pages open as far as the role reaches', async ({ context, newsroom }) => {
      for (const { name, least } of pages) {
        const path = await addressOf(name)
        const answer = await context.request.get(path, { maxRedirects: 0, headers: { 'sec-fetch-dest': 'document' } })
        if (visitor === 'stranger') {
          expect(answer.status(), path).toBe(307)
          const { pathname, searchParams } = new URL(answer.headers().location ?? '', newsroom.url)
          expect([pathname, searchParams.get('next')], path).toEqual(['/sign-in', path])
        } else if (isRefused(visitor, least)) {
          expect(answer.status(), path).toBe(403)
        } else {
          expect(answer.status(), path).toBe(name.includes('[...') ? 404 : 200)
        }
      }
    })

    test('handlers answer as far as the role reaches', async ({ context, newsroom }) => {
      for (const { name, method, least } of handlers.filter((handler) => isRefused(visitor, handler.least))) {
        const answer = await context.request.fetch(await addressOf(name), {
          method,
          maxRedirects: 0,
          headers: { origin: newsroom.url, 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' },
        })
        expect(answer.status(), `${method} ${name} for ${least}`).toBe(visitor === 'stranger' ? 401 : 403)
      }
    })

    test('actions are refused below their role, and nothing has changed', async ({ context, newsroom }) => {
      const before = await everything()
      const guarded = listActions().filter(({ least }) => least && isRefused(visitor, least))
      for (const { id, name, page } of guarded) {
        const answer = await context.request.post(await addressOf(page), {
          maxRedirects: 0,
          headers: { 'next-action': id, origin: newsroom.url, 'content-type': 'text/plain;charset=UTF-8' },
          data: '[]',
        })
        expect(answer.status(), name).toBe(visitor === 'stranger' ? 401 : 403)
      }
      expect(await everything()).toBe(before)
      if (visitor === 'stranger') expect(guarded.length).toBeGreaterThan(6)
    })
  })
}

test('only set-up and secret links have actions without a role, and a wrong token changes nothing', async ({
  context,
  newsroom,
}) => {
  const account = 'app/(studio)/account/actions.ts'
  const asked = '"sv",{"status":"idle","errors":{}},"$K1"]'
  // What each is asked by somebody who has nothing, and answers.
  const doors: Record<string, [string, string, string]> = {
    'app/(studio)/setup/actions.ts claimNewsroom': ['/setup', `["wrong",${asked}`, 'already-set-up'],
    [`${account} join`]: ['/account/invitation/wrong', `["wrong",${asked}`, 'link-opens-nothing'],
    [`${account} choosePassword`]: ['/account/password/wrong', `["wrong",${asked}`, 'link-opens-nothing'],
    [`${account} confirmAddress`]: ['/account/email/wrong', `["wrong",${asked}`, 'link-opens-nothing'],
    [`${account} askForPassword`]: ['/account/forgotten', `[${asked}`, 'refused'],
  }
  const open = listActions().filter(({ least }) => !least)
  expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(doors).sort())
  const before = await everything()
  for (const { id, name } of open) {
    const [page, sent, said] = doors[name] ?? ['', '', '']
    const answer = await context.request.post(page, {
      headers: { 'next-action': id, origin: newsroom.url },
      multipart: { '1_name': 'Kapat', '0': sent },
    })
    expect(await answer.text(), name).toContain(said)
  }
  expect(await everything()).toBe(before)
})

test('a link of any kind that opens nothing is a 404 that is kept nowhere and told to nobody', async ({ context }) => {
  for (const kind of ['invitation', 'password', 'email']) {
    const answer = await context.request.get(`/account/${kind}/guessed`, { headers: { 'sec-fetch-dest': 'document' } })
    const { 'cache-control': kept, 'referrer-policy': referrer } = answer.headers()
    expect([answer.status(), kept, referrer], kind).toEqual([404, 'no-store', 'no-referrer'])
  }
})

test('a page on another site cannot make a member act', async ({ context, signInAs }) => {
  await signInAs('owner')
  const action = listActions().find(({ name }) => name.endsWith('startTranslation'))
  const before = await everything()
  const answer = await context.request.post('/studio/releases', {
    headers: { 'next-action': action?.id ?? '', origin: 'https://elsewhere.example' },
    data: '[]',
  })
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect(await everything()).toBe(before)
})
