/** What comes in from other programs: the system's own clipboard, and files let go over a page. */
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

interface GivenFile {
  name: string
  mimeType?: string
  content: string | Buffer
}

/**
 * Lets a file go over the page, or pastes it there. It is held over the page first, as a hand would hold it, until the page
 * says that it takes it: before its script has run, the page would let the browser open the file instead.
 */
export async function giveFile(page: Page, file: GivenFile, how: 'drop' | 'paste' = 'drop'): Promise<void> {
  const { name, mimeType: type, content } = file
  const give = (kind: 'dragover' | 'drop' | 'paste') =>
    page.evaluate(
      ({ kind, name, type, bytes }) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], name, { type }))
        const options = { bubbles: true, cancelable: true }
        const event =
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent(kind, { ...options, dataTransfer: data })
        return !document.querySelector('main')?.dispatchEvent(event)
      },
      { kind, name, type, bytes: [...Buffer.from(content)] },
    )
  await expect.poll(() => give('dragover')).toBe(true)
  expect(await give(how)).toBe(true)
}
