/** Makes the press kit of a release: the text, the quotes, and the originals with whose they are. */
import { LRUCache } from 'lru-cache'
import { type ReleaseFile, releaseFiles } from '#components/newsroom/release/downloads.ts'
import { altOf } from '#components/rich-text/figure.tsx'
import { getLiveFile } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { quotedWords } from '#lib/document/attribution.ts'
import { imagesIn, inlineText } from '#lib/document/rich-text.ts'
import { csvText } from '#lib/formats/csv.ts'
import type { ZipEntry } from '#lib/formats/zip.ts'
import { plainText } from '#lib/hyphenate.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { licenceName } from '#lib/media/licence.ts'
import { translator } from '#lib/messages.ts'
import { freeSlug, slugify } from '#lib/slug.ts'
import { tagOf } from '../file-response.ts'
import type { PageContext } from '../page-context.ts'
import { outlineOf } from './outline.ts'
import { textFile } from './text-file.ts'
import { wordFile } from './word-file.ts'

export interface PressKit {
  /** A tag that changes with everything in the kit. */
  tag: string
  entries(): Promise<ZipEntry[]>
}

/** Word files take a while to make, and several readers ask at once for what has just been published. */
const wordFiles = new LRUCache<string, Promise<Buffer>>({ max: 64 })

export async function makePressKit(context: PageContext, release: LiveRelease): Promise<PressKit> {
  const { language, name } = context.newsroom
  const t = translator(language, 'newsroom')
  const files = await storedFiles(context, release)
  const parts = outlineOf(context, release)
  const base = slugify(release.slug)
  const inside = (path: string) => `${base}/${path}`
  const quotes = quoteRows(release, language)
  const small: [string, string][] = [
    [`${base}.txt`, `\ufeff${textFile(parts)}`],
    ...(quotes.length > 1 ? [[`${t('kit.quotes')}.csv`, csvText(quotes)] satisfies [string, string]] : []),
    ...(files.length > 0
      ? [[`${t('kit.terms')}.txt`, termsFile(files, context, release)] satisfies [string, string]]
      : []),
  ]
  const tag = tagOf([parts, release.title, small, files.map(({ entry }) => entry)])
  const word = () => {
    const made = wordFiles.get(tag) ?? wordFile(parts, { title: release.title, creator: name, language })
    wordFiles.set(tag, made)
    return made
  }
  return {
    tag,
    entries: async () => [
      { name: inside(`${base}.docx`), bytes: await word() },
      ...small.map(([path, content]) => ({ name: inside(path), bytes: Buffer.from(content) })),
      ...files.map(({ entry }) => ({ ...entry, name: inside(entry.name) })),
    ],
  }
}

interface StoredFile {
  file: ReleaseFile
  entry: Extract<ZipEntry, { path: string }>
}

/** Returns the originals, each under a name that says what it is. A file that is not on disk is left out. */
async function storedFiles({ newsroom: { language } }: PageContext, release: LiveRelease): Promise<StoredFile[]> {
  const t = translator(language, 'newsroom')
  const stored: StoredFile[] = []
  for (const file of releaseFiles(release, language)) {
    const type = 'type' in file.media ? file.media.type : fileTypeOf(file.media.mime)
    const found = await getLiveFile(file.media.id, `original.${type}`)
    if (!found) continue
    const folder = file.image ? t('kit.pictures') : t('kit.documents')
    const named = (slug: string) => `${folder}/${slug}.${type}`
    const slug = await freeSlug(slugify(file.title), async (one) =>
      stored.some(({ entry }) => entry.name === named(one)),
    )
    stored.push({ file, entry: { name: named(slug), path: found.path, size: found.size } })
  }
  return stored
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

/** Returns what each file shows, who made it and on what terms it may be used. */
function termsFile(files: StoredFile[], { newsroom: { language } }: PageContext, release: LiveRelease): string {
  const t = translator(language, 'newsroom')
  const uses = [...(release.hero ? [release.hero] : []), ...imagesIn(release.body)]
  const about = files.map(({ file: { media, title, image }, entry }) => {
    const use = uses.find(({ mediaId }) => mediaId === media.id)
    const shown = use?.caption || image?.caption || title
    const alt = use && altOf(use)
    return [
      entry.name,
      shown,
      alt && t('kit.alt', { alt }),
      media.credit && t('give-credit', { credit: media.credit }),
      media.licence && t('kit.licence', { licence: licenceName(media.licence, language) }),
    ]
  })
  const text = about.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n')
  return `\ufeff${plainText(text)}\n`.replaceAll('\n', '\r\n')
}
