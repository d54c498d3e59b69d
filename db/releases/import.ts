/** Opens a file written elsewhere as a new draft. */

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Block, type Document, documentText, emptyDocument } from '#lib/document/rich-text.ts'
import { documentSchema } from '#lib/document/schema.ts'
import { importedIndex } from '#lib/import/foreign/imported-blocks.ts'

import { readInProcess } from '#lib/import/import-process.ts'
import { countImported, type ImportReport } from '#lib/import/import-report.ts'
import { languageOf } from '#lib/import/language-of.ts'
import type { Language } from '#lib/locale.ts'
import { bytesOf } from '#lib/media/file-stream.ts'
import { type Bytes, withReceived } from '#lib/media/store.ts'
import { Refusal } from '#lib/refusal.ts'
import type { Actor } from '../events.ts'
import { receiveMedia } from '../media.ts'
import { createRelease } from '../releases.ts'
import type { Kind } from '../types.ts'

interface About {
  kind: Kind
  /** The newsroom's languages, or the one that has been chosen. */
  languages: readonly Language[]
  contactIds?: string[]
}

/**
 * Opens a Word, OpenDocument, RTF, HTML, Markdown or text file as a new draft and returns its id, with a report of what was imported and
 * what was not. Its images go to the library. Refuses a file that is empty, broken, of another kind, without text, or larger
 * than can be read or than a draft has room for; nothing is then stored.
 */
export async function importRelease(
  { body, filename }: { body: Bytes; filename: string },
  about: About,
  by: { actor: Actor; now: Date },
): Promise<{ id: string; report: ImportReport }> {
  return withReceived(body, ({ path }) => openAsDraft({ path, filename }, about, by))
}

async function openAsDraft(
  file: { path: string; filename: string },
  about: About,
  by: { actor: Actor; now: Date },
): Promise<{ id: string; report: ImportReport }> {
  const directory = `${file.path}.pictures`
  await mkdir(directory)
  try {
    const read = await readInProcess({ ...file, directory })
    // The process that read the file may have been taken over by it: its result is checked like anything else.
    const found = documentSchema.safeParse({ type: 'doc', content: read.blocks })
    if (!found.success && read.blocks.length > 0) throw new Refusal('import-broken')
    const pictures = await addPictures(read.pictures, directory, file.filename, by)
    const blocks = read.blocks.flatMap((block) => placed(block, pictures))
    const body: Document = blocks.length ? { type: 'doc', content: blocks } : emptyDocument
    const language = languageOf(`${read.title}\n${documentText(body)}`, about.languages)
    const { kind, contactIds } = about
    const id = await createRelease({ language, kind, contactIds, title: read.title, body }, by)
    const refused = pictures.filter((picture) => picture === undefined).length
    const omitted = { ...read.omitted, refused }
    return {
      id,
      report: { filename: file.filename, hasTitle: read.title !== '', carried: countImported(body), left: omitted },
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What refuses every image alike, and the whole file with it. */
const notOfTheFile = new Set(['disk-full', 'storage-unavailable'])

/** Adds the images to the library and returns their ids; undefined for one it refuses. */
async function addPictures(
  names: number[],
  directory: string,
  filename: string,
  by: { actor: Actor; now: Date },
): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = []
  for (const name of names) {
    const body = bytesOf(join(directory, String(Number(name))))
    const said = { body, filename: `${filename.replace(/\.\w+$/, '')} ${ids.length + 1}`, kind: 'image' as const }
    const added = await receiveMedia(said, by).catch((error) => {
      if (!(error instanceof Refusal) || notOfTheFile.has(error.code)) throw error
    })
    ids.push(added?.file.id)
  }
  return ids
}

function placed(block: Block, pictures: (string | undefined)[]): Block[] {
  if (block.type !== 'image') return [block]
  const mediaId = pictures[importedIndex(block.attrs.mediaId) ?? -1]
  return mediaId ? [{ ...block, attrs: { ...block.attrs, mediaId } }] : []
}
