/**
 * Reads and writes the part of the ISO media container (AVIF) that holds an image's metadata. The image's own bytes
 * stay in one piece; only the list of where things lie, which stands before them, is written anew.
 */
import { Refusal } from '../refusal.ts'
import { isoBoxes, isoMetaBoxes, requireProfileSize } from './kept-parts.ts'

interface Box {
  type: string
  /** The offsets at which the box and its content begin. */
  start: number
  from: number
  to: number
}

/** An entry in the list of items. */
interface Entry {
  id: number
  type: string
  box: Box
}

interface Item {
  id: number
  /** What offsets are counted from: 0 the start of the file, 1 the idat box, 2 another item. */
  method: number
  source: number
  extents: { index: number; offset: number; length: number }[]
}

/** The types of items that hold metadata. */
const describing = new Set(['Exif', 'mime', 'uri '])

/** A block of metadata to write, and the header of its item. */
interface Remark {
  id: number
  /** The type of the item, its name and the type of its content. */
  kind: string
  data: Buffer
}

/** The parts of a file, read once. */
interface Container {
  bytes: Buffer
  /** The same bytes with zeros where metadata stood, and free space for unknown boxes. */
  clean: Buffer
  top: Box[]
  meta: Box
  /** The boxes of `meta`. */
  inside: Box[]
  entries: Entry[]
  items: Item[]
  /** The items that hold metadata, which are left out. */
  gone: Set<number>
}

/**
 * Returns the same image with these blocks as its only metadata. Refuses a moving image (`image-animated`); throws a
 * RangeError on a container that does not hold together.
 */
export function writeIsoRights(
  bytes: Buffer,
  { exif, xmp }: Partial<Record<'exif' | 'xmp', Buffer | undefined>>,
): Buffer {
  const container = readContainer(bytes)
  const { clean, top, meta, entries } = container
  const last = top.at(-1)
  const isSpent = last?.type === 'mdat' && clean.subarray(last.from, last.to).every((byte) => byte === 0)
  const before = clean.subarray(0, meta.start)
  const after = clean.subarray(meta.to, isSpent ? last.start : clean.length)

  const firstNew = Math.max(...entries.map(({ id }) => id)) + 1
  const remarks: Remark[] = [
    { kind: 'Exif\0', data: exif && Buffer.concat([Buffer.alloc(4), exif]) },
    { kind: 'mime\0application/rdf+xml\0', data: xmp },
  ]
    .flatMap(({ kind, data }) => (data ? [{ kind, data }] : []))
    .map((one, index) => ({ ...one, id: firstNew + index }))
  // The length of the list does not depend on the offsets in it.
  const { length } = metaBox(container, remarks, { moved: 0, remarksAt: 0 })
  const remarksAt = before.length + length + after.length + 8
  const list = metaBox(container, remarks, { moved: length - (meta.to - meta.start), remarksAt })
  const said = remarks.length ? [box('mdat', ...remarks.map(({ data }) => data))] : []
  return Buffer.concat([before, list, after, ...said])
}

function readContainer(bytes: Buffer): Container {
  const top = boxesIn(bytes, 0, bytes.length)
  if (top.some(({ type }) => type === 'moov')) throw new Refusal('image-animated')
  const meta = named(top, 'meta')
  const inside = boxesIn(bytes, meta.from + 4, meta.to)
  requireProfileSize(profilesIn(bytes, inside))
  const entries = readEntries(bytes, named(inside, 'iinf'))
  const gone = new Set(entries.filter(({ type }) => describing.has(type)).map(({ id }) => id))
  const read = { bytes, top, meta, inside, entries, items: readItems(bytes, named(inside, 'iloc')), gone }
  return { ...read, clean: blanked(read) }
}

/** Returns the bytes of the colour profiles among the properties of the items. */
function profilesIn(bytes: Buffer, inside: Box[]): number {
  const properties = inside.filter(({ type }) => type === 'iprp').flatMap(({ from, to }) => boxesIn(bytes, from, to))
  const described = properties.filter(({ type }) => type === 'ipco').flatMap(({ from, to }) => boxesIn(bytes, from, to))
  return described.filter(({ type }) => type === 'colr').reduce((sum, { from, to }) => sum + to - from, 0)
}

function blanked({ bytes, top, inside, items, gone }: Omit<Container, 'clean'>): Buffer {
  const clean = Buffer.from(bytes)
  for (const { type, start, from, to } of top) {
    if (!isoBoxes.has(type)) clean.fill(0, from, to).write('free', start + 4, 'latin1')
  }
  for (const { method, extents } of items.filter(({ id }) => gone.has(id))) {
    const counted = method === 1 ? named(inside, 'idat').from : 0
    for (const { offset, length } of extents) {
      if (counted + offset + length > bytes.length) throw new RangeError('an item ends outside the file')
      clean.fill(0, counted + offset, counted + offset + length)
    }
  }
  return clean
}

/**
 * Writes the list of items for a file in which what followed it has moved by some bytes and the metadata begins at an
 * offset.
 */
function metaBox(
  container: Container,
  remarks: Remark[],
  { moved, remarksAt }: { moved: number; remarksAt: number },
): Buffer {
  const { bytes, clean, meta, inside } = container
  const parts = inside
    .filter(({ type }) => isoMetaBoxes.has(type))
    .map((part) => {
      if (part.type === 'iinf') return informationBox(container, part, remarks)
      if (part.type !== 'iloc') return clean.subarray(part.start, part.to)
      const places = [...movedItems(container, moved), ...itemsOf(remarks, remarksAt)]
      return locationsBox(bytes.readUInt8(part.from), places)
    })
  return box('meta', bytes.subarray(meta.from, meta.from + 4), ...parts, ...referencesBox(container, remarks))
}

/** Returns the items that stay. Those that lie after the list have moved with its length. */
const movedItems = ({ items, gone, meta }: Container, moved: number): Item[] =>
  items
    .filter(({ id }) => !gone.has(id))
    .map((item) => ({
      ...item,
      extents: item.extents.map((extent) => ({
        ...extent,
        offset: extent.offset + (item.method === 0 && extent.offset >= meta.to ? moved : 0),
      })),
    }))

/** Returns the blocks of metadata as items, one after another from an offset on. */
function itemsOf(remarks: Remark[], from: number): Item[] {
  let offset = from
  return remarks.map(({ id, data }) => {
    const extents = [{ index: 0, offset, length: data.length }]
    offset += data.length
    return { id, method: 0, source: 0, extents }
  })
}

function informationBox({ bytes, entries, gone }: Container, part: Box, remarks: Remark[]): Buffer {
  const kept = entries.filter(({ id }) => !gone.has(id)).map(({ box }) => bytes.subarray(box.start, box.to))
  const added = remarks.map(({ id, kind }) =>
    box('infe', number(2, 1), number(0, 3), number(id, 2), number(0, 2), Buffer.from(kind, 'latin1')),
  )
  const isWide = bytes.readUInt8(part.from) > 0
  const count = number(kept.length + added.length, isWide ? 4 : 2)
  return box('iinf', bytes.subarray(part.from, part.from + 4), count, ...kept, ...added)
}

/** Writes the references between items: those among items that stay, and from the metadata to the image. */
function referencesBox({ bytes, inside, gone }: Container, remarks: Remark[]): Buffer[] {
  const primary = named(inside, 'pitm')
  const image = readNumber(bytes, primary.from + 4, bytes.readUInt8(primary.from) === 0 ? 2 : 4)
  const before = inside.find(({ type }) => type === 'iref')
  const width = before && bytes.readUInt8(before.from) > 0 ? 4 : 2
  const kept = before
    ? boxesIn(bytes, before.from + 4, before.to).filter(({ from }) => !gone.has(readNumber(bytes, from, width)))
    : []
  const pointers = [
    ...kept.map(({ start, to }) => bytes.subarray(start, to)),
    ...remarks.map(({ id }) => box('cdsc', number(id, width), number(1, 2), number(image, width))),
  ]
  return pointers.length ? [box('iref', number(width === 4 ? 1 : 0, 1), number(0, 3), ...pointers)] : []
}

const readNumber = (bytes: Buffer, at: number, width: number): number => {
  if (width === 0) return 0
  return width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width)
}

function number(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width)
  if (width > 0) bytes.writeUIntBE(value, 0, width)
  return bytes
}

function box(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  return Buffer.concat([number(8 + inside.length, 4), Buffer.from(type, 'latin1'), inside])
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? to - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (size < head || at + size > to) throw new RangeError('a box ends outside its parent')
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, from: at + head, to: at + size })
    at += size
  }
  return found
}

function named(boxes: Box[], type: string): Box {
  const box = boxes.find((one) => one.type === type)
  if (!box) throw new RangeError(`no ${type}`)
  return box
}

function readEntries(bytes: Buffer, infos: Box): Entry[] {
  const first = infos.from + (bytes.readUInt8(infos.from) === 0 ? 6 : 8)
  return boxesIn(bytes, first, infos.to).map((box) => {
    const version = bytes.readUInt8(box.from)
    if (version < 2) throw new RangeError('an item of no kind')
    const width = version === 2 ? 2 : 4
    const at = box.from + 4 + width + 2
    return { id: readNumber(bytes, box.from + 4, width), type: bytes.toString('latin1', at, at + 4), box }
  })
}

function readItems(bytes: Buffer, locations: Box): Item[] {
  const version = bytes.readUInt8(locations.from)
  const sizes = bytes.readUInt16BE(locations.from + 4)
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15]
  let at = locations.from + 6
  const read = (width: number): number => {
    at += width
    return readNumber(bytes, at - width, width)
  }
  return Array.from({ length: read(version < 2 ? 2 : 4) }, () => {
    const id = read(version < 2 ? 2 : 4)
    const method = version > 0 ? read(2) & 15 : 0
    const source = read(2)
    const base = read(baseSize)
    const extents = Array.from({ length: read(2) }, () => {
      const index = version > 0 ? read(indexSize) : 0
      return { index, offset: base + read(offsetSize), length: read(lengthSize) }
    })
    return { id, method, source, extents }
  })
}

function locationsBox(version: number, items: Item[]): Buffer {
  const wide = version < 2 ? 2 : 4
  const indexed = items.some(({ extents }) => extents.some(({ index }) => index > 0)) ? 4 : 0
  return box(
    'iloc',
    number(version, 1),
    number(0, 3),
    number(0x4400 | indexed, 2),
    number(items.length, wide),
    ...items.flatMap(({ id, method, source, extents }) => [
      number(id, wide),
      number(method, version > 0 ? 2 : 0),
      number(source, 2),
      number(extents.length, 2),
      ...extents.flatMap(({ index, offset, length }) => [number(index, indexed), number(offset, 4), number(length, 4)]),
    ]),
  )
}
