/** Reads and writes, in an address, the column that a list is sorted by: `name` from A to Ö, `-name` the other way. */
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'

export interface ColumnOrder<Column extends string> {
  by: Column
  isDescending: boolean
}

/** The order of each column at its first press, as in an address. The first one is the list's own, and is not written. */
export type FirstOrders<Column extends string> = readonly (Column | `-${Column}`)[]

const columnOf = <Column extends string>(written: Column | `-${Column}`) => written.replace(/^-/, '') as Column

const orderOf = <Column extends string>(written: Column | `-${Column}`): ColumnOrder<Column> => ({
  by: columnOf(written),
  isDescending: written.startsWith('-'),
})

/** Returns the order that an address asks for, or the list's own. */
export function readColumnOrder<Column extends string>(
  asked: string | string[] | undefined,
  firsts: FirstOrders<Column>,
): ColumnOrder<Column> {
  const known = firsts.some((first) => columnOf(first) === String(asked ?? '').replace(/^-/, ''))
  return orderOf(known ? (asked as Column) : (firsts[0] as Column))
}

/** Returns the order that a press on a column gives, as in an address: its own first, then the other way round. */
export function nextColumnOrder<Column extends string>(
  by: Column,
  now: ColumnOrder<Column>,
  firsts: FirstOrders<Column>,
): string | undefined {
  const first = firsts.find((one) => columnOf(one) === by) ?? by
  const turned = first.startsWith('-') ? by : `-${by}`
  const next = by === now.by && now.isDescending === first.startsWith('-') ? turned : first
  return next === firsts[0] ? undefined : next
}

/** How a list is sorted by a column now, in ARIA's words. */
export const sortedBy = <Column extends string>(by: Column, now: ColumnOrder<Column>) =>
  by === now.by ? (now.isDescending ? ('descending' as const) : ('ascending' as const)) : undefined

/** Sorts rows by what a column says of each: numbers by size, words as the member's language does. */
export function sortRows<Row, Column extends string>(
  rows: Row[],
  { by, isDescending }: ColumnOrder<Column>,
  values: Record<Column, (row: Row) => string | number>,
  language: Language,
): Row[] {
  const sign = isDescending ? -1 : 1
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator(language).compare(String(a), String(b))
  return rows.toSorted((a, b) => sign * compare(values[by](a), values[by](b)))
}
