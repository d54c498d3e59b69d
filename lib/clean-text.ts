/** Removes characters that no format can hold: XML forbids control characters, and no reader can see them. */

/**
 * Control characters except tabs and line ends, and the two code points that are no characters. Word and PDF files
 * leave them in pasted text.
 */
const unreadable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Returns the text with a space for each unreadable character, so that it is as long as before. */
export const cleanText = (text: string): string => text.toWellFormed().replace(unreadable, ' ')

/** Signs that turn the direction of all that stands after them, until another ends it or the paragraph does. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Returns a line without what turns the direction of letters: a name that holds one would have what stands after it read
 * backwards, and “gpj.exe” look like “exe.jpg”. Marks for single places (U+200E, U+200F, U+061C) turn nothing and stay.
 */
export const withoutTurns = (text: string): string => text.replace(turns, '')

/** Cleans every text inside a value. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanTexts(inner)]))
}
