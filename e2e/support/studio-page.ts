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

/** Fails if axe finds anything or the page scrolls sideways, on a desk by day and on a phone by night. */
export async function expectGoodForEveryone(page: Page): Promise<void> {
  const views = [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 1440, height: 900, colorScheme: 'dark' },
    { width: 320, height: 640, colorScheme: 'light' },
    { width: 320, height: 640, colorScheme: 'dark' },
  ] as const
  for (const { colorScheme, ...size } of views) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('h1')).toBeVisible()
}
