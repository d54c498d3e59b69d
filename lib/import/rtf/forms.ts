/** Reads what the fields of a form show in an RTF file, which has it in numbers. */
import { controlValue, destinationOf, type Group, groupIn, isGroup } from './tree.ts'

/** A number that stands for none. */
const unset = 25

/** Returns the group of a field's form and those within it, which hold its numbers. */
const partsOf = (form: Group): Group[] => [form, ...form.nodes.filter(isGroup)]

/** Returns what the form of a field shows: a box with or without a tick, or the line that was chosen. */
export function formWords(field: Group, textOf: (group: Group) => string): string | undefined {
  const form = groupIn(field, 'formfield')
  if (!form) return undefined
  const number = (name: string) => partsOf(form).flatMap((part) => controlValue(part, name) ?? [])[0]
  const set = number('ffres')
  const chosen = (set === unset ? undefined : set) ?? number('ffdefres') ?? 0
  const type = number('fftype')
  if (type === 1) return chosen === 1 ? '☒' : '☐'
  if (type !== 2) return undefined
  const lines = partsOf(form).flatMap(({ nodes }) =>
    nodes.filter(isGroup).filter((one) => destinationOf(one).name === 'ffl'),
  )
  const line = lines[chosen]
  return line && textOf(line)
}
