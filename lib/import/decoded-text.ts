/** Reads the bytes of a text file as text. */
import { Refusal } from '../refusal.ts'

/**
 * Returns the text of a file, its letters composed (NFC). One that is not UTF-8 is read as an older Windows wrote it.
 * Refuses bytes that are not text.
 */
export function decodedText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  if (text.includes('\0')) throw new Refusal('import-not-text')
  return text.normalize('NFC')
}
