/** Puts files of the library into a package, each under a name that says what it is, with whose they are. */
import { Readable } from 'node:stream'
import type { ReleaseFile } from '#components/newsroom/release/downloads.ts'
import { altOf } from '#components/rich-text/figure.tsx'
import { getLiveFile } from '#db/live/media.ts'
import type { ZipEntry } from '#lib/formats/zip.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { type FoundFile, fileStore } from '#lib/media/file-store.ts'
import { offDevices } from '#lib/media/filename.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { licenceName } from '#lib/media/licence.ts'
import { sourceTypeName } from '#lib/media/source-type.ts'
import { translator } from '#lib/messages.ts'
import { freeSlug } from '#lib/slug.ts'

/** An entry that is read from the store when its turn comes. The key is in the tag of the package. */
type StoredEntry = Extract<ZipEntry, { size: number }> & { key: string }

interface StoredFile {
  file: ReleaseFile
  entry: StoredEntry
}

/**
 * Returns the originals as entries of the package. A file that is not in the store is left out. `mark` changes the metadata
 * of pictures.
 */
export async function storedFiles(
  files: ReleaseFile[],
  language: Language,
  mark?: (file: FoundFile, id: string) => Promise<Buffer>,
): Promise<StoredFile[]> {
  const t = translator(language, 'newsroom')
  const stored: StoredFile[] = []
  for (const file of files) {
    const type = 'type' in file.media ? file.media.type : fileTypeOf(file.media.mime)
    const found = await getLiveFile(file.media.id, `original.${type}`)
    if (!found) continue
    const folder = file.image ? t('kit.pictures') : t('kit.documents')
    const named = (as: string) => `${folder}/${as}.${type}`
    const isTaken = async (one: string) =>
      offDevices(one) !== one || stored.some(({ entry }) => entry.name === named(one))
    const as = await freeSlug(file.as, isTaken)
    const marked = mark && file.image ? () => mark(found, file.media.id) : undefined
    // Marked twice rather than kept: only one picture is in memory at a time.
    const size = marked ? (await marked()).length : found.size
    const read = marked ? async () => Readable.from([await marked()]) : () => fileStore().read(found)
    stored.push({ file, entry: { name: named(as), key: found.key, size, read } })
  }
  return stored
}

/** Returns what each file shows, who made it and how, and on what terms it may be used. */
export function termsFile(files: StoredFile[], language: Language): string {
  const t = translator(language, 'newsroom')
  const about = files.map(({ file: { media, title, image, use }, entry }) => {
    const shown = use?.caption || image?.caption || title
    const alt = use && altOf(use)
    const how = image && sourceTypeName(image.digitalSourceType, language)
    return [
      entry.name,
      shown,
      alt && t('kit.alt', { alt }),
      media.credit && t('give-credit', { credit: media.credit }),
      media.licence && t('kit.licence', { licence: licenceName(media.licence, language) }),
      how && t('kit.how-made', { how }),
    ]
  })
  const text = about.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n')
  return `\ufeff${plainText(text)}\n`.replaceAll('\n', '\r\n')
}
