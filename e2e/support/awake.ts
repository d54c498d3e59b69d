/**
 * Nobody is as quick as a test. Where a page has a script, hands and eyes wait until it has taken over what is there: what is
 * pressed or typed before that goes nowhere, or is lost again.
 */
import type { BrowserContext, Page } from '@playwright/test'

const asleep = 'data-asleep'

/** Has everything done on the pages of a browser wait for their scripts, however they were come to. Returns how to end it. */
export async function untilAwake(context: BrowserContext): Promise<() => void> {
  await context.addInitScript(markWhileAsleep, asleep)
  for (const page of context.pages()) watch(page)
  context.on('page', watch)
  return () => void context.off('page', watch)
}

const watched = new WeakSet<Page>()

function watch(page: Page): void {
  const sleeping = page.locator(`html[${asleep}]`)
  // Looked for before every press and every look, and waited for until it is gone.
  void page.addLocatorHandler(sleeping, async () => {})
  // A test's page may have been another's before.
  if (watched.has(page)) return
  watched.add(page)
  // A key is pressed without a look.
  const [goto, reload, goBack] = [page.goto.bind(page), page.reload.bind(page), page.goBack.bind(page)]
  const after = async <Arrived>(arrived: Arrived): Promise<Arrived> => {
    await sleeping.waitFor({ state: 'hidden' })
    return arrived
  }
  page.goto = async (...to) => after(await goto(...to))
  page.reload = async (...how) => after(await reload(...how))
  page.goBack = async (...how) => after(await goBack(...how))
}

/** Runs in the page, before anything of it: marks it until it has been read and React, where it is, has taken over. */
function markWhileAsleep(mark: string): void {
  if (window !== window.top) return
  // A test may put its own clock in place of the page's.
  const later = window.setTimeout.bind(window)
  let isRead = false
  document.addEventListener('DOMContentLoaded', () => {
    isRead = true
  })
  const isTakenOver = () => {
    if (!document.querySelector('script[src*="/_next/"]')) return true
    // What a reader will see is HTML inside one element.
    const main = document.querySelector('.page, main')
    return !main || Object.keys(main).some((key) => key.startsWith('__reactProps'))
  }
  let looks = 0
  const look = () => {
    looks = isRead && isTakenOver() ? looks + 1 : 0
    document.documentElement?.toggleAttribute(mark, looks < 3)
    // Once more, and again: effects come after what they belong to.
    if (looks < 3) later(look, 5)
  }
  look()
}
