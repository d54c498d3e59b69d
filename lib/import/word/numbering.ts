/** Counts the points of numbered lists as Word does: it stores what a list looks like, and never a number. */
import type { ParagraphStyle, Styles } from './styles.ts'
import { childOf, childrenOf, numberOf, valueIn, type XmlElement } from './xml.ts'

interface Level {
  start: number
  format: string
  /** The indent of its words, in twentieths of a point. */
  left: number | undefined
  /** Whether it begins anew after a point of a level above. */
  restarts: boolean
  styleId: string | undefined
}

/** What a numbered paragraph is; `number` is missing where its level has bullets. */
export interface Numbered {
  number: number | undefined
  level: number
  left: number | undefined
}

interface List {
  kind: string
  levels: Map<number, Level>
  starts: Map<number, number>
}

const deepestLevel = 8
const plainLevel: Level = { start: 1, format: 'decimal', left: undefined, restarts: true, styleId: undefined }
const unnumbered: List = { kind: '', levels: new Map(), starts: new Map() }

export class Numbering {
  private readonly styles: Styles
  private readonly kinds = new Map<string, { levels: Map<number, Level>; styleId: string | undefined }>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.styles = styles
    for (const element of childrenOf(root, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'] ?? ''
      this.kinds.set(id, { levels: levelsOf(element), styleId: valueIn(element, 'w:numStyleLink') })
    }
    for (const element of childrenOf(root, 'w:num')) {
      const kind = valueIn(element, 'w:abstractNumId') ?? ''
      const starts = new Map<number, number>()
      const levels = new Map(this.kinds.get(kind)?.levels)
      for (const override of childrenOf(element, 'w:lvlOverride')) {
        const level = numberOf(override.attributes['w:ilvl']) ?? 0
        const start = numberOf(valueIn(override, 'w:startOverride'))
        if (start !== undefined) starts.set(level, start)
        for (const [at, changed] of levelsOf(override)) levels.set(at, changed)
      }
      this.lists.set(element.attributes['w:numId'] ?? '', { kind, levels, starts })
    }
  }

  /** Counts on by a paragraph. Returns undefined for one that no list shows anything before. */
  of({ ids, list, numberingId, numberingLevel }: ParagraphStyle): Numbered | undefined {
    if (numberingId === '0') return undefined
    const named = list && /^(bullet|number)$/.test(list.kind) ? list : undefined
    const found = numberingId === undefined ? undefined : this.next(numberingId, numberingLevel, ids)
    if (found) return { ...found, level: Math.max(found.level, named?.level ?? 1) }
    if (!named || this.lists.has(numberingId ?? '')) return undefined
    // A list that only its style names.
    const number = named.kind === 'number' ? this.count(named.kind, unnumbered, named.level - 1, plainLevel) : undefined
    return { number, level: named.level, left: undefined }
  }

  private next(id: string, at: number | undefined, styleIds: string[]): Numbered | undefined {
    const list = this.list(id)
    if (!list) return undefined
    const linked = [...list.levels].find(([, { styleId }]) => styleId && styleIds.includes(styleId))?.[0]
    const level = Math.min(Math.max(at ?? linked ?? 0, 0), deepestLevel)
    const found = list.levels.get(level)
    if (!found || found.format === 'none') return undefined
    const number = found.format === 'bullet' ? undefined : this.count(id, list, level, found)
    return { number, level: level + 1, left: found.left }
  }

  private count(id: string, list: List, level: number, { start }: Level): number {
    // Lists of one kind go on with each other's numbers, until one says where it begins.
    const counts = this.countsOf(list.kind)
    const begins = list.starts.get(level)
    if (begins !== undefined && !this.begun.has(`${id} ${level}`)) {
      this.begun.add(`${id} ${level}`)
      delete counts[level]
    }
    counts[level] = (counts[level] ?? (begins ?? start) - 1) + 1
    for (let below = level + 1; below < counts.length; below++) {
      if (list.levels.get(below)?.restarts !== false) delete counts[below]
    }
    return counts[level]
  }

  private countsOf(kind: string): number[] {
    const counts = this.counts.get(kind) ?? []
    this.counts.set(kind, counts)
    return counts
  }

  private list(id: string): List | undefined {
    const list = this.lists.get(id)
    const link = list && this.kinds.get(list.kind)?.styleId
    if (!link) return list
    const real = this.lists.get(this.styles.numberingOf(link) ?? '')
    return real && { ...real, starts: list.starts }
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenOf(element, 'w:lvl')) {
    const indent = childOf(level, 'w:pPr', 'w:ind')?.attributes
    levels.set(numberOf(level.attributes['w:ilvl']) ?? 0, {
      start: numberOf(valueIn(level, 'w:start')) ?? 1,
      format: valueIn(level, 'w:numFmt') ?? 'decimal',
      left: numberOf(indent?.['w:start'] ?? indent?.['w:left']),
      restarts: valueIn(level, 'w:lvlRestart') !== '0',
      styleId: valueIn(level, 'w:pStyle'),
    })
  }
  return levels
}
