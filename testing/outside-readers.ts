/**
 * Holds what a newsroom gives away to readers that are not ours: feeds to an HTML parser, Word files to LibreOffice,
 * pictures to ExifTool and c2patool, pages as Markdown to another program's reading of it. Programs that are not
 * installed are named and passed over. `npm run outside-readers -- https://news.example.org` asks that newsroom; without
 * an address, the one on this machine.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { DOMParser, parseHTML } from 'linkedom'
import { marked } from 'marked'
import { hasOffice, isInstalled, overlapping, printedLines } from './office.ts'

const newsroom = (process.argv[2] ?? 'http://localhost:3000').replace(/\/+$/, '')
const mostStories = 3
let complaints = 0

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Says whether what a reader has found is right, and what is wrong with it. */
function judge(what: string, wrong: string[]): void {
  say(wrong.length ? `✗ ${what}` : `✓ ${what}`)
  for (const one of wrong) say(`    ${one}`)
  complaints += wrong.length
}

async function fetched(address: string, accept = '*/*'): Promise<Response> {
  const answer = await fetch(new URL(address, newsroom), { headers: { accept } })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  return answer
}

const wordsOf = (html: string) =>
  (parseHTML(`<html><body>${html}</body></html>`).document.body.textContent ?? '').trim()

interface Item {
  url: string
  title: string
  summary?: string
  attachments: { url: string; mime_type: string }[]
}

/** The same stories must say the same, whatever form they come in and whoever reads it. */
async function readFeeds(): Promise<Item[]> {
  const { items } = (await (await fetched('/feed.json')).json()) as { items: Item[] }
  const rss = new DOMParser().parseFromString(await (await fetched('/feed.xml')).text(), 'text/xml')
  const wrong = [...rss.querySelectorAll('item')].flatMap((item, index) => {
    const said = (name: string) => wordsOf(item.querySelector(name)?.textContent ?? '')
    const { title, summary = '' } = items[index] ?? { title: '' }
    return [
      ...(said('title') === title.trim() ? [] : [`title: “${said('title')}” for “${title}”`]),
      ...(said('description') === summary.trim() ? [] : [`description: “${said('description')}” for “${summary}”`]),
    ]
  })
  judge(`RSS, ${items.length} stories, read as HTML`, wrong)
  return items
}

async function readWord({ url, title }: Item): Promise<void> {
  const zip = await JSZip.loadAsync(await (await fetched(`${url}/material.zip`)).arrayBuffer())
  const name = Object.keys(zip.files).find((file) => file.endsWith('.docx'))
  const bytes = name && (await zip.file(name)?.async('nodebuffer'))
  if (!bytes) return judge(`Word: ${title}`, ['there is no Word file in the press kit'])
  const lines = printedLines(bytes)
  const printed = lines
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  judge(`Word in LibreOffice: ${title}`, [
    ...(printed.includes(title.slice(0, 20)) ? [] : ['the title is not printed']),
    ...overlapping(lines).map(([one, other]) => `“${one}” is printed over “${other}”`),
  ])
}

/** What a program says of a file in JSON; undefined where it says nothing. */
function told(program: string, ...parameters: string[]): Record<string, unknown> | undefined {
  const { stdout } = spawnSync(program, parameters, { encoding: 'utf8' })
  try {
    const said = JSON.parse(stdout)
    return Array.isArray(said) ? said[0] : said
  } catch {
    return undefined
  }
}

async function readPicture(address: string, directory: string): Promise<void> {
  const file = join(directory, `picture.${address.split('.').at(-1)}`)
  writeFileSync(file, Buffer.from(await (await fetched(address)).arrayBuffer()))
  const { pathname } = new URL(address, newsroom)
  if (isInstalled('exiftool')) {
    const tags = told('exiftool', '-json', '-G1', '-a', file) ?? {}
    const where = Object.keys(tags).filter((tag) => /GPS|Location|SerialNumber/i.test(tag))
    judge(`ExifTool: ${pathname}`, [
      ...('ExifTool:Error' in tags ? [String(tags['ExifTool:Error'])] : []),
      ...where.map((tag) => `says where it was taken, or with what: ${tag}`),
    ])
  }
  if (isInstalled('c2patool')) {
    const manifest = told('c2patool', file)
    const wrong = (manifest?.validation_status as { code: string }[] | undefined) ?? []
    if (manifest)
      judge(
        `c2patool: ${pathname}`,
        wrong.map(({ code }) => code),
      )
  }
}

async function readMarkdown({ url, title }: Item): Promise<void> {
  const [own, asked] = await Promise.all([fetched(`${url}.md`), fetched(url, 'text/markdown')])
  const [text, same] = [await own.text(), await asked.text()]
  const html = marked.parse(text.replace(/^---[\s\S]*?\n---\n/, ''), { async: false })
  judge(`Markdown: ${title}`, [
    ...(text === same ? [] : ['the page asked for as Markdown is another']),
    ...(asked.headers.get('vary')?.includes('accept') ? [] : ['caches are not told that the answer varies']),
    ...(wordsOf(/<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '') === title.trim()
      ? []
      : ['the headline is not the headline']),
  ])
}

for (const program of ['soffice', 'pdftotext', 'exiftool', 'c2patool']) {
  if (!isInstalled(program)) say(`– ${program} is not installed, and what it would read is passed over`)
}
const stories = (await readFeeds()).slice(0, mostStories)
for (const story of stories) {
  await readMarkdown(story)
  if (hasOffice()) await readWord(story)
}
const directory = mkdtempSync(join(tmpdir(), 'pressrum-pictures-'))
const pictures = stories.flatMap(({ attachments }) => attachments.filter((one) => one.mime_type.startsWith('image/')))
for (const { url } of pictures) await readPicture(url, directory)
rmSync(directory, { recursive: true })
process.exitCode = complaints ? 1 : 0
