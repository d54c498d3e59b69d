/** What goes wrong on the server is logged once, under the number its page names, whatever part of it has failed. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { write } from '#db/client.ts'
import { closeDatabase } from '#db/engine.ts'
import { createPreviewLink } from '#db/releases/preview-links.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { ask } from './support/studio-requests.ts'
import { templateDir } from './support/template.ts'

interface LogLine {
  job?: string
  level: number
  number?: string
  path?: string
  err?: { message: string; stack: string }
}

/** What stands in the log as an error or worse. */
const errorsIn = (server: RunningServer): LogLine[] =>
  server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): LogLine => JSON.parse(line))
    .filter(({ level }) => level >= 50)

const rename = (from: string, to: string) =>
  write(async (tx) => {
    await tx.run(sql`ALTER TABLE ${sql.identifier(from)} RENAME TO ${sql.identifier(to)}`)
  })

test.describe('with a table gone', () => {
  let usual: string | undefined
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-faults-'))
  let server: RunningServer

  // The newsroom that the other tests of this process share is named before this one takes its place.
  test.beforeAll(async ({ newsroom }) => {
    usual = newsroom.dataDir
    cpSync(templateDir, dataDir, { recursive: true })
    server = await startServer(dataDir)
    process.env.DATA_DIR = dataDir
  })
  test.afterAll(async () => {
    await closeDatabase()
    process.env.DATA_DIR = usual
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })

  /** Runs what fails while the table is gone, and returns what it has left in the log. */
  async function withoutTable(table: string, work: () => Promise<void>): Promise<LogLine[]> {
    const before = errorsIn(server).length
    await rename(table, 'elsewhere')
    await work()
    await rename('elsewhere', table)
    // What comes late would come before the answer to another request has.
    await ask(server.url, '/finns-inte')
    // The clock, which misses the table as well when its round falls into the time without, answers no request.
    return errorsIn(server)
      .slice(before)
      .filter(({ job }) => job === undefined)
  }

  test('each fault is in the log once, and a page of the studio names its number', async ({
    page,
    context,
    expectedComplaints,
  }) => {
    test.slow()
    expectedComplaints.push(/500 \(Internal Server Error\)/, /Error/)
    const session = await signIn(server.url, 'editor@example.org')
    const cookie = `${session.name}=${session.value}`
    await context.addCookies([{ ...session, url: server.url, httpOnly: true, sameSite: 'Lax' }])
    const release = await createTestRelease({ title: 'Ett prov' })
    const owner = (await listUsers()).find(({ role }) => role === 'owner')
    if (!owner) throw new Error('the newsroom has no owner')
    const by = { actor: owner, now: new Date() }
    const { token } = await createPreviewLink(release.id, { name: 'En gäst', days: 7 }, by)

    const onPage = await withoutTable('topics', async () => {
      await page.goto(`${server.url}/studio/topics?q=hemligt`)
      await expect(page.getByText('i loggen')).toBeVisible()
    })
    const named = /leta efter (\S+) i loggen/.exec((await page.textContent('main')) ?? '')?.[1]
    expect(onPage).toHaveLength(1)
    expect(onPage[0]).toMatchObject({ number: named, path: '/studio/topics' })
    expect(onPage[0]?.err?.stack).toContain('topics')

    const fails = async (path: string, headers: Record<string, string> = {}) =>
      expect((await ask(server.url, path, { headers })).status, path).toBe(500)
    const others: [string, string, () => Promise<void>][] = [
      ['topic_texts', '/amnen', () => fails('/amnen?q=hemligt')],
      ['media', '/api/media', () => fails('/api/media?q=hemligt', { cookie })],
      ['preview_links', '/preview/…', () => fails(`/preview/${token}`)],
    ]
    for (const [table, path, work] of others) {
      const left = await withoutTable(table, work)
      expect([...new Set(left.map((line) => line.path))], path).toEqual([path])
      // A page and what stands in its head may each fail, and each has a number of its own.
      expect(new Set(left.map(({ number }) => number)).size, path).toBe(left.length)
    }

    await page.goto(`${server.url}/studio/topics/new`)
    const sent = await withoutTable('topics', async () => {
      await page.getByLabel('Namn').first().fill('Ett nytt ämne')
      await page.getByRole('button', { name: 'Skapa ämnet' }).click()
      await expect(page.getByText('Det du har skrivit finns kvar').first()).toBeVisible()
    })
    expect(sent.map((line) => line.path)).toEqual(['/studio/topics/new'])
    expect(server.said()).not.toMatch(/hemligt|\n\s+at /)
  })
})
