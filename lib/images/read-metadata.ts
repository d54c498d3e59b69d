/**
 * Reads the metadata that a photographer's tools have written into an image: who took it, what it shows, when, and on
 * what terms.
 */
import ExifReader from 'exifreader'
import { isDay } from '../time/days.ts'

export interface EmbeddedMetadata {
  credit: string
  /** Who took it alone, and the field that says so: “Creator”. */
  creator: string
  creatorField: string
  caption: string
  alt: string
  terms: string
  licence: '' | 'cc-by-4.0' | 'cc0'
  /** The day the picture was taken, YYYY-MM-DD. */
  takenAt: string | null
}

type Tags = Record<string, { description?: unknown } | undefined>

/**
 * Reads XMP, IPTC and EXIF, in that order of trust. An image without metadata, or with none that can be read, gives
 * empty texts.
 */
export function readEmbeddedMetadata(bytes: Buffer): EmbeddedMetadata {
  const { xmp, iptc, exif } = tagsIn(bytes)
  const creator = creatorIn({ xmp, iptc, exif })
  const terms = joined(
    first(1_000, [xmp, 'rights'], [iptc, 'Copyright Notice'], [exif, 'Copyright']),
    first(1_000, [xmp, 'UsageTerms']),
    '. ',
  ).slice(0, 1_000)
  return {
    credit: joined(creator.name, first(200, [xmp, 'Credit'], [iptc, 'Credit']), ' / ').slice(0, 200),
    creator: creator.name,
    creatorField: creator.field,
    caption:
      first(1_000, [xmp, 'description'], [iptc, 'Caption/Abstract']) ||
      // Cameras put their own name there, in capitals.
      first(1_000, [exif, 'ImageDescription']).replace(/^[\p{Lu}\d _-]+$/u, ''),
    alt: first(1_000, [xmp, 'AltTextAccessibility']),
    terms,
    licence: licenceIn(`${first(500, [xmp, 'WebStatement'])} ${first(500, [xmp, 'license'])} ${terms}`),
    takenAt: dayIn(
      first(40, [exif, 'DateTimeOriginal'], [xmp, 'DateTimeOriginal'], [xmp, 'DateCreated'], [iptc, 'Date Created']),
    ),
  }
}

function tagsIn(bytes: Buffer): { xmp: Tags; iptc: Tags; exif: Tags } {
  try {
    const { xmp, iptc, exif } = ExifReader.load(bytes, { expanded: true, async: false })
    return { xmp: (xmp ?? {}) as Tags, iptc: (iptc ?? {}) as Tags, exif: (exif ?? {}) as Tags }
  } catch {
    return { xmp: {}, iptc: {}, exif: {} }
  }
}

function creatorIn({ xmp, iptc, exif }: ReturnType<typeof tagsIn>): { name: string; field: string } {
  const places: [field: string, tags: Tags, name: string][] = [
    ['Creator', xmp, 'creator'],
    ['By-line', iptc, 'By-line'],
    ['Artist', exif, 'Artist'],
    ['Credit', xmp, 'Credit'],
    ['Credit', iptc, 'Credit'],
  ]
  const found = places.map(([field, tags, name]) => ({ field, name: first(200, [tags, name]) }))
  return found.find(({ name }) => name) ?? { field: '', name: '' }
}

/** Returns the first of the fields that holds something, trimmed and cut. */
function first(most: number, ...places: [Tags, string][]): string {
  for (const [tags, name] of places) {
    const said = tags[name]?.description
    if (typeof said !== 'string') continue
    const text = said
      .normalize('NFC')
      .replace(/[^\P{Cc}\n]|\ufffd/gu, ' ')
      .trim()
    if (text) return text.slice(0, most)
  }
  return ''
}

function joined(one: string, other: string, between: string): string {
  if (one.includes(other)) return one
  return other.includes(one) ? other : `${one}${between}${other}`
}

function licenceIn(text: string): EmbeddedMetadata['licence'] {
  if (/creativecommons\.org\/licenses\/by\/4\.0/.test(text)) return 'cc-by-4.0'
  return /creativecommons\.org\/publicdomain\/zero/.test(text) ? 'cc0' : ''
}

function dayIn(text: string): string | null {
  const day = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)/.exec(text)?.slice(1).join('-') ?? ''
  return isDay(day) ? day : null
}
