/** Removes characters that no format can hold: XML forbids control characters, and no reader can see them. */

/**
 * Control characters except tabs and line ends, and the two code points that are no characters. Word and PDF files
 * leave them in pasted text.
 */
const unreadable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Returns the text with a space for each unreadable character, so that it is as long as before. */
export const cleanText = (text: string): string => text.toWellFormed().replace(unreadable, ' ')

/** Does the same for every text inside a value. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanTexts(inner)]))
}
