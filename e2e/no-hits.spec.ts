/** A search that finds nothing says so, how many there are without it, and what it may have meant. */
import { randomUUID } from 'node:crypto'
import { addMedia } from '#db/media.ts'
import { createOrganisation } from '#db/organisations.ts'
import { archivePerson } from '#db/people/archive.ts'
import { createPerson } from '#db/people.ts'
import { createSeries } from '#db/series.ts'
import { picture } from '#db/testing/images.ts'
import { personInput } from '#db/testing/people.ts'
import { createTopic } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'

/** A long word of this test's own, and the same with a slip. */
function wordWithSlip(): { word: string; slip: string } {
  const word = `Sköljverket${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 8)}`
  return { word, slip: word.replace('verk', 'vrek') }
}

async function by() {
  const [actor] = await listUsers()
  if (!actor) throw new Error('the newsroom has no members')
  return { actor, now: new Date() }
}

const named = (name: string) => ({ texts: { sv: { name, slug: '', intro: '' } } })
const lists = {
  people: async (name: string) => createPerson(personInput(name), await by()),
  organisations: async (name: string) =>
    createOrganisation({ kind: 'partner', name: { sv: name }, logoMediaId: null }, await by()),
  topics: async (name: string) => createTopic(named(name), await by()),
  series: async (name: string) => createSeries(named(name), await by()),
  media: async (name: string) => {
    const colour = `#${randomUUID().slice(0, 6)}`
    return addMedia({ bytes: await picture(colour).png().toBuffer(), filename: `${name}.png` }, await by())
  },
}

for (const [list, make] of Object.entries(lists)) {
  test(`the list of ${list} says what empties it and offers the nearest word that has hits`, async ({
    page,
    signInAs,
  }) => {
    const { word, slip } = wordWithSlip()
    await make(word)
    await signInAs('editor')
    await page.goto(`/studio/${list}`)
    await page.getByRole('searchbox').fill(slip)
    await page.getByRole('searchbox').press('Enter')
    const nothing = page.locator('.no-hits')
    await expect(nothing.getByRole('heading')).toHaveText(`Ingen träff på ”${slip}”`)
    await expect(nothing).toContainText(/Utan ”Sök: .*” finns \d+\./)
    await expect(nothing).toContainText('Sökningen går igenom')
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await nothing.getByRole('link', { name: word, exact: true }).click()
    await expect(nothing).toHaveCount(0)
    await expect(page.getByText(word).first()).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveValue(word)
  })
}

test('whoever is in the archive is told of there, and who is looked for in the archive is found among the active', async ({
  page,
  signInAs,
}) => {
  const { word } = wordWithSlip()
  const id = await createPerson(personInput(`Ove ${word}`), await by())
  await archivePerson(id, await by())
  await signInAs('contributor')
  await page.goto(`/studio/people?q=${word}`)
  await expect(page.locator('.no-hits')).toContainText('En finns i arkivet.')
  await page.getByRole('link', { name: 'Visa i arkivet' }).click()
  await expect(page.getByRole('link', { name: `Ove ${word}` })).toBeVisible()
})

test('the library’s picker says that it found nothing, and searches for what was meant', async ({
  page,
  openDraft,
}) => {
  const { word, slip } = wordWithSlip()
  await lists.media(word)
  const { tab } = await openDraft({ title: 'Med bild' })
  await tab('Bilder & filer')
  await page.getByRole('button', { name: 'Välj huvudbild' }).click()
  const dialog = page.getByRole('dialog', { name: 'Välj bild' })
  const field = dialog.getByRole('searchbox')
  await field.fill(slip)
  await expect(dialog.getByText(`Ingen träff på ”${slip}”`)).toBeVisible()
  await dialog.getByRole('button', { name: `Menade du ${word}?` }).click()
  await expect(field).toHaveValue(word)
  await expect(dialog.getByRole('button', { name: `${word}.png` })).toBeVisible()
  await field.fill('xylofonorkester')
  await expect(dialog.getByText('Ingen träff på ”xylofonorkester”')).toBeVisible()
  await dialog.getByRole('button', { name: 'Visa alla' }).click()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
})
