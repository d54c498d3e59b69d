/** Hands for writing in the editor: where things are on its page. */
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { getDraft } from '#db/releases/revisions.ts'
import { untilAwake } from './awake.ts'
import type { Cookie } from './sign-in.ts'

/** An open text, by the names a writer sees. */
export interface Writer {
  page: Page
  headline: Locator
  body: Locator
  status: Locator
  /** Who else has the text open. */
  present: Locator
  /** The button that publishes, whatever it is called now. */
  act: Locator
  /** Presses the button that publishes and answers its question with yes. */
  publish(): Promise<void>
  tab(name: string): Promise<void>
}

export async function openText(page: Page, id: string): Promise<Writer> {
  await page.goto(`/studio/releases/${id}`)
  const body = page.getByRole('textbox', { name: 'Brödtext' })
  await expect(body).toBeVisible()
  return {
    page,
    headline: page.getByRole('textbox', { name: 'Rubrik', exact: true }),
    body,
    status: page.getByRole('region', { name: 'Läge' }),
    present: page.locator('.presence'),
    act: actOn(page),
    publish: () => pressAndConfirm(page),
    tab: (name) => page.getByRole('tab', { name }).click(),
  }
}

/** The suggested button: others stand below it. */
const actOn = (page: Page) => page.locator('.act').getByRole('button').first()

/** Presses the button that publishes, whatever it is called now, and answers its question with yes: of a change, that it is small. */
export async function pressAndConfirm(page: Page): Promise<void> {
  await actOn(page).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toBeVisible()
  const small = question.getByRole('radio', { name: /^(Liten ändring|Small change)/ })
  if ((await small.count()) > 0 && (await question.getByRole('radio', { checked: true }).count()) === 0)
    await small.check()
  await question.locator('.button.primary').click()
  await expect(question).toBeHidden()
}

/**
 * Waits until the server has all that is written on the page. The page itself knows, and says so to who leaves it; what it
 * shows is when it was saved last.
 */
export const expectAllSaved = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))), {
      message: 'nothing is unsaved',
    })
    .toBe(true)

/** Waits until the server has a draft with this headline. */
export const expectSaved = (id: string, title: string) =>
  expect.poll(async () => (await getDraft(id))?.draft.title, { message: 'the saved headline' }).toBe(title)

/** Puts the caret after the last word of the text and starts a new paragraph. */
export async function newParagraph({ page, body }: Writer): Promise<void> {
  await body.locator('> *').last().click()
  await page.keyboard.press('ControlOrMeta+End')
  await caretSettled(page)
  await page.keyboard.press('Enter')
}

/**
 * Waits until the editor knows where the caret is. The browser tells of a caret moved by a key in a later task, which
 * hands that press the next key within a millisecond can overtake.
 */
export const caretSettled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Another browser, signed in with a session of its own or as nobody, with or without script. */
export async function anotherBrowser(
  browser: Browser,
  options: { url: string; session?: Cookie; script?: boolean },
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: options.url, javaScriptEnabled: options.script ?? true })
  if (options.script !== false) await untilAwake(context)
  const { session } = options
  if (session) await context.addCookies([{ ...session, url: options.url, httpOnly: true, sameSite: 'Lax' }])
  return context
}
