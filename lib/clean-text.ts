/** Texts as every form of them can hold: XML has no room for control characters, and no reader any use. */

/** All but tabs and line ends, and the two that are no characters. What Word and PDF files leave in what is pasted. */
const illegible = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** The text with a space for each sign that cannot be read, so that it is as long as before. */
export const legible = (text: string): string => text.toWellFormed().replace(illegible, ' ')

/** The same for every text in something. */
export function legibly(value: unknown): unknown {
  if (typeof value === 'string') return legible(value)
  if (Array.isArray(value)) return value.map(legibly)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, legibly(inner)]))
}
