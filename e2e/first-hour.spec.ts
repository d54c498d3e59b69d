/** From an empty machine to a whole release: how much of it a newcomer has to do by hand. */
import type { Locator, Page } from '@playwright/test'
import { picture } from '#db/testing/images.ts'
import { paste } from './support/clipboard.ts'
import { expect, test } from './support/fixtures.ts'

test.use({
  baseURL: async ({ emptyNewsroom }, use) => use(emptyNewsroom.url),
  // The front page before there is one.
  expectedComplaints: [/404/],
})

const headline = 'Sju badhus blir med i Provverket'
/** The page of another website, as it is copied: what stands around the text comes along. */
const around = ['Du läser', headline, 'Provverket: Vi prövar allt en gång']
const text = [
  headline,
  '  • Sju badhus och Provverket har länge bytt siffror med varandra. Nu betalar badhusen en del av mätningarna, till en början en halv miljon kronor om året.',
  '– För oss är det självklart att vara med och betala. Vi får veta vad som händer i rören innan bassängen blir grumlig, säger badhusens driftchef Maj Törnqvist.',
  'Mätningarna började våren 2021 med två bassänger och en enda givare. I dag sitter det 64 givare i sju hus, och varje värde går att läsa samma dag som det mättes.',
  '– Pengarna räcker till en tekniker som bara arbetar med badhusen, och det har vi saknat. Resten av året har vi fått låna någon från vattenverken, säger Provverkets programdirektör Ola Brandt-Ek.',
  'De flesta badhus i landet drivs av kommuner med färre än tjugo tusen invånare.',
  '– Ett litet badhus har en vaktmästare, och han har nycklarna, pumparna och telefonen, menar Maj. Det är inte han som ska behöva räkna ut vad klorvärdet betyder.',
  'Provverket lovar att ingen siffra publiceras utan att badhuset har sett den, och att ingen siffra stryks för att den är dålig.',
  '– Det vi gör nu är att skriva ihop allt till en handbok, säger Ola. Den blir klar när den är klar.',
  '– Jag tror att badgästerna märker det på att de inte märker något, avslutar Maj.',
  'Maj Törnqvist',
  'Driftchef',
  'Ola Brandt-Ek',
  'Provverkets programdirektör',
]
const below = [
  'Provverket genomförs med stöd från Fonden för prov och Badstiftelsen.',
  '© 2026 Provverket. Alla rättigheter förbehålls.',
]

const png = async (colour: string, [width, height]: [number, number] = [640, 800]) => ({
  name: `${colour.slice(1)}.png`,
  mimeType: 'image/png',
  buffer: await picture(colour, width, height).png().toBuffer(),
})
const mark = (colour: string) => ({
  name: 'marke.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path fill="${colour}" d="M2 2h60v28H2z"/></svg>`,
  ),
})

/** The hands of somebody who is counted: a press, a field filled in, a file chosen and a paste are one each. */
function countedHands(page: Page) {
  let count = 0
  return {
    count: () => count,
    async press(what: Locator) {
      count++
      await what.click()
    },
    async write(field: Locator, words: string) {
      count++
      await field.fill(words)
    },
    async choose(file: Locator, chosen: Parameters<Locator['setInputFiles']>[0]) {
      count++
      await file.setInputFiles(chosen)
    },
    async paste(where: Locator, words: string) {
      count++
      await where.focus()
      await paste(page, { text: words })
    },
  }
}

test('a first whole release, with two people, a picture and two funders, takes at most 45 presses', async ({
  page,
  browser,
  emptyNewsroom,
}) => {
  test.slow()
  const hands = countedHands(page)
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' })
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
  const label = (name: string, within: Page | Locator = page) => within.getByLabel(name, { exact: true })
  const rail = page.getByRole('navigation', { name: 'Studion' })

  await page.goto(emptyNewsroom.said().match(/\/setup\?token=\S+/)?.[0] ?? 'no set-up address was printed')
  await hands.write(label('Namn'), 'Provverket')
  await hands.write(label('En rad om er'), 'Vi prövar allt en gång')
  await hands.write(label('Ditt namn'), 'Eva Ek')
  await hands.write(label('E-post'), 'eva@provverket.example')
  await hands.write(label('Lösenord'), 'ett långt lösenord')
  await hands.press(button('Skapa pressrummet'))
  await expect(page).toHaveURL('/studio')

  // The funders stand at the foot of every page.
  await hands.press(rail.getByRole('link', { name: 'Organisationer' }))
  await hands.press(link(/^Finansiärer/))
  const funder = page.getByRole('form', { name: 'Ny finansiär' })
  for (const [name, colour] of [
    ['Fonden för prov', '#2244aa'],
    ['Badstiftelsen', '#aa2244'],
  ] as const) {
    await hands.write(label('Namn', funder), name)
    await hands.choose(funder.locator('input[type=file]'), mark(colour))
    await hands.press(button('Lägg till finansiären', funder))
    await expect(page.getByRole('list', { name: 'Finansiärer' })).toContainText(name)
  }

  await hands.press(rail.getByRole('link', { name: 'Skrivbord' }))
  await hands.press(link('Ny text'))
  await hands.press(button('Börja skriva'))
  await hands.paste(page.getByRole('textbox', { name: 'Brödtext' }), [...around, ...text, ...below].join('\n\n'))
  const sheet = page.getByRole('complementary', { name: 'Så här läste vi texten' })
  await hands.press(button('Godta allt', sheet))
  await expect(sheet).toBeHidden()

  await hands.press(page.getByRole('tab', { name: 'Bilder & filer' }))
  await hands.press(button('Välj huvudbild'))
  await hands.choose(page.getByRole('dialog').locator('input[type=file]'), await png('#227799', [1600, 900]))
  const hero = page.getByRole('region', { name: 'Huvudbilden' })
  await hands.press(hero.getByRole('radio', { name: /Beskriv den/ }))
  await hands.write(hero.getByLabel('Beskrivning'), 'En bassäng i morgonljus.')
  const editor = page.url()

  for (const [name, colour] of [
    ['Maj Törnqvist', '#885522'],
    ['Ola Brandt-Ek', '#225588'],
  ] as const) {
    await hands.press(rail.getByRole('link', { name: 'Personer' }))
    await hands.press(link(name))
    await hands.press(button('Välj bild'))
    await hands.choose(page.getByRole('dialog').locator('input[type=file]'), await png(colour))
    await hands.press(page.getByRole('radio', { name: /Personen har sagt ja/ }))
    await hands.press(button('Spara'))
    await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  }

  await hands.press(rail.getByRole('link', { name: 'Texter' }))
  await hands.press(link(headline))
  await expect(page).toHaveURL(editor)
  await hands.press(page.locator('.act').getByRole('button'))
  await hands.press(page.getByRole('alertdialog').locator('.button.primary'))
  await expect(page.getByText(/^Publicerad \d\d:\d\d$/).first()).toBeVisible()

  const presses = hands.count()
  test.info().annotations.push({ type: 'presses', description: `${presses}` })
  process.stdout.write(`From set-up to a first whole release: ${presses} presses.\n`)
  expect(presses).toBeLessThanOrEqual(45)

  const stranger = await browser.newPage({ javaScriptEnabled: false, baseURL: emptyNewsroom.url })
  await stranger.goto('/')
  await stranger.getByRole('link', { name: headline }).first().click()
  await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
  const said = wordsOf(await stranger.locator('main').innerText())
  let from = 0
  for (const line of text) {
    const at = said.indexOf(wordsOf(line), from)
    expect(at, `in its place: ${line}`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
  for (const line of [...around, ...below].filter((one) => one !== headline)) expect(said).not.toContain(wordsOf(line))
  await stranger.close()
})

/** Words alone: the page hyphenates, draws its own points and dashes, and breaks lines where it likes. */
const wordsOf = (said: string) => (said.replaceAll('\u00ad', '').match(/[\p{L}\p{N}-]+/gu) ?? []).join(' ')
