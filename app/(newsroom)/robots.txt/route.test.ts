import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { getSettings, saveSettings } from '#db/settings.ts'
import { by, noon, visit } from '#db/testing/newsroom.ts'
import { pageMetadata } from '../head/metadata.ts'
import { GET as getLicence } from '../license.xml/route.ts'
import { GET as getRobots } from './route.ts'

const textOf = async (get: () => Promise<Response>) => await (await readLog().track(noon, get)).made.text()

async function allow(...crawlers: string[]): Promise<void> {
  const settings = await getSettings()
  if (!settings) throw new Error('no newsroom')
  await saveSettings({ ...settings, crawlers, texts: {} }, { ...by, baseVersion: settings.version })
}

/** Returns the rules of `robots.txt` for a program: those of its own group, else those for everybody. */
function rulesFor(robots: string, name: string): string[] {
  const groups = robots.split(/\n\n/).map((group) => group.split('\n'))
  const own = groups.find((lines) => lines.includes(`User-agent: ${name}`)) ?? groups[0] ?? []
  return own.filter((line) => !line.startsWith('User-agent:'))
}

const usesIn = (xml: string, element: 'permits' | 'prohibits') =>
  new DOMParser().parseFromString(xml, 'text/xml').querySelector(`license > ${element}[type="usage"]`)?.textContent

test('as it comes, programs may read for every purpose, and nothing of the studio', async () => {
  const robots = await textOf(getRobots)
  for (const name of ['Googlebot', 'GPTBot', 'Claude-User', 'anybody']) {
    const rules = rulesFor(robots, name)
    expect(rules).toContain('Content-Signal: search=yes, ai-input=yes, ai-train=yes')
    expect(rules).toContain('Disallow: /studio')
    expect(rules).not.toContain('Disallow: /')
  }
  expect(robots).toMatch(/^License: http.*\/license\.xml$/m)
  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m)
  const licence = await textOf(getLicence)
  expect(licence).toContain('<rsl xmlns="https://rslstandard.org/rsl">')
  expect(usesIn(licence, 'permits')).toBe('search ai-input ai-index ai-train')
  expect(usesIn(licence, 'prohibits')).toBeUndefined()
})

test('a purpose that is refused is told to all, and those known to read for it are turned away', async () => {
  await allow('search', 'answers')
  const robots = await textOf(getRobots)
  expect(robots).toContain('Content-Signal: search=yes, ai-input=yes, ai-train=no')
  for (const name of ['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended']) {
    expect(rulesFor(robots, name)).toEqual(['Disallow: /'])
  }
  for (const name of ['Googlebot', 'OAI-SearchBot', 'PerplexityBot']) {
    expect(rulesFor(robots, name)).not.toContain('Disallow: /')
  }
  const licence = await textOf(getLicence)
  expect(usesIn(licence, 'permits')).toBe('search ai-input ai-index')
  expect(usesIn(licence, 'prohibits')).toBe('ai-train')
})

test('pages ask not to be found where search engines may not read them', async () => {
  const robotsOf = async () => {
    const newsroom = await getLiveNewsroom('sv')
    if (!newsroom) throw new Error('no newsroom')
    return pageMetadata({ newsroom, visit }, { title: 'Nyheter', description: '', path: '/nyheter' }).robots
  }
  expect(await robotsOf()).toMatchObject({ index: true })
  await allow()
  expect(await robotsOf()).toMatchObject({ index: false })
  expect(rulesFor(await textOf(getRobots), 'Bingbot')).toEqual(['Disallow: /'])
  expect(usesIn(await textOf(getLicence), 'permits')).toBeUndefined()
})
