/** The system's own clipboard, filled as another program would fill it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

/** What a program leaves on the clipboard when somebody copies in it. */
export const copiedFrom = (program: string) =>
  readFileSync(join(import.meta.dirname, '../..', 'lib', 'import', 'fixtures', `${program}.html`), 'utf8')

interface Copied {
  html?: string
  text?: string
}

/** Puts something on the clipboard as it is: the asynchronous clipboard would tidy the HTML first. */
async function copy(page: Page, copied: Copied): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const fill = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (html) event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', text ?? 'kopierat')
      document.documentElement.dataset.copied = 'yes'
    }
    window.addEventListener('copy', fill, { capture: true, once: true })
  }, copied)
  await page.keyboard.press('ControlOrMeta+C')
  await expect(page.locator('html')).toHaveAttribute('data-copied', 'yes')
  await page.evaluate(() => delete document.documentElement.dataset.copied)
}

/** Copies and pastes where the caret is. */
export async function paste(page: Page, copied: Copied, { plain = false } = {}): Promise<void> {
  await copy(page, copied)
  await page.keyboard.press(plain ? 'ControlOrMeta+Shift+V' : 'ControlOrMeta+V')
}
