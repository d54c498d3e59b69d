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

function altIn(properties: Group | undefined): string {
  for (const property of properties?.nodes.filter(isGroup) ?? []) {
    const words = (name: string) =>
      (groupIn(property, name)?.nodes ?? []).filter((node) => typeof node === 'string').join('')
    if (words('sn') === 'wzDescription') return words('sv')
  }
  return ''
}
