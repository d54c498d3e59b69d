/** What a first visit weighs on the wire, by kind, as a phone's browser loads it, and how Lighthouse marks the page. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

export interface Weight {
  html: number
  css: number
  js: number
  fonts: number
  images: number
  other: number
}

const kinds: Record<string, keyof Weight> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'js',
  Font: 'fonts',
  Image: 'images',
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

export const browserOptions = {
  executablePath: installed,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
}

/** Bytes as they were sent, with headers, of everything the page loads without being scrolled; for a member with a cookie. */
export async function firstVisit(url: string, cookie?: { name: string; value: string; url: string }): Promise<Weight> {
  const browser = await chromium.launch(browserOptions)
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    if (cookie) await page.context().addCookies([cookie])
    const session = await page.context().newCDPSession(page)
    const weight: Weight = { html: 0, css: 0, js: 0, fonts: 0, images: 0, other: 0 }
    const kindOf = new Map<string, keyof Weight>()
    session.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, kinds[type] ?? 'other'))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      weight[kindOf.get(requestId) ?? 'other'] += encodedDataLength
    })
    await session.send('Network.enable')
    await page.goto(url, { waitUntil: 'networkidle' })
    return weight
  } finally {
    await browser.close()
  }
}

/** Fetched by npx when it is asked: it and what it brings along are larger than all else the project needs. */
const lighthouse = 'lighthouse@13.5.0'
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * Returns the marks that Lighthouse gives by its own settings for a slow phone: for performance, accessibility, best practices
 * and search engines, each of 100.
 */
export async function marksOf(url: string): Promise<number[]> {
  const flags = ['--headless=new', ...browserOptions.args].join(' ')
  const args = ['--yes', lighthouse, url, '--quiet', '--output=json', `--only-categories=${categories.join(',')}`]
  const { stdout } = await promisify(execFile)('npx', [...args, `--chrome-flags=${flags}`], {
    env: { ...process.env, ...(browserOptions.executablePath && { CHROME_PATH: browserOptions.executablePath }) },
    maxBuffer: 64 * 1024 * 1024,
  })
  const { categories: marks } = JSON.parse(stdout) as { categories: Record<string, { score: number }> }
  return categories.map((category) => Math.round((marks[category]?.score ?? 0) * 100))
}
