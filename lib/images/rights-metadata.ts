/** Writes rights metadata (whose image it is and on what terms) as blocks for a file: XMP, IPTC and EXIF. */
import type { Localized } from '../locale.ts'
import { digitalSourceUri } from './digital-source-type.ts'

export interface RightsMetadata {
  credit: string
  /** Who took it, each by themselves. */
  creators: string[]
  /** What it shows, per language. */
  caption: Localized
  /** The copyright line, and what it takes to use the image. */
  terms: string
  /** The licence in words, per language. */
  licence: Localized
  /** The address of a public licence's text. */
  licenceUrl: string
  /** How it was made, as IPTC's code; empty where nothing is said. */
  digitalSourceType: string
  /** What whoever uses it must heed, such as an embargo. */
  instructions?: string
}

export const noRights: RightsMetadata = {
  credit: '',
  creators: [],
  caption: {},
  terms: '',
  licence: {},
  licenceUrl: '',
  digitalSourceType: '',
}

const hasRights = ({ creators, caption, licence, ...texts }: RightsMetadata): boolean =>
  [...creators, ...Object.values(caption), ...Object.values(licence), ...Object.values(texts)].some(Boolean)

/** Escapes a text and leaves out characters that XML cannot hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const element = (name: string, inside: string) => (inside ? `<${name}>${inside}</${name}>` : '')
const inSequence = (texts: string[]) =>
  texts.length ? `<rdf:Seq>${texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('')}</rdf:Seq>` : ''

/** Writes a text in each language it has; the first is for those who speak none of them. */
function alternatives(texts: Localized): string {
  const said = Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const [first] = said
  if (!first) return ''
  const named = [['x-default', first[1]] as const, ...said.filter(([language]) => language !== 'x-default')]
  return `<rdf:Alt>${named.map(([language, text]) => `<rdf:li xml:lang="${language}">${escaped(text)}</rdf:li>`).join('')}</rdf:Alt>`
}

const spaces = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
})

/** Returns an XMP packet, or undefined when there is nothing to write. */
export function xmpOf(rights: RightsMetadata): Buffer | undefined {
  if (!hasRights(rights)) return undefined
  const { credit, creators, caption, terms, licence, licenceUrl, digitalSourceType, instructions = '' } = rights
  const usage = Object.entries(licence).map(([language, words]) => [
    language,
    [words, terms].filter(Boolean).join('. '),
  ])
  const said = [
    element('dc:creator', inSequence(creators)),
    element('photoshop:Credit', escaped(credit)),
    element('photoshop:Instructions', escaped(instructions)),
    element('dc:description', alternatives(caption)),
    element('dc:rights', alternatives({ 'x-default': terms })),
    element('xmpRights:UsageTerms', alternatives(Object.fromEntries(usage))),
    element('xmpRights:WebStatement', escaped(licenceUrl)),
    element('Iptc4xmpExt:DigitalSourceType', escaped(digitalSourceUri(digitalSourceType))),
  ].join('')
  const named = spaces.filter(([prefix]) => said.includes(`<${prefix}:`))
  const declared = named.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('')
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${declared}>${said}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  )
}

const dataset = (record: number, number: number, data: Buffer): Buffer => {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(data.length, 3)
  return Buffer.concat([head, data])
}

/** The text for readers of formats that know one language only. */
const inFirst = (texts: Localized): string => Object.values(texts).find(Boolean) ?? ''

/**
 * Returns IPTC's instructions, by-lines, credit, caption and copyright notice as picture desks read them, in the frame that
 * JPEG keeps them in.
 */
export function iptcOf(rights: RightsMetadata): Buffer | undefined {
  const { credit, creators, caption, terms, instructions = '' } = rights
  const texts = [
    [40, instructions] as const,
    ...creators.map((creator): [number, string] => [80, creator]),
    [110, credit] as const,
    [116, terms] as const,
    [120, inFirst(caption)] as const,
  ].filter(([, text]) => text)
  if (texts.length === 0) return undefined
  const records = Buffer.concat([
    dataset(1, 90, Buffer.from('\x1b%G', 'latin1')),
    dataset(2, 0, Buffer.from([0, 4])),
    ...texts.map(([number, text]) => dataset(2, number, Buffer.from(text))),
  ])
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(records.length, head.length - 4)
  return Buffer.concat([head, records, Buffer.alloc(records.length % 2)])
}

/** The tags of an EXIF block, which stand in the order of their numbers. */
const exifTags = { description: 0x010e, orientation: 0x0112, artist: 0x013b, copyright: 0x8298 }

/** Returns an EXIF block that holds the orientation, the rights and the caption, and nothing else. */
export function exifOf(orientation: number, { creators, caption, terms }: RightsMetadata): Buffer | undefined {
  const text = (tag: number, said: string) => {
    const bytes = Buffer.from(`${said.replaceAll('\0', '')}\0`)
    return said ? [{ tag, type: 2, count: bytes.length, bytes }] : []
  }
  const entries = [
    ...text(exifTags.description, inFirst(caption)),
    ...(orientation > 1
      ? [{ tag: exifTags.orientation, type: 3, count: 1, bytes: Buffer.from([0, orientation]) }]
      : []),
    ...text(exifTags.artist, creators.join('; ')),
    ...text(exifTags.copyright, terms),
  ]
  if (entries.length === 0) return undefined
  const table = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  table.write('MM\0*', 0, 'latin1')
  table.writeUInt32BE(8, 4)
  table.writeUInt16BE(entries.length, 8)
  let end = table.length
  for (const [index, { tag, type, count, bytes }] of entries.entries()) {
    const at = 10 + index * 12
    table.writeUInt16BE(tag, at)
    table.writeUInt16BE(type, at + 2)
    table.writeUInt32BE(count, at + 4)
    // What takes four bytes or fewer stands in the table itself.
    if (bytes.length <= 4) bytes.copy(table, at + 8)
    else table.writeUInt32BE(end, at + 8)
    if (bytes.length > 4) end += bytes.length + (bytes.length % 2)
  }
  // Every value begins at an even offset.
  const outside = entries.filter(({ bytes }) => bytes.length > 4)
  return Buffer.concat([table, ...outside.flatMap(({ bytes }) => [bytes, Buffer.alloc(bytes.length % 2)])])
}
