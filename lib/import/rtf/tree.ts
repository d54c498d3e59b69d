/** Parses RTF into groups: what a group holds is known only by the word that it begins with. */
import { Refusal } from '../../refusal.ts'

export interface Group {
  nodes: RtfNode[]
}

/** A word such as `\b0`; a sign such as `\~`; a byte, whose name is `'`; or the bytes of a picture, called `bin`. */
export interface Control {
  name: string
  value: number | undefined
  bytes?: string
}

/** Words are bytes still, a character each. */
export type RtfNode = Group | Control | string

const maxNodes = 1_000_000
const deepest = 200

export const isGroup = (node: RtfNode): node is Group => typeof node === 'object' && 'nodes' in node
export const isControl = (node: RtfNode): node is Control => typeof node === 'object' && 'name' in node

const token = /\\(?:([a-z]+)(-?\d+)? ?|'([\da-f]{2})|([\s\S]))|([{}])|[^\\{}\r\n]+/giy

/** Parses a file. Refuses one with more groups and words, or more of them nested, than texts have, and one that breaks off. */
export function parseRtf(rtf: string): Group {
  const root: Group = { nodes: [] }
  const open = [root]
  let count = 0
  for (let at = 0; at < rtf.length; ) {
    token.lastIndex = at
    const found = token.exec(rtf)
    if (!found) {
      // The end of a line is only for the eyes of whoever reads the file itself.
      at++
      continue
    }
    at = token.lastIndex
    if (++count > maxNodes) throw new Refusal('import-too-large')
    const [whole, word, number, byte, sign, brace] = found
    const here = open.at(-1)
    if (brace === '{') {
      const group: Group = { nodes: [] }
      here?.nodes.push(group)
      open.push(group)
      if (open.length > deepest) throw new Refusal('import-broken')
    } else if (brace === '}') {
      if (open.length > 1) open.pop()
      if (open.length === 1) break
    } else if (word) {
      const value = number === undefined ? undefined : Number(number)
      const bytes = word === 'bin' ? rtf.slice(at, at + Math.max(0, value ?? 0)) : undefined
      at += bytes?.length ?? 0
      here?.nodes.push({ name: word, value, ...(bytes === undefined ? {} : { bytes }) })
    } else if (byte) here?.nodes.push({ name: "'", value: Number.parseInt(byte, 16) })
    else if (sign) here?.nodes.push(/[\\{}]/.test(sign) ? sign : { name: sign, value: undefined })
    else here?.nodes.push(whole)
  }
  const [first] = root.nodes
  if (open.length > 1 || !first || !isGroup(first)) throw new Refusal('import-broken')
  return first
}

/** Returns the word that says what a group holds, and whether readers that do not know it pass over it. */
export function destinationOf({ nodes }: Group): { name: string; isOptional: boolean } {
  const [first, second] = nodes.filter((node) => typeof node !== 'string' || node.trim())
  const isOptional = first !== undefined && isControl(first) && first.name === '*'
  const named = isOptional ? second : first
  return { name: named && isControl(named) ? named.name : '', isOptional }
}

/** Returns the first group in another, at any depth, that holds what is asked for. */
export function groupIn(group: Group, name: string): Group | undefined {
  for (const node of group.nodes) {
    if (!isGroup(node)) continue
    const found = destinationOf(node).name === name ? node : groupIn(node, name)
    if (found) return found
  }
  return undefined
}

export const controlValue = ({ nodes }: Group, name: string): number | undefined =>
  nodes.find((node): node is Control => isControl(node) && node.name === name)?.value
