/**
 * Writes tables for spreadsheets as CSV: with commas, with quotation marks where they are needed, and in UTF-8 that
 * Excel recognises.
 */

/** The beginning of a cell that spreadsheets would run as a formula, whoever wrote it and however wide the signs are. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/

/** A number with its sign is none: it counts, and an apostrophe would make it a word. */
const figure = /^[+-]\d+([.,]\d+)*\s?[%‰]?$/

function cell(text: string): string {
  const safe = formula.test(text) && !figure.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Writes rows as RFC 4180 has them, after a byte order mark. A cell that would run as a formula gets an apostrophe
 * before it; a number with its sign does not.
 */
export const csvText = (rows: string[][]): string => `\ufeff${csvLines(rows)}`

/** Writes rows that come after others, where a long table is written a part at a time. */
export const csvLines = (rows: string[][]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
