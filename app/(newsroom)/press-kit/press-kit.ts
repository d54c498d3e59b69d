/** Makes the press kit of a release: the text, the quotes, and the originals with whose they are. */
import { LRUCache } from 'lru-cache'
import { releaseFiles } from '#components/newsroom/release/downloads.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { quotedWords } from '#lib/document/attribution.ts'
import { inlineText } from '#lib/document/rich-text.ts'
import { csvText } from '#lib/formats/csv.ts'
import type { ZipEntry } from '#lib/formats/zip.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { FoundFile } from '#lib/media/file-store.ts'
import { offDevices } from '#lib/media/filename.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { tagOf } from '../file-response.ts'
import type { PageContext } from '../page-context.ts'
import { storedFiles, termsFile } from './offered-files.ts'
import { outlineOf, type Part } from './outline.ts'
import { textFile } from './text-file.ts'
import { wordFile } from './word-file.ts'

export interface PressKit {
  /** A tag that changes with everything in the kit. */
  tag: string
  entries(): Promise<ZipEntry[]>
  word(): Promise<Buffer>
}

/** A kit for one person before the text is out: their name is woven into all that is in it. */
export interface Copy {
  /** Whose copy it is, as a sentence, and as a part of names of files. */
  line: string
  whose: string
  /** Returns a picture by its id with the sentence in its metadata. */
  mark: (file: FoundFile, id: string) => Promise<Buffer>
}

/** How many parts stand between two sentences on whose copy it is. */
const between = 3

/** Word files take a while to make, and several readers ask at once for what has just been published. */
const wordFiles = new LRUCache<string, Promise<Buffer>>({ max: 64 })

export async function makePressKit(context: PageContext, release: LiveRelease, copy?: Copy): Promise<PressKit> {
  const { language, name } = context.newsroom
  const t = translator(language, 'newsroom')
  const files = await storedFiles(releaseFiles(release, language), language, copy?.mark)
  const parts = wovenWith(outlineOf(context, release), copy?.line)
  const base = offDevices([slugify(release.slug), copy?.whose].filter(Boolean).join('-'))
  const inside = (path: string) => `${base}/${path}`
  const quotes = quoteRows(release, language)
  const small: [string, string][] = [
    [`${base}.txt`, `\ufeff${textFile(parts)}`],
    ...(copy ? [['EMBARGO.txt', `\ufeff${copy.line}\r\n`] satisfies [string, string]] : []),
    ...(quotes.length > 1 ? [[`${t('kit.quotes')}.csv`, csvText(quotes)] satisfies [string, string]] : []),
    ...(files.length > 0 ? [[`${t('kit.terms')}.txt`, termsFile(files, language)] satisfies [string, string]] : []),
  ]
  const tag = tagOf([parts, release.title, small, files.map(({ entry }) => entry)])
  const word = () => {
    const made =
      wordFiles.get(tag) ?? wordFile(parts, { title: release.title, creator: name, language, about: copy?.line })
    wordFiles.set(tag, made)
    return made
  }
  return {
    tag,
    word,
    entries: async () => [
      { name: inside(`${base}.docx`), bytes: await word() },
      ...small.map(([path, content]) => ({ name: inside(path), bytes: Buffer.from(content) })),
      ...files.map(({ entry }) => ({ ...entry, name: inside(entry.name) })),
    ],
  }
}

/** Puts the sentence on whose copy it is first, and again between the parts. */
function wovenWith(parts: Part[], line: string | undefined): Part[] {
  if (!line) return parts
  const said: Part = { kind: 'text', style: 'note', runs: [{ text: line }] }
  return [said, ...parts.flatMap((part, index) => (index % between === between - 1 ? [part, said] : [part]))]
}

/** Returns who says what: a row for each quote, under a row of headings. */
function quoteRows({ body, speakers }: LiveRelease, language: PageContext['newsroom']['language']): string[][] {
  const t = translator(language, 'newsroom')
  const rows = body.content.flatMap((block) => {
    if (block.type !== 'quote') return []
    const speaker = block.attrs.personId ? speakers.get(block.attrs.personId) : undefined
    const words = quotedWords(plainText(inlineText(block.content)).trim(), language)
    return words ? [[speaker?.person.name ?? '', speaker?.role ?? '', speaker?.organisation ?? '', words]] : []
  })
  return [[t('kit.speaker'), t('kit.role'), t('kit.organisation'), t('kit.words')], ...rows]
}
