/** Turns an OpenDocument text into HTML with its pictures beside it, and counts what has no place in a text here. */
import type JSZip from 'jszip'
import { Refusal } from '../../refusal.ts'
import { childOf, elementsIn, parseXml, type XmlElement } from '../word/xml.ts'
import { OpenDocumentReading } from './reading.ts'
import { OpenDocumentStyles } from './styles.ts'
import { wordsWithin } from './words.ts'

/** Words stand in any element. */
const anywhere = /./

export interface OpenDocumentText {
  html: string
  /** Returns the bytes of `kept:0` and those after it in the HTML. */
  pictures: (() => Promise<Buffer>)[]
  omitted: OpenDocumentReading['omitted'] & { hidden: number; struck: number; margin: number }
  /** How many letters and digits the text should have. */
  letters: number
}

/**
 * Reads the text. Refuses one that is locked by a password, a file that holds no text, whose XML is broken, or with more
 * of it than texts have.
 */
export async function readOpenDocument(zip: JSZip): Promise<OpenDocumentText> {
  const partOf = async (name: string) => {
    const xml = await zip.file(name)?.async('string')
    return xml === undefined ? undefined : parseXml(xml, anywhere)
  }
  const manifest = await partOf('META-INF/manifest.xml')
  const entries = manifest ? [...elementsIn(manifest)] : []
  if (entries.some(({ name }) => name === 'manifest:encryption-data')) throw new Refusal('import-locked')
  const content = await partOf('content.xml')
  const body = childOf(content, 'office:body')
  const text = childOf(body, 'office:text')
  if (!text) throw new Refusal(body?.children.length ? 'import-sheet' : 'import-broken')
  const wholeStyles = await partOf('styles.xml')
  const formulas = entries
    .filter(({ attributes }) => /opendocument\.formula$/.test(attributes['manifest:media-type'] ?? ''))
    .map(({ attributes }) => (attributes['manifest:full-path'] ?? '').replace(/\/$/, ''))
  const reading = new OpenDocumentReading({
    styles: new OpenDocumentStyles(wholeStyles, content),
    has: (name) => zip.file(name) !== null,
    formulas: new Set(formulas),
  })
  const html = reading.read(text)
  const { omitted, hidden, struck, letters, pictures } = reading
  return {
    html,
    pictures: pictures.map((name) => async () => (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)),
    omitted: { ...omitted, hidden, struck, margin: countMargins(wholeStyles) },
    letters,
  }
}

/** Returns how many headers and footers with words there are; a page number is none. */
const countMargins = (styles: XmlElement | undefined): number =>
  (styles ? [...elementsIn(styles)] : []).filter(
    (element) => /^style:(header|footer)(-left|-first)?$/.test(element.name) && /\p{L}/u.test(wordsWithin(element)),
  ).length
