/** Reads letters of the fonts that draw signs in the place of letters, such as Symbol and Wingdings. */
import { hex } from 'dingbat-to-unicode'
import type { XmlElement } from './xml.ts'

/** Returns the sign that a `w:sym` stands for, or undefined for one that only its font knows. */
export function symbolOf({ attributes }: XmlElement): string | undefined {
  const font = attributes['w:font'] ?? ''
  const code = attributes['w:char'] ?? ''
  const known = hex(font, code) ?? (/^F0..$/i.test(code) ? hex(font, code.slice(2)) : undefined)
  if (known) return known.string
  const number = Number.parseInt(code, 16)
  // What a font has in the private area of Unicode only it can draw.
  const isPrivate = !(number >= 0x20) || (number >= 0xd800 && number <= 0xf8ff) || number > 0xffff
  return isPrivate ? undefined : String.fromCodePoint(number)
}
