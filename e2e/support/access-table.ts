/** Reads the tables of who gets what, and finds what they leave out. */
import { expect } from '@playwright/test'
import { type VisitorName, visitorNames } from './visitors.ts'

type Row = Record<VisitorName, string>

/**
 * Reads a table with a line for each thing: its name and, after two spaces or more, what each visitor gets, in the order
 * of `visitorNames`. A ditto mark repeats what stands before it. Fails unless the table has exactly what there is.
 */
export function readTable(text: string, thereIs: string[]): Map<string, Row> {
  const lines = text.split('\n').filter((line) => line.trim())
  const table = new Map(lines.map((line) => readLine(line.trim())))
  expect([...table.keys()].sort(), 'the table has every entrance of the build, and no other').toEqual(thereIs.sort())
  expect(lines.length, 'each has one line').toBe(table.size)
  return table
}

function readLine(line: string): [name: string, row: Row] {
  const [name = '', cells = ''] = line.split(/ {2,}(.*)/s)
  const gets: string[] = []
  for (const cell of cells.split(/\s+/)) gets.push(cell === '"' ? (gets.at(-1) ?? '') : cell)
  expect(gets.length, `${name}: one for each visitor`).toBe(visitorNames.length)
  return [name, Object.fromEntries(visitorNames.map((visitor, index) => [visitor, gets[index]])) as Row]
}
