/** Crisis mode: one switch, and every page that readers get from then on says so. */
import { getCrisisOn, prepareStatement } from '#db/crisis/prepared.ts'
import { switchOff } from '#db/crisis/switch.ts'
import { getRelease } from '#db/releases.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'

const others = [
  '/',
  '/press',
  '/en',
  '/nyheter',
  '/nyheter/tolv-bruksorter-delar-pa-48-miljoner',
  '/personer/ingrid-olvestad',
  '/finns-inte',
]
const banner = 'class="crisis-banner"'

test('an editor switches crisis mode on, and no page that anybody gets after that is without it', async ({
  page,
  newsroom,
  request,
  signInAs,
}) => {
  test.slow()
  const get = async (path: string) => (await request.get(newsroom.url + path)).text()
  const by = { actor: await actingAs('editor@example.org'), now: new Date() }
  const text = await getRelease(
    await prepareStatement({ title: 'Utsläpp vid [anläggning]: det här vet vi', language: 'sv' }, by),
  )
  const storyId = text?.storyId ?? ''
  const statement = '/nyheter/utslapp-vid-vattenhallen-det-har-vet-vi'
  try {
    // Every page is stored before the switch.
    for (const path of [...others, ...others]) expect(await get(path)).not.toContain(banner)
    expect((await request.get(newsroom.url + statement)).status()).toBe(404)

    await signInAs('editor')
    await page.goto('/studio/crisis')
    await page.getByRole('link', { name: 'Utsläpp vid [anläggning]' }).click()
    await page.getByLabel('Anläggning', { exact: true }).fill('Vattenhallen')
    await page.getByLabel('Klockslag', { exact: true }).fill('14.05')
    await page.getByLabel('Vad som hände', { exact: true }).fill('läckte tre kubikmeter vatten')
    await page.getByRole('button', { name: 'Slå på krisläget …' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(/En lucka är tom: \[plats\]/)
    await expect(page.getByLabel('Plats', { exact: true })).toBeFocused()
    await expectGoodForEveryone(page)
    await page.getByLabel('Plats', { exact: true }).fill('Vattenhallen i Lövsele')
    // The example's scheduled text is for the other tests to find.
    await page.getByRole('checkbox', { name: /^Pausa/ }).uncheck()
    await page.getByRole('button', { name: 'Slå på krisläget …' }).click()
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText('Utsläpp vid Vattenhallen: det här vet vi')
    await expectNoViolations(page)
    await question.getByRole('button', { name: 'Slå på nu' }).click()
    const bar = page.getByRole('complementary', { name: 'Krisläget är på' })
    await expect(bar).toContainText('Ingen uppdatering än.')

    // The first answer after the switch, of each.
    for (const path of others) expect(await get(path), path).toContain(banner)
    expect(await get(statement)).not.toContain(banner)

    await page.getByLabel('Det vi vet nu, svenska').fill('Ingen är skadad.')
    await page.getByRole('button', { name: 'Skicka uppdateringen nu' }).click()
    await expect(page.getByRole('list').getByText('Ingen är skadad.')).toBeVisible()
    await expect(page.getByLabel('Det vi vet nu, svenska')).toHaveValue('')
    await page.getByRole('button', { name: /^Rätta uppdateringen/ }).click()
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByLabel('Det vi vet nu, svenska')
      .fill('En är skadad.')
    await page.getByLabel('Det stod, svenska').fill('ingen')
    await page.getByRole('button', { name: 'Rätta', exact: true }).click()
    await expect(page.getByText(/rättad \d\d:\d\d/)).toBeVisible()
    await expectGoodForEveryone(page)

    await page.goto('/')
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/Utsläpp/)
    await expect(page.getByText('En är skadad.')).toBeVisible()
    await expectNoViolations(page)
    await page.goto(statement)
    await expect(page.getByText(/Rättad kl\.\s\d\d\.\d\d: det stod ”ingen”/)).toBeVisible()
    await expectGoodForEveryone(page)
    await page.goto('/en')
    await expect(page.getByRole('complementary', { name: 'Important message' }).getByRole('link')).toHaveAttribute(
      'lang',
      'sv',
    )
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(await get(`${statement}/${file}`)).toContain('En är skadad.')

    await page.goto(`/studio/crisis/${storyId}`)
    await page.getByRole('button', { name: 'Avsluta krisläget …' }).click()
    await page.getByLabel('Tas bort för läsarna').check()
    await page.getByLabel('Skäl, om det tas bort').fill('Det var ett prov.')
    await page.getByRole('button', { name: 'Avsluta krisläget', exact: true }).click()
    await expect(bar).toBeHidden()
    for (const path of others) expect(await get(path), path).not.toContain(banner)
    expect(await get(statement)).toContain('Det var ett prov.')
  } finally {
    // The other tests of this newsroom are to find it as it was.
    if (await getCrisisOn()) await switchOff(storyId, { what: 'take-away', reason: 'Prov' }, { ...by, now: new Date() })
  }
})
