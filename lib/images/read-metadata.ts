/**
 * Reads the metadata that a photographer's tools have written into an image: who took it, what it shows, when, how it
 * was made, and on what terms.
 */
import { inflateSync } from 'node:zlib'
import ExifReader from 'exifreader'
import { withoutTurns } from '../clean-text.ts'
import { isDay } from '../time/days.ts'
import { manifestIn } from './content-credentials.ts'
import {
  type DigitalSourceType,
  digitalSourceTypeOf,
  digitalSourceTypesIn,
  furthestMade,
} from './digital-source-type.ts'
import type { ImageType } from './image-type.ts'
import { withMacLetters } from './iptc-letters.ts'
import { isMachineText, isNobody, type Machines } from './machine-words.ts'

/** A text by language, as BCP 47 tags in small letters; `x-default` is one whose language nobody has named. */
export type TextsByTag = Record<string, string>

export interface EmbeddedMetadata {
  credit: string
  /** Who took it alone, each by themselves, and the field that says so: “Creator”. */
  creators: string[]
  creatorField: string
  caption: TextsByTag
  alt: TextsByTag
  terms: string
  licence: '' | 'cc-by-4.0' | 'cc0'
  /** The day the picture was taken, YYYY-MM-DD. */
  takenAt: string | null
  digitalSourceType: DigitalSourceType | ''
}

interface Tag {
  value?: unknown
  description?: unknown
  attributes?: { lang?: string }
}
type Tags = Record<string, Tag | Tag[] | undefined>
type Place = [tags: Tags, name: string]

interface Said {
  text: string
  tag: string
}

/**
 * Reads XMP, IPTC and EXIF, in that order of trust, and a manifest's account of how the picture was made. An image
 * without metadata, or with none that can be read, gives empty texts. A TIFF has no type, as it is handed out as a PNG.
 */
export function readEmbeddedMetadata(bytes: Buffer, type: ImageType | undefined): EmbeddedMetadata {
  const { xmp, iptc, exif } = tagsIn(bytes)
  const machines = [exif.Make, exif.Model, exif.Software, xmp.CreatorTool, xmp.Make, xmp.Model].map((tag) => one(tag))
  const creator = creatorIn({ xmp, iptc, exif }, machines)
  const terms = joined(
    first(1_000, [xmp, 'rights'], [iptc, 'Copyright Notice'], [exif, 'Copyright']),
    first(1_000, [xmp, 'UsageTerms']),
    '. ',
  ).slice(0, 1_000)
  return {
    credit: joined(creator.names.join(', '), first(200, [xmp, 'Credit'], [iptc, 'Credit']), ' / ').slice(0, 200),
    creators: creator.names,
    creatorField: creator.field,
    caption: texts(machines, [xmp, 'description'], [iptc, 'Caption/Abstract'], [exif, 'ImageDescription']),
    alt: texts(machines, [xmp, 'AltTextAccessibility']),
    terms,
    licence: licenceIn(`${first(500, [xmp, 'WebStatement'])} ${first(500, [xmp, 'license'])} ${terms}`),
    takenAt: dayIn(
      first(40, [exif, 'DateTimeOriginal'], [xmp, 'DateTimeOriginal'], [xmp, 'DateCreated'], [iptc, 'Date Created']),
    ),
    digitalSourceType: sourceIn(xmp, bytes, type),
  }
}

function tagsIn(bytes: Buffer): { xmp: Tags; iptc: Tags; exif: Tags } {
  try {
    const { xmp, iptc, exif } = ExifReader.load(withPlainXmp(bytes), { expanded: true, async: false })
    const software = one((exif as Tags | undefined)?.Software)
    return {
      xmp: (xmp ?? {}) as Tags,
      iptc: withMacLetters((iptc ?? {}) as Tags, software),
      exif: (exif ?? {}) as Tags,
    }
  } catch {
    return { xmp: {}, iptc: {}, exif: {} }
  }
}

const compressedXmp = Buffer.from('XML:com.adobe.xmp\0\x01\0', 'latin1')
const maxXmpBytes = 4 * 1024 * 1024

/** Returns a PNG with its XMP as it is read, where a program has packed it; other images as they are. */
export function withPlainXmp(bytes: Buffer): Buffer {
  const at = bytes.toString('latin1', 1, 4) === 'PNG' ? bytes.indexOf(compressedXmp) - 8 : -1
  if (at < 8 || bytes.toString('latin1', at + 4, at + 8) !== 'iTXt') return bytes
  const end = at + 12 + bytes.readUInt32BE(at)
  // Its language and the name of the field in it end with a zero each.
  const packed = bytes.indexOf(0, bytes.indexOf(0, at + 8 + compressedXmp.length) + 1) + 1
  const head = Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1')
  const text = inflateSync(bytes.subarray(packed, end - 4), { maxOutputLength: maxXmpBytes })
  const chunk = [head, text, Buffer.alloc(4)]
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length + text.length)
  return Buffer.concat([bytes.subarray(0, at), length, Buffer.from('iTXt'), ...chunk, bytes.subarray(end)])
}

function creatorIn({ xmp, iptc, exif }: ReturnType<typeof tagsIn>, machines: Machines) {
  const places: [field: string, ...Place][] = [
    ['Creator', xmp, 'creator'],
    ['By-line', iptc, 'By-line'],
    ['Artist', exif, 'Artist'],
    ['Credit', xmp, 'Credit'],
    ['Credit', iptc, 'Credit'],
  ]
  for (const [field, tags, name] of places) {
    // Where a field holds one text, several names have semicolons between them.
    const names = saidIn(tags[name]).flatMap(({ text }) => text.split(/\s*;\s*/))
    const people = [...new Set(names)].filter((one) => one && !isNobody(one, machines))
    if (people.length) return { field, names: people.map((one) => one.slice(0, 200)).slice(0, 20) }
  }
  return { field: '', names: [] }
}

/** Returns what a tag says, each text with its language: a repeated tag and a list of alternatives say several things. */
function saidIn(tag: unknown): Said[] {
  if (Array.isArray(tag)) return tag.flatMap(saidIn)
  if (typeof tag !== 'object' || tag === null) return []
  const { value, description, attributes } = tag as Tag
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
  if (isList && value.length) return saidIn(value)
  if (typeof description !== 'string') return []
  const text = withoutTurns(description)
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]|\ufffd/gu, ' ')
    .trim()
  return text ? [{ text, tag: attributes?.lang?.toLowerCase() || 'x-default' }] : []
}

const one = (tag: Tags[string]): string => saidIn(tag)[0]?.text ?? ''

/** Returns the first of the fields that holds something, cut. Of several languages it is the one meant for all. */
function first(most: number, ...places: Place[]): string {
  for (const [tags, name] of places) {
    const said = saidIn(tags[name])
    const meant = said.find(({ tag }) => tag === 'x-default') ?? said[0]
    if (meant) return meant.text.slice(0, most)
  }
  return ''
}

/** Returns the first of the fields that says something about the picture, in each language it is said in. */
function texts(machines: Machines, ...places: Place[]): TextsByTag {
  for (const [tags, name] of places) {
    const said = saidIn(tags[name]).filter(({ text }) => !isMachineText(text, machines))
    if (said.length) return Object.fromEntries(said.toReversed().map(({ tag, text }) => [tag, text.slice(0, 1_000)]))
  }
  return {}
}

function sourceIn(xmp: Tags, bytes: Buffer, type: ImageType | undefined): DigitalSourceType | '' {
  const stated = saidIn(xmp.DigitalSourceType).flatMap(({ text }) => digitalSourceTypeOf(text) || [])
  const manifest = (type && manifestIn(bytes, type)?.toString('latin1')) ?? ''
  // The manifest of the picture itself comes last, after those of what it was made from.
  const own = digitalSourceTypesIn(manifest.slice(Math.max(0, manifest.lastIndexOf('c2ma'))))
  return furthestMade(stated) || furthestMade(own.length ? own : digitalSourceTypesIn(manifest))
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
