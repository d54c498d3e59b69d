/**
 * Reads the letters of fonts that draw signs in the place of letters: an `m` in Symbol is a µ, and an `à` in Wingdings an
 * arrow.
 */
import { codePoint } from 'dingbat-to-unicode'

const symbolFonts = /^(symbol|webdings|wingdings(?: [23])?)$/i

/** Returns the first font of a list, as a style or a file has it, if it draws signs. */
export function symbolFontIn(fonts: string | undefined): string | undefined {
  const first = fonts?.split(',')[0]?.replace(/["']/g, '').trim() ?? ''
  return symbolFonts.test(first) ? first : undefined
}

/** The places of letters that Windows' alphabet has where Unicode has none, from 0x80 on. */
const windows = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))

/** Returns the sign that a font draws at a place; undefined for one that only the font knows. */
export function signAt(font: string | undefined, place: number): string | undefined {
  const code = place >= 0xf000 && place <= 0xf0ff ? place - 0xf000 : place
  const own = font === undefined ? bullets[place] : emptyBoxes[`${font.toLowerCase()} ${code}`]
  const sign = own ?? (font && codePoint(font, code)?.string)
  if (sign) return everyday[sign] ?? sign
  // What a font has in the private areas of Unicode only it can draw.
  const isPrivate = !(place >= 0x20) || (place >= 0xd800 && place <= 0xf8ff) || place > 0xeffff
  return isPrivate ? undefined : String.fromCodePoint(place)
}

/** Returns a text of a font as everybody reads it, without the signs that only the font knows, and how many those are. */
export function readLetters(font: string | undefined, text: string): { text: string; unknown: number } {
  if (!font && !privateUse.test(text)) return { text, unknown: 0 }
  let unknown = 0
  const letters = [...text].map((letter) => {
    const place = placeOf(letter, font !== undefined)
    const sign = place === undefined ? letter : signAt(font, place)
    if (sign === undefined) unknown++
    return sign ?? ''
  })
  return { text: letters.join(''), unknown }
}

const privateUse = /\p{Co}/u

/** Returns where a font has a letter; undefined for spaces, and for a letter that is the same in every font. */
function placeOf(letter: string, isSymbols: boolean): number | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (privateUse.test(letter)) return code
  if (!isSymbols || /[\s\p{Cc}]/u.test(letter)) return undefined
  const inWindows = windows.indexOf(letter)
  return inWindows >= 0 ? 0x80 + inWindows : code <= 0xff ? code : undefined
}

/** Boxes to tick, which the table has as filled ones. */
const emptyBoxes: Record<string, string> = { 'wingdings 168': '☐', 'wingdings 2 163': '☐' }

/** What Word's own bullets are where nothing says of which font they are, as in words copied out of a PDF. */
const bullets: Record<number, string> = {
  61623: '•',
  61607: '▪',
  61656: '➢',
  61558: '❖',
  61692: '✓',
  61664: '→',
}

/** Signs that few devices can show, as those that all can. */
const everyday: Record<string, string> = {
  ...{ '🡨': '←', '🡪': '→', '🡩': '↑', '🡫': '↓', '🡬': '↖', '🡭': '↗', '🡯': '↙', '🡮': '↘' },
  ...{ '🡸': '←', '🡺': '→', '🡹': '↑', '🡻': '↓', '⮚': '➢', '🞐': '☐' },
  ...{ '🗸': '✓', '🗹': '☑', '🗷': '☒', '🗵': '☒', '🗶': '✗', '🗴': '✗' },
}
