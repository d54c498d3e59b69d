/** Turns an RTF file into HTML with its pictures beside it, and counts what has no place in a text here. */
import { Refusal } from '../../refusal.ts'
import { RtfReading } from './reading.ts'
import { parseRtf } from './tree.ts'

export interface RtfText {
  html: string
  /** Returns the bytes of `kept:0` and those after it in the HTML. */
  pictures: (() => Promise<Buffer>)[]
  omitted: RtfReading['omitted'] & { hidden: number; struck: number }
  /** How many letters and digits the text should have. */
  letters: number
}

/** The most bytes. They are read into memory at many times their size. */
const maxBytes = 24 * 1024 * 1024

/** Reads the text. Refuses a file that breaks off, and one that is larger than can be read. */
export function readRtf(bytes: Buffer): RtfText {
  if (bytes.length > maxBytes) throw new Refusal('import-too-large')
  const reading = new RtfReading(parseRtf(bytes.toString('latin1').replace(/^[^{]*/, '')))
  const html = reading.read()
  const { pictures, omitted, hidden, struck, letters } = reading
  return { html, pictures: pictures.map((one) => async () => one), omitted: { ...omitted, hidden, struck }, letters }
}
