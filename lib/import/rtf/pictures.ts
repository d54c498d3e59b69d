/** Reads the pictures of an RTF file, which are written as digits among its words. */
import { type Group, groupIn, isControl, isGroup } from './tree.ts'

/** Returns the bytes of a picture, and what its file says that it shows. */
export function pictureIn(group: Group): { bytes: Buffer; alt: string } {
  const whole = group.nodes.find((node) => isControl(node) && node.name === 'bin')
  const digits = group.nodes.filter((node) => typeof node === 'string').join('')
  const bytes =
    whole && isControl(whole)
      ? Buffer.from(whole.bytes ?? '', 'latin1')
      : Buffer.from(digits.replace(/[^\da-f]/gi, ''), 'hex')
  return { bytes, alt: altIn(groupIn(group, 'picprop')) }
}

/** Returns the words that a shape is drawn as; undefined for a shape that has none. */
export const drawnWords = (shape: Group): Group | undefined => propertyOf(groupIn(shape, 'shpinst'), 'gtextUNICODE')

const altIn = (properties: Group | undefined): string => textOf(propertyOf(properties, 'wzDescription'))

/** Returns the value of a property, by its name. */
function propertyOf(properties: Group | undefined, name: string): Group | undefined {
  const found = properties?.nodes.filter(isGroup).find((property) => textOf(groupIn(property, 'sn')) === name)
  return found && groupIn(found, 'sv')
}

const textOf = (group: Group | undefined): string =>
  (group?.nodes ?? []).filter((node) => typeof node === 'string').join('')
