/** What is told in parts is read in order, and its editors need not count. */
import { randomUUID } from 'node:crypto'
import { getDraft } from '#db/releases/revisions.ts'
import { createSeries, deleteSeries } from '#db/series.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader sees which part a text is, and goes on to the next and to all of them', async ({ page }) => {
    await page.goto('/nyheter/forsta-skoljvattnet-gar-runt-i-gruvnas')
    const series = page.getByRole('region', { name: 'Serie', exact: true })
    await expect(page.locator('.meta')).toContainText('Serie: Vägen till dubbelkretsen, del 3 av 5')
    await expect(series).toContainText('del 3 av 5')
    await series.getByRole('link', { name: /full skala$/ }).click()
    await expect(series).toContainText('del 4 av 5')
    await series.getByRole('link', { name: 'Vägen till dubbelkretsen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vägen till dubbelkretsen')
    const parts = page.getByRole('region', { name: 'Delar' }).getByRole('listitem')
    await expect(parts).toHaveCount(5)
    await expect(parts.first()).toContainText('Del 1')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('region', { name: 'Parts' }).getByRole('listitem')).toHaveCount(3)
  })
})

test.describe('in the editor', () => {
  // The server says no to what is not there.
  test.use({ expectedComplaints: [/status of 422/] })

  test('a text is put in a series beside the text, and a series that is deleted meanwhile costs nothing', async ({
    page,
    openDraft,
  }) => {
    const [member] = await listUsers()
    const by = { actor: { id: member?.id ?? '' }, now: new Date() }
    const add = (name: string) => createSeries({ texts: { sv: { name, slug: '', intro: '' } } }, by)
    const mark = randomUUID().slice(0, 8)
    const [kept, lost] = [await add(`Stannar ${mark}`), await add(`Försvinner ${mark}`)]
    const { id, ...writer } = await openDraft({ title: 'En text i en serie' })
    await writer.tab('Detaljer')
    const choice = page.getByRole('combobox', { name: 'Lägg till i en serie' })
    const choose = async (name: string) => {
      await choice.fill(name)
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    }
    const stored = async () => (await getDraft(id))?.draft.seriesId
    await choose(`Stannar ${mark}`)
    await expect.poll(stored).toBe(kept)
    await deleteSeries(lost, by)
    await choose(`Försvinner ${mark}`)
    await expect(writer.status).toContainText('som texten använder finns inte längre')
    expect(await stored()).toBe(kept)
    await page.getByRole('button', { name: `Ta bort ur serien Försvinner ${mark}` }).click()
    await expect.poll(stored).toBeNull()
  })
})
