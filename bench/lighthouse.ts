/**
 * What Lighthouse says of a page, by its own settings for a slow phone. It is fetched by npx when it is asked: it and what
 * it brings along are larger than all else the project needs.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { browserOptions } from './first-visit.ts'

const lighthouse = 'lighthouse@13.5.0'
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** Its marks for performance, accessibility, best practices and search engines, each of 100. */
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
