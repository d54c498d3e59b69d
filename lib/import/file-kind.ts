/** Recognises what kind of file has come, by its first bytes before the ending of its name. */
import { Refusal } from '../refusal.ts'

/** A package is a ZIP: what it holds is known when it is open. */
export type FileKind = 'package' | 'rtf' | 'html' | 'markdown' | 'text'

/** Returns how a file is read. Refuses one that is not read here with a reason that says what to do instead. */
export function fileKind(bytes: Buffer, filename: string): FileKind {
  const start = bytes.toString('latin1', 0, 1_000)
  if (start.startsWith('PK')) return 'package'
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new Refusal(compoundFile(bytes))
  const head = start.replace(/^(\xef\xbb\xbf)?\s*/, '')
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('%PDF-')) throw new Refusal('import-pdf')
  if (pictures.test(start)) throw new Refusal('import-picture')
  if (/\.(md|markdown)$/i.test(filename)) return 'markdown'
  if (/\.txt$/i.test(filename)) return 'text'
  // Programs that write a page call it a Word file now and then.
  if (/\.x?html?$/i.test(filename) || /^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html)[\s>]/is.test(head))
    return 'html'
  throw new Refusal('import-not-word')
}

const pictures =
  /^(\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(hei[cfmsx]|hev[cx]|mif1|msf1|avi[fs]))/s

/** Says what a file is that older Office programs wrote, or that newer ones have locked. */
function compoundFile(bytes: Buffer): string {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'import-locked'
  if (has('Workbook') || has('PowerPoint Document')) return 'import-sheet'
  return has('__substg1.0_') ? 'import-not-word' : 'import-old-word'
}
