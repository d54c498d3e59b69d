/**
 * The little of the ISO media container (AVIF) that is needed to blank out EXIF and XMP where they stand: every other
 * offset in the file stays true, and which way is up is not kept in EXIF there.
 */

interface Box {
  type: string
  from: number
  to: number
}

/** The same file with the bytes of its EXIF and XMP items set to zero. Throws a RangeError on a broken container. */
export function stripIsoMetadata(bytes: Buffer): Buffer {
  const stripped = Buffer.from(bytes)
  for (const meta of boxes(bytes, 0, bytes.length).filter((box) => box.type === 'meta')) {
    const inside = boxes(bytes, meta.from + 4, meta.to)
    const named = (type: string) => inside.find((box) => box.type === type)
    const infos = named('iinf')
    const locations = named('iloc')
    if (!infos || !locations) continue
    const described = itemsThatDescribe(bytes, infos)
    for (const extent of extents(bytes, locations)) {
      if (!described.has(extent.item)) continue
      const from = extent.offset + (extent.inside === 1 ? (named('idat')?.from ?? 0) : 0)
      if (from + extent.length > bytes.length) throw new RangeError('an item ends outside the file')
      stripped.fill(0, from, from + extent.length)
    }
  }
  return stripped
}

function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? to - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (size < head || at + size > to) throw new RangeError('a box ends outside its parent')
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size })
    at += size
  }
  return found
}

/** The ids of the items that are about the image instead of being it. */
function itemsThatDescribe(bytes: Buffer, infos: Box): Set<number> {
  const ids = new Set<number>()
  const first = infos.from + (bytes.readUInt8(infos.from) === 0 ? 6 : 8)
  for (const info of boxes(bytes, first, infos.to)) {
    const version = bytes.readUInt8(info.from)
    const id = version >= 3 ? bytes.readUInt32BE(info.from + 4) : bytes.readUInt16BE(info.from + 4)
    const at = info.from + (version >= 3 ? 10 : 8)
    if (version >= 2 && ['Exif', 'mime', 'uri '].includes(bytes.toString('latin1', at, at + 4))) ids.add(id)
  }
  return ids
}

/** Where each item lies; `inside` 1 means counted from the start of the idat box. */
function* extents(bytes: Buffer, locations: Box) {
  const version = bytes.readUInt8(locations.from)
  const sizes = bytes.readUInt16BE(locations.from + 4)
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15]
  let at = locations.from + 6
  const read = (size: number): number => {
    at += size
    if (size === 0) return 0
    return size === 8 ? Number(bytes.readBigUInt64BE(at - 8)) : bytes.readUIntBE(at - size, size)
  }
  for (let items = read(version < 2 ? 2 : 4); items > 0; items--) {
    const item = read(version < 2 ? 2 : 4)
    const inside = version > 0 ? read(2) & 15 : 0
    read(2)
    const base = read(baseSize)
    for (let count = read(2); count > 0; count--) {
      if (version > 0) read(indexSize)
      const offset = base + read(offsetSize)
      yield { item, inside, offset, length: read(lengthSize) }
    }
  }
}
