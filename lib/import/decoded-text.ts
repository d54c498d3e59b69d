/** Reads the bytes of a text file as text. */
import { Refusal } from '../refusal.ts'

/**
 * Returns the text of a file, its letters composed (NFC). One that is not UTF-8 is read by the alphabet that it declares,
 * else as an older Windows wrote it. Refuses bytes that are not text.
 */
export function decodedText(bytes: Uint8Array, declared = 'windows-1252'): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    text = decoderOf(declared).decode(bytes)
  }
  if (text.includes('\0')) throw new Refusal('import-not-text')
  return text.normalize('NFC')
}

/** Returns the alphabet that a page says it is written in. */
export const declaredAlphabet = (bytes: Uint8Array): string | undefined =>
  /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w-]+)/i
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)))
    ?.slice(1)
    .find(Boolean)

/** Returns the decoder of an alphabet; that of Windows for one that nobody knows, and for UTF-8, which it cannot be. */
function decoderOf(alphabet: string): TextDecoder {
  try {
    const decoder = new TextDecoder(alphabet)
    if (!decoder.encoding.startsWith('utf-')) return decoder
  } catch {
    // Its name is one of the page's own.
  }
  return new TextDecoder('windows-1252')
}
