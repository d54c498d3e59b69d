/** What making a page costs, by kind, beside a page of the framework with nothing on it. */
import { readFileSync } from 'node:fs'
import { startServer } from '../e2e/support/server.ts'
import { signIn } from '../e2e/support/sign-in.ts'
import { count, ms } from './figures.ts'
import { load, pinServer } from './load.ts'
import { answerOf, bareServer } from './reference-servers.ts'
import { releaseOn } from './stored-page.ts'

const warmings = 30
const times = 50
const words = ['vatten', 'energi', 'projekt', 'skola']
/** The unit of time in `/proc`, in milliseconds. */
const tick = 10

interface Kind {
  name: string
  path: string
  aim: string
  /** Which status it has. */
  status?: number
}

/** The processor time that a process has taken so far in all its threads, user and system, in milliseconds. */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/**
 * Serves the newsroom that DATA_DIR names, and returns rows for a table: processor time a page, as often as it is asked for
 * one after another, each time made anew.
 */
export async function measureMadePages(dataDir: string): Promise<string[][]> {
  const server = await startServer(dataDir)
  pinServer(server.process.pid)
  try {
    const cookie = await signIn(server.url, 'owner@example.org')
    const headers = { cookie: `${cookie.name}=${cookie.value}` }
    const kinds = await kindsOn(server.url, headers)
    const rows: string[][] = []
    for (let number = 0; number < warmings; number++) {
      for (const kind of kinds) await askFor(server.url, kind, { number, headers })
    }
    for (const kind of kinds) {
      const ask = (number: number) => askFor(server.url, kind, { number, headers })
      const before = processorTime(server.process.pid)
      for (let number = 0; number < times; number++) await ask(warmings + number)
      rows.push([kind.name, ms((processorTime(server.process.pid) - before) / times), kind.aim])
    }
    return [...rows, await bareRow(server.url + (await releaseOn(server.url)))]
  } finally {
    await server.stop()
  }
}

async function kindsOn(url: string, headers: Record<string, string>): Promise<Kind[]> {
  const texts = await (await fetch(`${url}/studio/releases`, { headers })).text()
  const [text] = /\/studio\/releases\/[\da-f-]{36}/.exec(texts) ?? []
  if (!text) throw new Error('the list of texts leads to no text')
  return [
    // A link that opens nothing: it asks for nothing but that, shows nothing, and is never stored.
    { name: 'An empty page of the framework', path: '/preview/nothing', aim: '', status: 404 },
    { name: 'A release', path: await releaseOn(url), aim: '≤ 20 ms' },
    { name: 'The front page', path: '/', aim: '≤ 22 ms' },
    { name: 'A list, `/nyheter`', path: '/nyheter', aim: '≤ 22 ms' },
    { name: 'A search', path: '/sok', aim: '≤ 25 ms' },
    { name: '`/feed.xml`', path: '/feed.xml', aim: '≤ 20 ms' },
    { name: '`/sitemap.xml`', path: '/sitemap.xml', aim: '≤ 15 ms' },
    { name: 'The desk', path: '/studio', aim: '≤ 20 ms' },
    { name: 'The list of texts', path: '/studio/releases', aim: '≤ 25 ms' },
    { name: 'The settings', path: '/studio/settings', aim: '≤ 25 ms' },
    { name: 'The editor', path: text, aim: '≤ 35 ms' },
  ]
}

/** Asks for a page at an address that nobody has asked for yet, so that nothing is stored under it. */
async function askFor(
  url: string,
  { name, path, status = 200 }: Kind,
  { number, headers }: { number: number; headers: Record<string, string> },
): Promise<void> {
  // A search drops the spaces at the end of a question, and finds the same.
  const question = words[number % words.length] + '+'.repeat(number)
  const answer = await fetch(`${url}${path}?q=${question}`, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'br', ...(path.startsWith('/studio') ? headers : {}) },
  })
  await answer.arrayBuffer()
  if (answer.status !== status) throw new Error(`${name} was answered with ${answer.status}`)
}

/** How many requests the machine answers in a second when nothing is made at all. */
async function bareRow(url: string): Promise<string[]> {
  const bare = await bareServer(await answerOf(url, {}))
  try {
    await load({ url: bare.url, seconds: 1 })
    const { perSecond } = await load({ url: bare.url })
    return ['Bare `node:http`, as many requests a second', count(perSecond), 'the aims are for 29,000']
  } finally {
    bare.stop()
  }
}
