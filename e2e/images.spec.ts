/** Pictures fit their place and the reader's screen, and nothing on a page moves while it loads. */
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'

const paths = [
  '/',
  '/nyheter',
  '/nyheter/forsta-skoljvattnet-gar-runt-i-gruvnas',
  '/nyheter/tolv-bruksorter-delar-pa-48-miljoner',
  '/personer',
  '/personer/ingrid-olvestad',
  '/press',
  '/en',
]
/** A phone, a tablet and two desktops: points wide, and pixels to a point. */
const screens = [
  [390, 3],
  [768, 1],
  [1440, 1],
  [1440, 2],
] as const

interface Loaded {
  shifts: number
  pictures: { file: string; shown: number }[]
}

/** Scrolls through the page and tells how much moved, and how many pixels wide each picture is drawn. */
async function loadWhole(page: Page): Promise<Loaded> {
  return page.evaluate(async () => {
    let shifts = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    for (const image of document.images) {
      image.scrollIntoView({ block: 'center' })
      const isShown = image.getBoundingClientRect().width > 0
      if (isShown && !image.complete) await new Promise((resolve) => image.addEventListener('load', resolve))
    }
    // Two frames, for the shift that the last picture would have made.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const pictures = [...document.images].map((image) => {
      const { width, height } = image.getBoundingClientRect()
      const [ownWidth, ownHeight] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))]
      // A picture that fills its box is drawn wider than the box that cuts it.
      const isCut = getComputedStyle(image).objectFit === 'cover'
      const shown = isCut ? Math.max(width, (height * ownWidth) / ownHeight) : width
      return { file: image.currentSrc, shown: shown * devicePixelRatio }
    })
    return { shifts, pictures }
  })
}

const pixelsOf = (file: string): number => {
  const [, face, size, width] = /\/(?:(face)(\d*)|(\d+))-\d+\.\w+$/.exec(file) ?? []
  return face ? Number(size || 144) : Number(width)
}

async function visit(browser: Browser, url: string, [width, deviceScaleFactor]: (typeof screens)[number]) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, deviceScaleFactor })
  const page = await context.newPage()
  const fetched = new Set<string>()
  page.on('request', (request) => fetched.add(request.url()))
  // Where fonts come late, on a machine as busy as a test's, what stands in for them until then differs by a hair.
  await page.goto(new URL('/integritet', url).href)
  fetched.clear()
  await page.goto(url)
  const { shifts, pictures } = await loadWhole(page)
  await context.close()
  // What an earlier page left in the browser's memory may be larger, and costs nobody anything.
  return { shifts, pictures: pictures.filter(({ file, shown }) => shown > 0 && fetched.has(file)) }
}

test('no picture is more than half as large again as it is shown, and nothing moves while a page loads', async ({
  browser,
  newsroom,
}) => {
  test.slow()
  let seen = 0
  for (const screen of screens) {
    for (const path of paths) {
      const { shifts, pictures } = await visit(browser, newsroom.url + path, screen)
      const where = `${path} at ${screen.join(' × ')}`
      // On a busy machine a page is drawn before its last fields or its typeface have come. A picture moves far more.
      expect(shifts, where).toBeLessThan(0.01)
      // A browser that has fetched a picture for a larger place on the page shows it in a smaller one too.
      const largest = Map.groupBy(pictures, ({ file }) => file)
      const shownAs = (file: string) => Math.max(...(largest.get(file) ?? []).map(({ shown }) => shown))
      const wasteful = pictures.filter(({ file }) => pixelsOf(file) / shownAs(file) > 1.5)
      expect(wasteful, where).toEqual([])
      expect(pictures.map(({ file }) => pixelsOf(file)).filter(Number.isNaN), where).toEqual([])
      seen += pictures.length
    }
  }
  expect(seen).toBeGreaterThan(100)
})
