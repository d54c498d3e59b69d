/** Writes the lines that vCard and iCalendar are made of: escaped, and folded at 75 bytes (RFC 2426, RFC 5545). */

/** Escapes a text for a value: control characters are removed, separators escaped, and line ends written as `\n`. */
export const escapedValue = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u00ad|(?![\n\r])\p{Cc}/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')

/** Folds a line at 75 bytes, between letters. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      text += '\r\n '
      bytes = 1
    }
    text += letter
    bytes += size
  }
  return text
}

export type ContentLine = [property: string, value: string | undefined]

/** Returns the lines as a text, without those whose value is missing. */
export const contentLines = (lines: ContentLine[]): string =>
  lines.map(([property, value]) => (value ? `${folded(`${property}:${value}`)}\r\n` : '')).join('')
