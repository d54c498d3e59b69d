/** Turns a Word file into HTML with its pictures beside it, and counts what has no place in a text here. */
import type JSZip from 'jszip'
import { countWords } from '../line.ts'
import type { GatheredWords } from './gathered-words.ts'
import { Numbering } from './numbering.ts'
import { openPackage, type WordPackage } from './package.ts'
import { WordReading } from './reading.ts'
import { Styles } from './styles.ts'
import { elementsIn } from './xml.ts'

export interface WordFileText {
  html: string
  /** Returns the bytes of `kept:0` and those after it in the HTML. */
  pictures: (() => Promise<Buffer>)[]
  omitted: GatheredWords['omitted'] & { hidden: number; struck: number; margin: number }
  /** How many letters and digits the text should have. */
  letters: number
}

/** Reads the text. Refuses a file that is not a Word file, whose XML is broken, or with more of it than texts have. */
export async function readWordFile(zip: JSZip): Promise<WordFileText> {
  const file = await openPackage(zip)
  const styles = new Styles(file.styles)
  const { html, pictures, words } = new WordReading(file, styles, new Numbering(file.numbering, styles)).read()
  return {
    html,
    pictures: pictures.map((name) => () => file.bytesOf(name)),
    omitted: {
      ...words.omitted,
      hidden: countWords(words.hidden),
      struck: countWords(words.struck),
      margin: await marginsOf(file),
    },
    letters: words.letters,
  }
}

/** Returns how many headers and footers with words there are; a page number is none. */
async function marginsOf(file: WordPackage): Promise<number> {
  const parts = new Set<string>()
  for (const { name, attributes } of elementsIn(file.document)) {
    if (name !== 'w:headerReference' && name !== 'w:footerReference') continue
    const relation = file.relations.get(attributes['r:id'] ?? '')
    if (relation && !relation.isExternal) parts.add(relation.target)
  }
  const words = await Promise.all([...parts].map((part) => file.wordsOf(part)))
  return words.filter((text) => /\p{L}/u.test(text)).length
}
