/** How writing in a long text feels: keys, opening, saving and what the script weighs, in a browser on the served newsroom. */
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Cookie } from '../e2e/support/sign-in.ts'
import { browserOptions, firstVisit } from './first-visit.ts'
import { createLongRelease } from './long-release.ts'

export interface WritingRoom {
  /** Milliseconds from a key press to the frame that shows it. */
  keys: number[]
  /** Milliseconds from asking for the page to an editor that can be written in. */
  ready: number[]
  /** Milliseconds from sending an autosave to its answer. */
  saves: number[]
  /** Bytes of script as they were sent. */
  script: number
}

const openings = 5
const pauses = 30
const keysBetween = 8

/** Opens and writes. The newsroom is the one DATA_DIR names, served at `url`. */
export async function measureWritingRoom(url: string, cookie: Cookie): Promise<WritingRoom> {
  const address = `${url}/studio/releases/${await createLongRelease()}`
  const browser = await chromium.launch(browserOptions)
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ ...cookie, url }])
    const ready = await open(context, url, address)
    const { keys, saves } = await writeIn(await context.newPage(), address)
    const { js } = await firstVisit(address, { ...cookie, url })
    return { keys, ready, saves, script: js }
  } finally {
    await browser.close()
  }
}

/** As after signing in: the desk has been seen, the text has not. */
async function open(context: BrowserContext, url: string, address: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= openings; round++) {
    const page = await context.newPage()
    await page.goto(`${url}/studio`)
    await page.addInitScript(watchForEditor)
    await page.goto(address)
    const time = await page.waitForFunction(() => (window as { readyAt?: number }).readyAt)
    // The first warms the server.
    if (round > 0) times.push((await time.jsonValue()) ?? Number.NaN)
    await page.close()
  }
  return times
}

async function writeIn(page: Page, address: string): Promise<{ keys: number[]; saves: number[] }> {
  await page.goto(address)
  const blocks = page.locator('#body-text > p')
  await blocks.nth(10).click()
  await page.keyboard.press('End')
  await page.evaluate(watchKeys)
  for (let pause = 0; pause < pauses; pause++) {
    const saved = page.waitForResponse((response) => response.url().endsWith('/draft'))
    await page.keyboard.type('vattnet '.slice(0, keysBetween), { delay: 70 })
    await saved
  }
  return page.evaluate(() => ({
    keys: (window as { keyTimes?: number[] }).keyTimes ?? [],
    saves: performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.endsWith('/draft'))
      .map((entry) => entry.duration),
  }))
}

/** Runs in the page: notes when there is an editor that takes text. */
function watchForEditor() {
  const look = () => {
    if (document.querySelector('.editor:not([inert]) #body-text[contenteditable="true"]')) {
      ;(window as { readyAt?: number }).readyAt = performance.now()
    } else requestAnimationFrame(look)
  }
  look()
}

/** Runs in the page: after each key the next frame, and right after it a message, which comes when it has been drawn. */
function watchKeys() {
  const times: number[] = []
  ;(window as { keyTimes?: number[] }).keyTimes = times
  const drawn = new MessageChannel()
  const pressed: number[] = []
  drawn.port1.onmessage = () => {
    for (const at of pressed.splice(0)) times.push(performance.now() - at)
  }
  addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        pressed.push(event.timeStamp)
        drawn.port2.postMessage(null)
      })
    },
    true,
  )
}
