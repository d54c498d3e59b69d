/** The press room, the people directory and the archive: where journalists find what they came for. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { findLivePeople } from '#db/live/directory.ts'
import { listOrganisations } from '#db/organisations.ts'
import { archivePerson } from '#db/people/archive.ts'
import { createPerson, getPerson, savePerson } from '#db/people.ts'
import { personInput } from '#db/testing/people.ts'
import { listUsers } from '#db/users.ts'
import { slugify } from '#lib/slug.ts'
import { emailOf, expect, listenTo, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs } from './support/studio-page.ts'

const cardOf = (path: string) => `${path}/vcard.vcf`
const unfolded = (card: string) => card.replaceAll('\r\n ', '')

test('the press room has contacts to save, pictures with terms and credits, logos and who we are', async ({
  page,
  context,
}) => {
  await page.goto('/press')
  const contacts = page.getByRole('region', { name: 'Presskontakt' })
  const [card] = await Promise.all([
    page.waitForEvent('download'),
    contacts.getByRole('link', { name: 'Spara kontakten: Amina Sjödahl' }).click(),
  ])
  expect(card.suggestedFilename()).toBe('amina-sjodahl.vcf')
  await expect(contacts.getByRole('link', { name: /^Spara kontakten: Pressjouren/ })).toHaveAttribute(
    'href',
    '/press/vcard.vcf',
  )
  const bank = page.getByRole('region', { name: 'Bildbank' })
  // Pictures of other tests may stand first.
  const picture = bank
    .locator('.bank > li')
    .filter({ hasText: 'Illustration: Andra vattnetVillkor: CC BY 4.0' })
    .first()
  const [original] = await Promise.all([
    page.waitForEvent('download'),
    picture.getByRole('link', { name: /^Ladda ned .*PNG, \d+ × \d+ px, \d+ kB$/ }).click(),
  ])
  // What is saved is called what the page calls it, and the copied credit is the one that stands there.
  const title = await picture.getByRole('heading').innerText()
  expect(original.suggestedFilename()).toBe(`${slugify(title)}.png`)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const said = await listenTo(page)
  await picture.getByRole('button', { name: 'Kopiera upphovet' }).click()
  await expect.poll(said).toContain('Kopierat')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Illustration: Andra vattnet.*CC BY 4\.0$/)
  expect(await picture.getByRole('img').getAttribute('alt')).toMatch(/^Illustration: /)
  await expect(page.getByRole('region', { name: 'Porträtt' })).toContainText('Ingrid Ölvestad')
  for (const name of ['Logotyper', 'Om Andra vattnet', 'Finansiärer', 'Senaste nytt']) {
    await expect(page.getByRole('region', { name })).toBeVisible()
  }
  await bank.getByRole('link', { name: 'Alla bilder' }).click()
  await expect(page).toHaveURL(/\/press\/bilder$/)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/press\/images$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image bank')
})

test('a contact is saved with what the page shows, and with a portrait only while it may be shown', async ({
  request,
}) => {
  const [user] = await listUsers()
  const by = { actor: { id: user?.id ?? '' }, now: new Date() }
  const read = async (path: string) => unfolded(await (await request.get(path)).text())
  const answer = await request.get(cardOf('/personer/ingrid-olvestad'))
  expect(answer.headers()['content-type']).toBe('text/vcard; charset=utf-8')
  const card = unfolded(await answer.text())
  expect(card).toContain('N:Ölvestad;Ingrid;;;\r\nFN:Ingrid Ölvestad\r\n')
  expect(card).toContain('TITLE:Programchef\r\n')
  expect(card).toContain('PHOTO;ENCODING=b;TYPE=JPEG:/9j/')
  expect(await read(cardOf('/en/people/ingrid-olvestad'))).toContain('TITLE:Programme Director\r\n')
  expect(await read('/press/vcard.vcf')).toContain('EMAIL;TYPE=INTERNET,WORK:press@andravattnet.example\r\n')

  const ingrid = (
    await findLivePeople(
      { language: 'sv', timeZone: 'Europe/Stockholm', now: new Date() },
      { name: 'Ingrid Ölvestad', organisation: '', role: '' },
    )
  ).people[0]
  const id = await createPerson(
    personInput('Kort Lindqvist, Ö; "K"', { portraitMediaId: ingrid?.portrait?.id ?? null }),
    by,
  )
  const person = await getPerson(id)
  if (!person) throw new Error('no such person')
  const path = cardOf(`/personer/${person.slug}`)
  expect(await read(path)).toContain('FN:Kort Lindqvist\\, Ö\\; "K"\r\n')
  expect(await read(path)).toContain('PHOTO')
  await savePerson(id, { ...person, portraitHidden: true }, { ...by, baseVersion: person.version })
  expect(await read(path)).not.toContain('PHOTO')
  await archivePerson(id, by)
  expect((await request.get(path)).status()).toBe(404)
  expect((await request.get(cardOf('/personer/finns-inte'))).status()).toBe(404)
})

test('somebody much quoted has a page of all they have said, and no more than there is', async ({ page, request }) => {
  const now = new Date()
  const [user] = await listUsers()
  const id = await createPerson(personInput('Talför Pratsson'), { actor: { id: user?.id ?? '' }, now })
  const person = await getPerson(id)
  const quote = (_: unknown, index: number) => ({
    type: 'quote' as const,
    attrs: { personId: id },
    content: [{ type: 'text' as const, text: `– Citat ${index + 1}.` }],
  })
  const text = await createTestRelease({ body: { type: 'doc', content: Array.from({ length: 22 }, quote) } })
  await text.publish()
  const path = `/personer/${person?.slug}`
  await page.goto(path)
  await expect(page.locator('.said blockquote')).toHaveText(['– Citat 1.', '– Citat 2.', '– Citat 3.'])
  await page.getByRole('link', { name: 'Alla 22 citat' }).click()
  await expect(page.locator('.said blockquote')).toHaveCount(20)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Citat av Talför Pratsson')
  await page.getByRole('link', { name: 'Nästa sida' }).click()
  await expect(page.locator('.said blockquote')).toHaveText(['– Citat 21.', '– Citat 22.'])
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path}/citat\\?sida=2$`))
  for (const missing of [`${path}/citat?sida=3`, `${path}?sida=2`, `/en/people/${person?.slug}/quotes`])
    expect((await request.get(missing)).status(), missing).toBe(404)
})

test('an Arabic name stands above a Latin role, on the side of the page', async ({ page }) => {
  const actor = await actingAs(emailOf('editor'))
  const [organisation] = await listOrganisations('sv', 'partner')
  const roles = [{ title: { sv: 'Vattenmästare' }, organisationId: organisation?.id ?? '', since: '2020', until: null }]
  const name = 'ليلى حداد'
  const id = await createPerson(personInput(name, { roles }), { actor, now: new Date() })
  const text = await createTestRelease({ cards: [{ personId: id, role: 'Vattenmästare', organisation: 'Bruket' }] })
  await text.publish()
  const left = async (selector: string) => Math.round((await page.locator(selector).first().boundingBox())?.x ?? -1)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(text.path)
  await expect(page.locator('.card h3')).toHaveText(name)
  expect(await left('.card h3 bdi')).toBe(await left('.card p bdi'))
  await page.locator('.card h3 a').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  expect(await left('h1 bdi')).toBe(await left('.person-head .intro bdi'))
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, expectedComplaints: [/status of 404/] })

  test('several pictures are downloaded as one package, with what there is to know of them', async ({ page }) => {
    await page.goto('/press/bilder')
    await page.getByRole('button', { name: 'Ladda ned de valda' }).click()
    await expect(page).toHaveURL(/\/press\/bilder#flera$/)
    const boxes = page.getByRole('checkbox', { name: /^Välj .+ för ett paket$/ })
    for (const n of [0, 1]) await boxes.nth(n).check()
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ladda ned de valda' }).click(),
    ])
    expect(zip.suggestedFilename()).toBe('andra-vattnet-bilder.zip')
    const { files } = await JSZip.loadAsync(await readFile(await zip.path()))
    const names = Object.keys(files).map((name) => name.replace(/^andra-vattnet-bilder\//, ''))
    expect(names).toContain('bilder-och-villkor.txt')
    const links = page.locator('.bank a[href*="_original-"]')
    for (const n of [0, 1]) {
      const [, name] = /\/([^/]+)_original-/.exec((await links.nth(n).getAttribute('href')) ?? '') ?? []
      expect(names.map((file) => file.replace(/\.\w+$/, ''))).toContain(`bilder/${name}`)
    }
  })

  test('people are found by name, organisation and role, and an empty answer helps', async ({ page }) => {
    await page.goto('/personer')
    const names = page.locator('main .card h3')
    const all = await names.count()
    /** The example's: people of other tests have a number to their name. */
    const known = async () => (await names.allTextContents()).filter((name) => !/\d/.test(name))
    await page.getByLabel('Namn').fill('olvestad')
    await page.getByRole('button', { name: 'Visa' }).click()
    await expect(page).toHaveURL(/\/personer\?q=olvestad/)
    await expect(names).toHaveText(['Ingrid Ölvestad'])
    await expect(page.getByLabel('Namn')).toHaveValue('olvestad')

    await page.getByLabel('Namn').fill('')
    await page.getByLabel('Organisation').selectOption('lovsele-tekniska-hogskola')
    await page.getByRole('button', { name: 'Visa' }).click()
    await expect.poll(known).toEqual(['Nasrin Farhadi', 'Kaisa Hietala', 'Märta Ängsbro'])
    await page.getByLabel('Roll').selectOption('affarsutvecklare')
    await page.getByRole('button', { name: 'Visa' }).click()
    await expect(page.getByRole('status')).toContainText('Ingen person passar in')
    await page.getByRole('link', { name: /^se alla \d+$/ }).click()
    await expect(names).toHaveCount(all)
    expect(await known()).toContain('Petter Åsenhed')
  })

  test('among many people there is a way to each letter, å, ä and ö last', async ({ page }) => {
    const by = { actor: await actingAs(emailOf('owner')), now: new Date() }
    const tag = `Bokstavsson${randomUUID().slice(0, 6)}`
    const initials = ['A', 'Å', 'Ö', 'É', 'Z', 'Ä', ...Array.from({ length: 35 }, () => 'M')]
    const ids: string[] = []
    for (const [index, initial] of initials.entries()) {
      const name = `${initial}${index} ${tag}`
      ids.push(await createPerson(personInput(name, { sortName: name }), by))
    }
    try {
      await page.goto(`/personer?q=${tag}`)
      const letters = page.getByRole('navigation', { name: 'Gå till bokstav' })
      await expect(letters.getByRole('link')).toHaveText(['A', 'E', 'M', 'Z', 'Å', 'Ä', 'Ö'])
      await letters.getByRole('link', { name: 'Ö' }).click()
      await expect(page.getByRole('region', { name: 'Ö' })).toBeInViewport()
      await expect(page.getByRole('region', { name: 'Ö' }).getByRole('heading', { level: 3 })).toHaveText(/^Ö2/)
    } finally {
      for (const id of ids) await archivePerson(id, by)
    }
  })

  test('the archive leads through years and months, and has no page for what is not there', async ({ page }) => {
    await page.goto('/nyheter')
    const archive = page.getByRole('navigation', { name: 'Arkiv' })
    await archive.getByRole('link', { name: /^2026 \d+$/ }).click()
    await expect(page).toHaveURL(/\/nyheter\/2026$/)
    await archive.getByRole('link', { name: /^november \d+$/ }).click()
    await expect(page).toHaveURL(/\/nyheter\/2026\/11$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nyheter i november 2026')
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/nyheter\/2026\/11$/)
    await expect(page.locator('main .story', { hasText: 'Tolv bruksorter delar på' })).toBeVisible()
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/en\/news\/2026\/11$/)
    await archive
      .or(page.getByRole('navigation', { name: 'Archive' }))
      .getByRole('link', { name: /^Earlier: / })
      .click()
    await expect(page).toHaveURL(/\/en\/news\/2026\/\d\d$/)
    const absurd = [
      '/nyheter/1066',
      '/nyheter/9999',
      '/nyheter/0000',
      '/nyheter/2026/13',
      '/nyheter/2026/1',
      '/nyheter/2026/11/17',
    ]
    for (const path of [...absurd, '/nyheter/2026?sida=9', '/press/images', '/press/annat', '/en/press/bilder']) {
      expect((await page.request.get(path)).status(), path).toBe(404)
    }
  })
})
