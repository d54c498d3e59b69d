/** Writes rights metadata (whose image it is and on what terms) as blocks for a file: XMP, IPTC and EXIF. */
import type { Localized } from '../locale.ts'

export interface RightsMetadata {
  credit: string
  /** The copyright line, and what it takes to use the image. */
  terms: string
  /** The licence in words, per language. */
  licence: Localized
  /** The address of a public licence's text. */
  licenceUrl: string
}

export const noRights: RightsMetadata = { credit: '', terms: '', licence: {}, licenceUrl: '' }

const hasRights = (rights: RightsMetadata): boolean =>
  [rights.credit, rights.terms, rights.licenceUrl, ...Object.values(rights.licence)].some(Boolean)

/** Escapes a text and leaves out characters that XML cannot hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const element = (name: string, inside: string) => (inside ? `<${name}>${inside}</${name}>` : '')
const inSequence = (text: string) => text && `<rdf:Seq><rdf:li>${escaped(text)}</rdf:li></rdf:Seq>`
const alternatives = (texts: [language: string, text: string][]) =>
  texts.length
    ? `<rdf:Alt>${texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${escaped(text)}</rdf:li>`).join('')}</rdf:Alt>`
    : ''

/** Returns an XMP packet, or undefined when there is nothing to write. */
export function xmpOf(rights: RightsMetadata): Buffer | undefined {
  if (!hasRights(rights)) return undefined
  const { credit, terms, licence, licenceUrl } = rights
  const usage = Object.entries(licence).map(([language, words]): [string, string] => [
    language,
    [words, terms].filter(Boolean).join('. '),
  ])
  const said = [
    element('dc:creator', inSequence(credit)),
    element('photoshop:Credit', escaped(credit)),
    element('dc:rights', terms && alternatives([['x-default', terms]])),
    element(
      'xmpRights:UsageTerms',
      alternatives([...usage.slice(0, 1).map(([, text]): [string, string] => ['x-default', text]), ...usage]),
    ),
    element('xmpRights:WebStatement', escaped(licenceUrl)),
  ]
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">${said.join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  )
}

const dataset = (record: number, number: number, data: Buffer): Buffer => {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(data.length, 3)
  return Buffer.concat([head, data])
}

/**
 * Returns IPTC's by-line, credit and copyright notice as picture desks read them, in the frame that JPEG keeps them in.
 */
export function iptcOf({ credit, terms }: RightsMetadata): Buffer | undefined {
  if (!credit && !terms) return undefined
  const texts: [number, string][] = [
    [80, credit],
    [110, credit],
    [116, terms],
  ]
  const records = Buffer.concat([
    dataset(1, 90, Buffer.from('\x1b%G', 'latin1')),
    dataset(2, 0, Buffer.from([0, 4])),
    ...texts.filter(([, text]) => text).map(([number, text]) => dataset(2, number, Buffer.from(text))),
  ])
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(records.length, head.length - 4)
  return Buffer.concat([head, records, Buffer.alloc(records.length % 2)])
}

/** Returns an EXIF block that holds the orientation and the rights, and nothing else. */
export function exifOf(orientation: number, { credit, terms }: RightsMetadata): Buffer | undefined {
  const texts: [number, string][] = [
    [0x013b, credit],
    [0x8298, terms],
  ]
  const said = texts
    .filter(([, text]) => text)
    .map(([tag, text]): [number, Buffer] => [tag, Buffer.from(`${text.replaceAll('\0', '')}\0`)])
  const count = said.length + (orientation > 1 ? 1 : 0)
  if (count === 0) return undefined
  const table = Buffer.alloc(8 + 2 + count * 12 + 4)
  table.write('MM\0*', 0, 'latin1')
  table.writeUInt32BE(8, 4)
  table.writeUInt16BE(count, 8)
  let at = 10
  let end = table.length
  if (orientation > 1) {
    table.writeUInt32BE(0x01120003, at)
    table.writeUInt32BE(1, at + 4)
    table.writeUInt16BE(orientation, at + 8)
    at += 12
  }
  for (const [tag, bytes] of said) {
    table.writeUInt16BE(tag, at)
    table.writeUInt16BE(2, at + 2)
    table.writeUInt32BE(bytes.length, at + 4)
    if (bytes.length <= 4) bytes.copy(table, at + 8)
    else table.writeUInt32BE(end, at + 8)
    if (bytes.length > 4) end += bytes.length
    at += 12
  }
  return Buffer.concat([table, ...said.map(([, bytes]) => bytes).filter((bytes) => bytes.length > 4)])
}
