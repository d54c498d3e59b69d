/** Gathers the words of a group without their looks: the instructions of a field, the marker of a point. */
import type { Fonts } from './fonts.ts'
import { destinationOf, type Group, isGroup, type RtfNode } from './tree.ts'
import { signs, silent } from './words.ts'

export class PlainWords {
  private readonly fonts: Fonts
  /** How many letters stand in for a sign that older programs do not know. */
  private readonly most: number
  private standIns = 0

  constructor(fonts: Fonts, most: number) {
    this.fonts = fonts
    this.most = most
  }

  of({ nodes }: Group): string {
    return nodes.map((node) => this.word(node)).join('')
  }

  private word(node: RtfNode): string {
    if (typeof node === 'string') return this.letters(node)
    if (isGroup(node)) return silent.test(destinationOf(node).name) ? '' : this.of(node)
    if (node.name === "'") return this.letters(String.fromCharCode(node.value ?? 0))
    if (node.name !== 'u') return signs[node.name] ?? (/^(par|line)$/.test(node.name) ? ' ' : '')
    this.standIns = this.most
    return String.fromCharCode((node.value ?? 0) & 0xffff)
  }

  private letters(bytes: string): string {
    const dropped = Math.min(this.standIns, bytes.length)
    this.standIns -= dropped
    return this.fonts.decoded(bytes.slice(dropped), undefined).text
  }
}
