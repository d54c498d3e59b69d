/**
 * Writes tables for spreadsheets as CSV: with commas or semicolons, with quotation marks where they are needed, and in
 * UTF-8 that Excel recognises.
 */
import { formatNumber } from '../format.ts'
import type { Language } from '../locale.ts'

/** The beginning of a cell that spreadsheets would run as a formula, whoever wrote it and however wide the signs are. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/

/** A number with its sign is none: it counts, and an apostrophe would make it a word. */
const figure = /^[+-]\d+([.,]\d+)*\s?[%‰]?$/

function cell(text: string): string {
  const safe = formula.test(text) && !figure.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Returns what stands between the cells where a spreadsheet in a language looks for it: Excel opens a file with commas in
 * one column where the comma is the decimal sign.
 */
const separatorIn = (language: Language): string => (formatNumber(0.5, language, 1).includes(',') ? ';' : ',')

/**
 * Writes rows after a byte order mark, as RFC 4180 has them, or for the spreadsheet of a member in their language. A cell
 * that would run as a formula gets an apostrophe before it; a number with its sign does not.
 */
export const csvText = (rows: string[][], language?: Language): string => `\ufeff${csvLines(rows, language)}`

/** Writes rows that come after others, where a long table is written a part at a time. */
export function csvLines(rows: string[][], language?: Language): string {
  const separator = language ? separatorIn(language) : ','
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')
}
