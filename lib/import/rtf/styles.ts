/** Knows the paragraph styles of an RTF file by their names. */
import { controlValue, destinationOf, type Group, groupIn, isControl, isGroup } from './tree.ts'

export interface Style {
  kind?: 'title' | 'quote' | 'contents'
  /** The level of a heading. */
  level?: number
  /** Looks that the style gives: they set the paragraph off, and emphasise nothing. */
  bold: boolean
  italic: boolean
}

const plain: Style = { bold: false, italic: false }

/** Returns the styles of a file by their numbers. */
export function stylesOf(root: Group): (number: number | undefined) => Style {
  const styles = new Map<number, Style>()
  for (const group of groupIn(root, 'stylesheet')?.nodes.filter(isGroup) ?? []) {
    if (destinationOf(group).isOptional) continue
    const has = (name: string) => group.nodes.some((node) => isControl(node) && node.name === name && node.value !== 0)
    const words = group.nodes.filter((node) => typeof node === 'string').join('')
    const name = words.replace(/;\s*$/, '').trim().toLowerCase()
    const level = /^(?:heading|rubrik|überschrift)\s*([1-9])$/.exec(name)?.[1]
    const outline = controlValue(group, 'outlinelevel')
    const kind = /^(title|rubrik|titel)$/.test(name)
      ? 'title'
      : /^(intense )?(quote|quotations?|citat)$/.test(name)
        ? 'quote'
        : /^toc (\d|heading)$|^contents (\d|heading)$/.test(name)
          ? 'contents'
          : undefined
    styles.set(controlValue(group, 's') ?? 0, {
      ...(kind ? { kind } : {}),
      ...(level ? { level: Number(level) } : outline !== undefined && outline < 9 ? { level: outline + 1 } : {}),
      bold: has('b'),
      italic: has('i'),
    })
  }
  return (number) => styles.get(number ?? 0) ?? plain
}
