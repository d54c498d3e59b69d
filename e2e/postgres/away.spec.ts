/** The database goes away, and comes back: nobody has to start anything again, and nothing is lost. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase } from '#db/engine.ts'
import { installedPostgres, startPostgres } from '../../testing/start-postgres.ts'
import { emailOf, expect, test } from '../support/fixtures.ts'
import { createTestRelease } from '../support/releases.ts'
import { runNode, saidSince, startServer } from '../support/server.ts'
import { signIn } from '../support/sign-in.ts'
import { ask } from '../support/studio-requests.ts'
import { templateDir } from '../support/template.ts'
import { anotherBrowser, expectSaved, openText } from '../support/writing.ts'

const ends: (() => unknown)[] = []
test.afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** Longer than all that waits on the way: a connection, a lease, a retry. */
const away = 60_000

test('a minute without the database: readers read, a writer keeps each word, and all goes on by itself', {
  tag: '@postgres',
}, async ({ browser }) => {
  test.setTimeout(away + 120_000)
  const bin = installedPostgres()
  test.skip(!bin, 'no PostgreSQL is installed here that could be taken away')
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))
  cpSync(templateDir, dataDir, { recursive: true })
  ends.unshift(() => rmSync(dataDir, { recursive: true }))
  const postgres = await startPostgres(bin ?? '')
  ends.unshift(() => postgres.end())
  const usual = { DATA_DIR: process.env.DATA_DIR, DATABASE_URL: process.env.DATABASE_URL }
  const environment = { DATA_DIR: dataDir, DATABASE_URL: postgres.url }
  await runNode(['cli.ts', 'move', 'sqlite', 'postgres'], environment)
  const server = await startServer(dataDir, environment)
  ends.unshift(() => server.stop())
  await closeDatabase()
  Object.assign(process.env, environment)
  ends.unshift(async () => {
    await closeDatabase()
    Object.assign(process.env, usual)
  })
  const status = async (path: string) => (await ask(server.url, path)).status

  const published = await createTestRelease({ title: 'Före avbrottet' })
  await published.publish()
  const kept = ['/', '/en', '/nyheter', published.path, '/feed.xml', '/sok?q=vatten']
  for (const path of kept) expect([path, await status(path)]).toEqual([path, 200])
  const session = await signIn(server.url, emailOf('editor'))
  const context = await anotherBrowser(browser, { url: server.url, session })
  ends.unshift(() => context.close())
  const { id } = await createTestRelease({ title: 'Sparat före' })
  const writer = await openText(await context.newPage(), id)
  await writer.headline.fill('Sparat före, och ändrat')
  await expectSaved(id, 'Sparat före, och ändrat')
  await closeDatabase()
  const before = server.said()

  postgres.cut()
  const end = performance.now() + away
  await writer.headline.fill('Skrivet medan databasen var borta')
  await expect(writer.status).toContainText('Sparat här, inte på servern')
  const answers = new Set<string>()
  while (performance.now() < end) {
    for (const path of kept) answers.add(`${path} ${await status(path)}`)
    await wait(500)
  }
  expect([...answers].sort()).toEqual(kept.map((path) => `${path} 200`).sort())
  const unknown = await ask(server.url, '/amnen')
  expect([unknown.status, unknown.body.toString()]).toEqual([
    503,
    expect.stringContaining('Pressrummet är snart tillbaka'),
  ])
  expect([await status('/readyz'), await status('/healthz')]).toEqual([503, 200])
  await writer.body.click()
  await writer.page.keyboard.type('Och det sista ordet.')
  await expect(writer.status).toContainText('Sparat här, inte på servern')
  // Another window gets a page that says what is wrong, and is not signed out.
  const other = await context.newPage()
  await other.goto('/studio/releases')
  await expect(other).toHaveURL('/studio/releases')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Databasen svarar inte just nu')

  postgres.restore()
  await expect.poll(() => status('/readyz')).toBe(200)
  // The window tries again less and less often.
  await expect(writer.status).toContainText(/Sparat \d\d:\d\d/, { timeout: 60_000 })
  await expectSaved(id, 'Skrivet medan databasen var borta')
  expect(await status('/amnen')).toBe(200)
  await writer.page.reload()
  await expect(writer.headline).toHaveValue('Skrivet medan databasen var borta')
  await expect(writer.body).toContainText('Och det sista ordet.')
  await published.write({ title: 'Efter avbrottet' })
  await published.publish()
  await expect.poll(async () => (await ask(server.url, published.path)).body.toString()).toContain('Efter avbrottet')
  expect(saidSince(server, before).join('\n')).toContain('the database is back')
  // Once for all that has failed, and nothing of what anybody has typed.
  expect(server.said().match(/the database is away/g)).toHaveLength(1)
  expect(saidSince(server, before).join('\n')).not.toMatch(/Failed query|of the framework failed/)
})
