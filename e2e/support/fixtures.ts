/** What every browser test stands on: a served example newsroom, members who sign in, and a strict eye on the browser. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { closeDatabase } from '#db/engine.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { openPostOffice, type PostOffice } from '#lib/outbound/testing.ts'
import { untilAwake } from './awake.ts'
import { emptyDatabase, exampleDatabase } from './database.ts'
import { createTestRelease, type TestRelease } from './releases.ts'
import { type RunningServer, startServer } from './server.ts'
import { type Cookie, signIn } from './sign-in.ts'
import { templateDir } from './template.ts'
import { anotherBrowser, openText, type Writer } from './writing.ts'

export { expect } from '@playwright/test'

export type Member = 'owner' | 'editor' | 'contributor'
export const emailOf = (member: Member) => `${member}@example.org`

interface TestFixtures {
  /** Signs the test's browser in as one of the example's members, by a session the tests of one worker share. */
  signInAs(member: Member): Promise<void>
  /** Writes a draft from outside the browser, signs in as the member, an editor unless told, and opens it. */
  openDraft(changes?: Partial<Draft>, member?: Member): Promise<TestRelease & Writer>
  /** Opens a text in another browser, where another member is signed in. */
  openElsewhere(id: string, member: Member): Promise<Writer>
  /** A newsroom nobody has set up yet, served for this test alone. */
  emptyNewsroom: RunningServer
  /** What the browser may complain of in this test. Anything else it complains of fails the test. */
  expectedComplaints: RegExp[]
}

interface WorkerFixtures {
  /** Where the example newsroom's mail ends up. Every test's: look for your own. */
  postOffice: PostOffice
  /** The example newsroom, served. The tests of one worker share it, so each changes only what it has made itself. */
  newsroom: RunningServer
  /** A member's session. Sign-ins are limited by address, so each member signs in once per worker. */
  sessionOf(member: Member): Promise<Cookie>
}

const temporaryDir = () => mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))

export const test = base.extend<TestFixtures, WorkerFixtures>({
  postOffice: [
    async ({ browserName: _ }, use) => {
      const office = await openPostOffice()
      await use(office)
      await office.close()
    },
    { scope: 'worker' },
  ],

  newsroom: [
    async ({ postOffice }, use) => {
      const dataDir = temporaryDir()
      cpSync(templateDir, dataDir, { recursive: true })
      const database = await exampleDatabase()
      const server = await startServer(dataDir, { SMTP_URL: postOffice.url, ...database.environment })
      // So that a test can use the newsroom's own verbs, as another process beside the server.
      Object.assign(process.env, { DATA_DIR: dataDir, ...database.environment })
      await use(server)
      await closeDatabase()
      await server.stop()
      await database.drop()
      rmSync(dataDir, { recursive: true })
    },
    { scope: 'worker' },
  ],

  sessionOf: [
    async ({ newsroom }, use) => {
      const sessions = new Map<Member, Promise<Cookie>>()
      await use((member) => {
        const session = sessions.get(member) ?? signIn(newsroom.url, emailOf(member))
        sessions.set(member, session)
        return session
      })
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ newsroom }, use) => use(newsroom.url),

  emptyNewsroom: async ({ browserName: _ }, use) => {
    const dataDir = temporaryDir()
    const database = await emptyDatabase()
    const server = await startServer(dataDir, database.environment)
    await use(server)
    await server.stop()
    await database.drop()
    rmSync(dataDir, { recursive: true })
  },

  signInAs: async ({ context, newsroom, sessionOf }, use) => {
    await use(async (member) => {
      await context.addCookies([{ ...(await sessionOf(member)), url: newsroom.url, httpOnly: true, sameSite: 'Lax' }])
    })
  },

  openDraft: async ({ page, signInAs }, use) => {
    await use(async (changes = {}, member = 'editor') => {
      const release = await createTestRelease(changes)
      await signInAs(member)
      return { ...release, ...(await openText(page, release.id)) }
    })
  },

  openElsewhere: async ({ browser, newsroom, sessionOf }, use) => {
    const opened: BrowserContext[] = []
    await use(async (id, member) => {
      const context = await anotherBrowser(browser, { url: newsroom.url, session: await sessionOf(member) })
      opened.push(context)
      return openText(await context.newPage(), id)
    })
    for (const context of opened) await context.close()
  },

  expectedComplaints: async ({ browserName: _ }, use) => use([]),

  page: async ({ page, javaScriptEnabled, expectedComplaints }, use) => {
    const stopWaiting = javaScriptEnabled === false ? undefined : await untilAwake(page.context())
    const complaints: string[] = []
    page.on('console', (message) => {
      // It tells of a machine that is slow, and of nothing on the page.
      if (/preloaded using link preload but not used within a few seconds/.test(message.text())) return
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await use(page)
    stopWaiting?.()
    const unexpected = complaints.filter((complaint) => !expectedComplaints.some((one) => one.test(complaint)))
    expect(unexpected, 'what the browser complained of').toEqual([])
  },
})

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with what axe found, each with its place, by WCAG 2.2 AA and axe's own good practice. */
export async function expectNoViolations(
  page: Page,
  { within, rules }: { within?: string; rules?: string[] } = {},
): Promise<void> {
  expect(page.frames(), 'axe is asked in one frame').toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ({ runOnly, within }) => {
      // Colours on their way to others are read by nobody.
      const moving = document.getAnimations().filter(
        ({ effect, timeline }) =>
          // One that follows the scrolling ends when the page does.
          timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
      )
      await Promise.allSettled(moving.map(({ finished }) => finished))
      // What is half under a bar that stays can be scrolled to: the page is asked from its top, and when it has come to rest.
      window.scrollTo({ top: 0, behavior: 'instant' })
      const scrolled = () => [...document.querySelectorAll('*')].reduce((sum, { scrollTop }) => sum + scrollTop, 0)
      for (let before = -1; before !== scrolled(); ) {
        before = scrolled()
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run(within ?? document, { runOnly, resultTypes: ['violations'] })
      return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map((node) => node.html) }))
    },
    { runOnly: rules ?? axeTags, within },
  )
  expect(found).toEqual([])
}

/** Listens as a screen reader does. Returns what has been said since, also what stands there no longer. */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const heard: string[] = []
    for (const region of document.querySelectorAll('[role="status"], [aria-live]'))
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    return heard
  })
  return () => said.jsonValue()
}

/** Fails if the page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content).toBeLessThanOrEqual(window ?? 0)
}
