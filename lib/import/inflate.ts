/**
 * Opens a Word file or an OpenDocument text, which are ZIPs of XML. Its content is counted while it is inflated: what a ZIP says about its own
 * size is not believed.
 */
import JSZip from 'jszip'
import { Refusal } from '../refusal.ts'

const maxParts = 2_000
/** The most XML, in bytes. It is read into memory at many times its size. */
export const maxXmlBytes = 8 * 1024 * 1024
const maxInflatedBytes = 128 * 1024 * 1024

/**
 * Returns the parts of a file, and which of the two it is. Refuses what is neither, a broken ZIP, and one that inflates to
 * more than can be read.
 */
export async function openTextPackage(bytes: Buffer): Promise<{ zip: JSZip; kind: 'word' | 'opendocument' }> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new Refusal('import-broken')
  })
  const kind = zip.file('[Content_Types].xml')
    ? 'word'
    : zip.file('content.xml') && zip.file('META-INF/manifest.xml')
      ? 'opendocument'
      : undefined
  if (!kind) throw new Refusal(otherPackage(zip))
  const parts = Object.values(zip.files).filter((part) => !part.dir)
  if (parts.length > maxParts) throw new Refusal('import-too-large')
  let xml = 0
  let all = 0
  for (const part of parts) {
    const isXml = /\.(xml|rels)$/i.test(part.name)
    await count(part, (length) => {
      all += length
      if (isXml) xml += length
      return all > maxInflatedBytes || xml > maxXmlBytes
    })
  }
  return { zip, kind }
}

/** Inflates a part without keeping it, until it has ended or is too large. */
function count(part: JSZip.JSZipObject, isTooMuch: (length: number) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    // Missing from the package's types; `nodeStream` is built on it. It can be stopped after any piece.
    const stream = (part as unknown as { internalStream(type: 'uint8array'): Pieces }).internalStream('uint8array')
    stream
      .on('data', (piece) => {
        if (!isTooMuch(piece.length)) return
        stream.pause()
        reject(new Refusal('import-too-large'))
      })
      .on('error', () => reject(new Refusal('import-broken')))
      .on('end', () => resolve())
      .resume()
  })
}

interface Pieces {
  on(event: 'data', hear: (piece: Uint8Array) => void): Pieces
  on(event: 'error' | 'end', hear: () => void): Pieces
  pause(): void
  resume(): void
}

/** Says what else a ZIP is. */
function otherPackage(zip: JSZip): string {
  return zip.file(/^Index\/.*\.iwa$|^Index\.zip$/).length > 0 ? 'import-pages' : 'import-not-word'
}
