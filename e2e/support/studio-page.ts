/** What the tests of the studio's screens share. */
import type { Page } from '@playwright/test'
import { listUsers } from '#db/users.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations } from './fixtures.ts'

/** What stops the form, on top of it. */
export const summaryOf = (page: Page) => page.locator('.summary')

/** A member to act as from outside the browser. */
export async function actingAs(email: string): Promise<{ id: string }> {
  const member = (await listUsers()).find((user) => user.email === email)
  if (!member) throw new Error(`${email} is no member`)
  return { id: member.id }
}

/** What axe asks of colours, which is all that a dark page does otherwise than a light one. */
export const colourRules = ['color-contrast', 'link-in-text-block']

/** Fails if axe finds anything or the page scrolls sideways, on a desk and on a phone, by day and by night. */
export async function expectGoodForEveryone(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const size of [
    { width: 1440, height: 900 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoViolations(page, { rules: colourRules })
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.locator('h1')).toBeVisible()
}
