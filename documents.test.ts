/** The documents and the comments name only files that exist, and the documents can be read as they are, in a terminal. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = import.meta.dirname
const rooms = ['app', 'bench', 'components', 'db', 'docs', 'e2e', 'lib', 'public', 'server', 'testing', '.ci']

/** The longest line of each document, in letters. */
const maxLines = {
  'README.md': 200,
  'CONTRIBUTING.md': 120,
  'DECISIONS.md': 100,
  'SECURITY.md': 120,
  'CHANGELOG.md': 120,
}
const documents = Object.keys(maxLines) as (keyof typeof maxLines)[]

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What a document sets as code: the spans between two backticks, and each word of a block. */
function codeOf(document: string): string[] {
  const [prose = [], blocks = []] = [0, 1].map((odd) => document.split(/^```.*$/m).filter((_, at) => at % 2 === odd))
  const spans = [...prose.join('\n').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return [...spans, ...blocks.join('\n').split(/[\s'"]+/)]
}

/** A file of ours has the ending of one; a folder of ours begins with a room. Addresses begin with a slash. */
const isFile = (code: string) => /^[\w.<][\w().[\]<>/-]*\.(?:tsx?|css|mjs|md|rng|sql)$/.test(code)
const isInRoom = (code: string) => /^[\w().[\]<>/-]+$/.test(code) && rooms.some((room) => code.startsWith(`${room}/`))
const pathsOf = (document: string) =>
  codeOf(document)
    .map((code) => code.replace(/^#(?=\w)/, ''))
    .filter((code) => isFile(code) || isInRoom(code))

/** Whether `path` is there; `<code>` stands for any name. */
const exists = (path: string) =>
  path.includes('<') ? globSync(path.replace(/<\w+>/g, '*'), { cwd: root }).length > 0 : existsSync(join(root, path))

/** The comments of a source, with the files they name without backticks as if they had them. */
const commentsOf = (source: string) =>
  [...source.matchAll(/^\s*\/\*[\s\S]*?\*\/|\s\/\/ .*$/gm)]
    .map(([comment]) => comment.replace(/(?<![\w`/.)\]#-])[\w-]+(?:\/[\w.-]+)*\.(?:tsx?|css|rng)\b/g, '`$&`'))
    .join('\n')

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

describe.each(documents)('%s', (document) => {
  it('names only files and folders that exist', () => {
    expect(pathsOf(read(document)).filter((path) => !exists(path))).toEqual([])
  })

  it('leads only to files that exist', () => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)\)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !target.includes('://') && !exists(target))).toEqual([])
  })

  it('has no line that a terminal would wrap', () => {
    const lines = read(document).split('\n')
    expect(lines.filter((line) => [...line].length > maxLines[document])).toEqual([])
  })
})

it('keeps CONTRIBUTING.md to one page', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(115)
})

it('has the version and the licence of package.json in CHANGELOG.md and LICENSE', () => {
  const { version, license } = JSON.parse(read('package.json'))
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${RegExp.escape(version)} - \\d{4}-\\d\\d-\\d\\d$`, 'm'))
  expect(read('LICENSE').split('\n')[0]).toBe(`${license} License`)
})

describe('DECISIONS.md', () => {
  const [contents = '', ...sections] = read('DECISIONS.md').split(/^(?=## )/m)
  const titles = sections.map((section) => [...section.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => title))

  it('lists its sections and titles in the table of contents, in their order', () => {
    const listed = [...contents.matchAll(/^(?:- |\*\*)\[(.+)\]\(#(.+?)\)/gm)].map(([, title, slug]) => [title, slug])
    expect(listed).toEqual(titles.flat().map((title) => [title, slugOf(title)]))
  })

  it('has each title once, so that its link leads to it', () => {
    const slugs = titles.flat().map(slugOf)
    expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([])
  })

  it('gives each decision a day and a text, and has no text outside a decision', () => {
    for (const section of sections) {
      const [heading = '', ...decisions] = section.split(/^(?=### )/m)
      expect(heading).toMatch(/^## .+\n\n$/)
      for (const decision of decisions) {
        expect(decision).toMatch(/^### .+\n\n_\d{4}-\d\d-\d\d(?:, changed \d{4}-\d\d-\d\d)?_\n\n\S/)
        expect(decision, 'a decision needs a title of its own').not.toMatch(/^\*\*/m)
      }
    }
  })
})

describe('comments', () => {
  const sources = [
    ...globSync('{app,bench,components,db,e2e,lib,server}/**/*.{ts,tsx,css}', { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    ...globSync('*.ts', { cwd: root }),
  ]

  it('name only files that exist: beside their own, or by the path from the root', () => {
    expect(sources.length).toBeGreaterThan(500)
    const gone = sources.flatMap((source) =>
      pathsOf(commentsOf(read(source)))
        .filter((path) => !exists(path) && !exists(join(dirname(source), path)))
        .map((path) => `${source}: ${path}`),
    )
    expect(gone).toEqual([])
  })
})
