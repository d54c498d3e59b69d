/** The calendar: what is not yet out is moved, with a question, and members have it in their own calendar. */
import { planDraft } from '#db/calendar/reschedule.ts'
import { getRelease } from '#db/releases.ts'
import { daysLater } from '#lib/time/days.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs } from './support/studio-page.ts'

const timeZone = 'Europe/Stockholm'

test('an editor drags a planned draft to another day, moves it by keyboard, and gets the address of the calendar', {
  tag: '@postgres',
}, async ({ page, signInAs }) => {
  const { id } = await createTestRelease({ title: 'Tänkt att flyttas' })
  const today = wallTimeOf(new Date(), timeZone).date
  // The middle of a month of its own, where nothing else is.
  const [from, to, last] = [0, 1, 2].map((days) => daysLater(`${Number(today.slice(0, 4)) + 1}-06-16`, days))
  const by = { actor: { ...(await actingAs('editor@example.org')), role: 'editor' as const }, now: new Date() }
  await planDraft(id, { date: from, time: '09:30' }, by)
  const plannedOn = async () => {
    const at = (await getRelease(id))?.plannedAt
    return at && `${wallTimeOf(at, timeZone).date} ${wallTimeOf(at, timeZone).time}`
  }
  await signInAs('editor')
  await page.goto(`/studio/calendar?day=${from}`)
  const day = (isoDay = '') => page.locator(`[data-day="${isoDay}"]`)
  const entry = page.getByRole('button', { name: /09:30 Tänkt att flyttas/ })
  await entry.hover()
  await page.mouse.down()
  await day(to).hover()
  await page.mouse.up()
  await page.getByRole('dialog').getByRole('button', { name: 'Flytta' }).click()
  await expect(day(to).getByRole('button', { name: /Tänkt att flyttas/ })).toBeVisible()
  expect(await plannedOn()).toBe(`${to} 09:30`)

  await entry.press('Enter')
  await page.getByRole('menuitem', { name: 'Flytta …' }).press('Enter')
  await page.getByLabel('Dag', { exact: true }).fill('2001-06-18')
  await page.getByLabel('Dag', { exact: true }).press('Enter')
  await expect(page.getByLabel('Dag', { exact: true })).toHaveAccessibleDescription(/passerat/)
  await page.getByLabel('Dag', { exact: true }).fill(last ?? '')
  await page.getByLabel('Dag', { exact: true }).press('Enter')
  await expect(day(last).getByRole('button', { name: /Tänkt att flyttas/ })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Prenumerera' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Skapa adressen' }).click()
  const address = await page.getByRole('dialog').getByRole('textbox').inputValue()
  expect(await (await page.request.get(address)).text()).toContain('BEGIN:VCALENDAR')
})
