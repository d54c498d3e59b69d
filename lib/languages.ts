/**
 * Finds the languages: every file `lib/messages/<code>.json` is one, read when the process starts. It holds the texts
 * of the newsroom and the studio and, under `language`, the rules of writing it. In a browser `languages.browser.ts`
 * stands in for this file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type sv from './messages/sv.json'

export type LanguageFile = typeof sv
/**
 * The rules of writing a language, the words of its addresses and the names of the parts of its pages: what a browser is
 * given of every language.
 */
export type LanguageRules = LanguageFile['language'] &
  Pick<LanguageFile, 'urls'> &
  Pick<LanguageFile['newsroom'], 'anchors'>

/**
 * A text that a language's file lacks is said in this language, so that a newer Pressrum still works with an older
 * file.
 */
const fallback = 'en'

type Tree = { [key: string]: string | Tree }

function filledFrom(base: Tree, own: Tree): Tree {
  const filled = Object.entries(base).map(([key, value]) => {
    const said = own[key]
    if (typeof value === 'string') return [key, typeof said === 'string' ? said : value]
    return [key, typeof said === 'object' ? filledFrom(value, said) : value]
  })
  return { ...own, ...Object.fromEntries(filled) }
}

/** Reads the language files of a directory, by code. Throws with the name of a file that cannot be read. */
export function readLanguageFiles(directory: string): Record<string, LanguageFile> {
  const codes = readdirSync(directory).flatMap((name) => /^([a-z]{2,3}(?:-[a-z\d]+)*)\.json$/.exec(name)?.[1] ?? [])
  const read = (code: string): Tree => {
    const file = join(directory, `${code}.json`)
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch (error) {
      throw new Error(`${file} is no language file: ${error instanceof Error ? error.message : error}`)
    }
  }
  const base = read(fallback)
  return Object.fromEntries(codes.sort().map((code) => [code, filledFrom(base, read(code)) as unknown as LanguageFile]))
}

/** Next bundles this module, more than once; a bundle knows its place only by where the process was started. */
const place = () =>
  [
    join(import.meta.dirname ?? '', 'messages'),
    join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'messages'),
  ].find((directory) => existsSync(join(directory, `${fallback}.json`))) as string

/** The directory of the language files. */
export const languageDirectory = place()

const filesKey = Symbol.for('pressrum.languages')
const processWide = globalThis as { [filesKey]?: Record<string, LanguageFile> }
processWide[filesKey] ??= readLanguageFiles(languageDirectory)

export const languageFiles: Record<string, LanguageFile> = processWide[filesKey]

export const languageRules: Record<string, LanguageRules> = Object.fromEntries(
  Object.entries(languageFiles).map(
    ([
      code,
      {
        language,
        urls,
        newsroom: { anchors },
      },
    ]) => [code, { ...language, urls, anchors }],
  ),
)
