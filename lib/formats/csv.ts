/** Tables for spreadsheets: commas, quotation marks where they are needed, and UTF-8 that Excel recognises. */

/** What would begin a formula: spreadsheets run it, whoever wrote it. */
const formula = /^\s*[=+\-@\t\r]/

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as RFC 4180 has them, after a byte order mark. A cell that would run as a formula gets an apostrophe before it. */
export const csvText = (rows: string[][]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
