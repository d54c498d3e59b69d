/**
 * `npm run test:rolling`: three nodes behind nginx, on PostgreSQL, are replaced one after another by those of another version,
 * while readers read, members work in pages of the version before, and browsers fetch what those pages need. No request may
 * fail. It is not part of `npm test`. Where PostgreSQL or nginx is not installed it says so, and nothing is tried.
 */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { appendFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { builtActions } from '../e2e/support/built.ts'
import { copyCheckout } from '../e2e/support/checkout.ts'
import { freePort, type RunningServer, root, runNode, startServer } from '../e2e/support/server.ts'
import { signIn } from '../e2e/support/sign-in.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { hasBalancer, startBalancer } from './balancer.ts'
import { installedPostgres, startPostgres } from './start-postgres.ts'

const wanted = 3

const bin = installedPostgres()
if (!bin || !hasBalancer()) {
  process.stdout.write('PostgreSQL and nginx are not both installed here, so nothing was tried.\n')
  process.exit(0)
}

const buildFiles = (checkout: string) =>
  globSync('**/*.{js,css}', { cwd: join(checkout, '.next/static') }).map((path) => `/_next/static/${path}`)

async function requireBuilt(checkout: string) {
  if (isBuilt(checkout)) return
  const failure = await build(checkout)
  if (failure !== undefined) throw new Error(failure)
}

/** A version whose scripts and style sheets have other names. */
async function makeNextVersion() {
  const next = copyCheckout('next-version-')
  appendFileSync(join(next.checkout, 'components/styles/tokens.css'), '\n:root { --version: 2 }\n')
  appendFileSync(join(next.checkout, 'components/editor/release-editor.tsx'), '\nconsole.debug("the next version")\n')
  await requireBuilt(next.checkout)
  return next
}

await requireBuilt(root)
const next = await makeNextVersion()
const [before, after] = [root, next.checkout].map((checkout) => new Set(buildFiles(checkout)))
const gone = [...(before ?? [])].filter((path) => !after?.has(path))
const come = [...(after ?? [])].filter((path) => !before?.has(path))
const database = await startPostgres(bin)
const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-rolling-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const environment = {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  PUBLIC_URL: url,
  NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
  TRUSTED_PROXY: '1',
}

const asked = new Map<string, number>()
const failures: string[] = []
let isOver = false
/** How many nodes are of the next version. */
let replaced = 0

/** Does one thing again and again until all nodes are new, and notes each time that it did not go as it should. */
async function keepDoing(what: string, once: (turn: number) => Promise<string | undefined>) {
  for (let turn = 0; !isOver; turn++) {
    const failure = await once(turn).catch((error) => String(error.cause ?? error))
    asked.set(what, (asked.get(what) ?? 0) + 1)
    if (failure) failures.push(`${what}: ${failure}`)
    await wait(20)
  }
}

async function get(path: string, end: string, cookie = ''): Promise<string | undefined> {
  const answer = await fetch(url + path, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== 200 || !text.trimEnd().endsWith(end)) return `${path} ${answer.status} ${text.slice(-80)}`
}

const ends: (() => unknown)[] = [
  () => database.end(),
  () => rmSync(dataDir, { recursive: true, force: true }),
  () => next.discard(),
]
try {
  await runNode(['cli.ts', 'seed', '--picture-width', '200'], environment)
  const nodes = await Promise.all(Array.from({ length: wanted }, () => startServer(dataDir, environment)))
  ends.unshift(() => Promise.all(nodes.map((node) => node.stop())))
  ends.unshift(
    await startBalancer(
      port,
      nodes.map((node) => node.url),
    ),
  )

  // Which database is used is chosen as it is imported.
  Object.assign(process.env, environment)
  const { closeDatabase } = await import('#db/engine.ts')
  const { createTestRelease } = await import('../e2e/support/releases.ts')
  const { getDraft } = await import('#db/releases/revisions.ts')
  const { id, path: published, publish } = await createTestRelease({ title: 'Före' })
  await publish()
  const { name, value } = await signIn(url, 'editor@example.org')
  const cookie = `${name}=${value}`
  const headers = { origin: url, cookie }
  const action = builtActions().find(({ name }) => name === 'studio/actions.ts saveLanguage')
  assert.ok(action, 'the version before has the action')
  const there = new RegExp(`"${action.id}"`)
  assert.match(readFileSync(join(next.checkout, '.next/server/server-reference-manifest.json'), 'utf8'), there)
  assert.ok(gone.length && come.length, 'the two versions have other build files')

  const paths = ['/', '/en', '/nyheter', published]
  const work = [
    keepDoing('kept pages', (turn) => get(paths[turn % paths.length] ?? '/', '</html>')),
    keepDoing('pages made anew', (turn) => get(`/sok?q=vatten+${turn}`, '</html>')),
    keepDoing('studio pages', () => get('/studio/releases', '</html>', cookie)),
    keepDoing('actions of the page before', async () => {
      const answer = await fetch(`${url}/studio`, {
        method: 'POST',
        headers: { ...headers, 'next-action': action.id, 'content-type': 'text/plain' },
        body: '["sv"]',
      })
      const isDone = answer.status === 200 && !answer.headers.get('x-nextjs-action-not-found')
      await answer.arrayBuffer()
      return isDone ? undefined : `${answer.status}`
    }),
    keepDoing('saved drafts', async (turn) => {
      const stored = await getDraft(id)
      const answer = await fetch(`${url}/api/releases/${id}/draft`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          baseVersion: stored?.version,
          reason: 'save',
          draft: { ...stored?.draft, title: `Omgång ${turn}` },
        }),
      })
      if (answer.status !== 200) return `${answer.status} ${await answer.text()}`
      await answer.arrayBuffer()
      if ((await getDraft(id))?.draft.title !== `Omgång ${turn}`) return 'what was answered is not what is saved'
    }),
    keepDoing('files of both builds', async (turn) => {
      // Those of the next version are asked for once a page of it may have been sent.
      const list = turn % 2 && replaced > 0 ? come : gone
      const path = list[turn % list.length] ?? ''
      const answer = await fetch(url + path)
      const bytes = (await answer.arrayBuffer()).byteLength
      return answer.status === 200 && bytes > 0 ? undefined : `${path} ${answer.status}`
    }),
  ]
  await wait(3_000)
  for (const [place, node] of nodes.entries()) {
    assert.equal(await node.stop(), 0)
    const { port: own } = new URL(node.url)
    const renewed: RunningServer = await startServer(dataDir, environment, Number(own), next.checkout)
    nodes[place] = renewed
    replaced++
    await wait(2_000)
  }
  isOver = true
  await Promise.all(work)
  for (const path of gone) assert.equal((await fetch(url + path)).status, 200, `${path} is there when all are new`)
  await closeDatabase()
  const total = [...asked.values()].reduce((sum, one) => sum + one, 0)
  const parts = [...asked].map(([what, times]) => `${times} ${what}`)
  process.stdout.write(`${failures.length} of ${total} requests failed: ${parts.join(', ')}.\n`)
  assert.deepEqual(failures, [])
} finally {
  isOver = true
  for (const end of ends) await end()
}
