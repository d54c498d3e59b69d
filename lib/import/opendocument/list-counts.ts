/** Counts the points of numbered lists in an OpenDocument text. */
import { numberOf, type XmlElement } from '../word/xml.ts'
import type { OpenDocumentStyles } from './styles.ts'

interface Counting {
  isNumbered: boolean
  /** The style of the lists inside this one. */
  style: string | undefined
  /** Returns the number of the next point. */
  next(item: XmlElement): number
}

export class ListCounts {
  private readonly styles: OpenDocumentStyles
  /** The last numbers, by the style of a list or by its name in the file, and by level. */
  private readonly last = new Map<string, number>()

  constructor(styles: OpenDocumentStyles) {
    this.styles = styles
  }

  /** Begins a list: anew, or where the file says so with the number after that of another. */
  begin({ attributes }: XmlElement, level: number, outer: string | undefined): Counting {
    const style = attributes['text:style-name'] ?? outer
    const { isNumbered, start } = this.styles.level(style, level)
    const places = [style, attributes['xml:id']].filter((name) => name !== undefined).map((name) => `${name} ${level}`)
    const continued = attributes['text:continue-list']
    const goesOn = continued
      ? `${continued} ${level}`
      : attributes['text:continue-numbering'] === 'true'
        ? places[0]
        : undefined
    let number = (goesOn === undefined ? undefined : this.last.get(goesOn)) ?? start - 1
    const next = (item: XmlElement): number => {
      number = numberOf(item.attributes['text:start-value']) ?? number + 1
      for (const place of [...places, ...(continued ? [`${continued} ${level}`] : [])]) this.last.set(place, number)
      return number
    }
    return { isNumbered, style, next }
  }
}
