/** Writes metadata into pictures as other programs do, for tests. */
import sharp from 'sharp'
import { pngChunk } from './test-profiles.ts'

export const drawn = () => sharp({ create: { width: 37, height: 23, channels: 3, background: '#c81e5a' } })

/** Returns an XMP packet with this inside its description. */
export const xmpPacket = (inside: string, attributes = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Prov"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`

export const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data])

/** The image with parts put in at a place. */
export const withParts = (image: Buffer, at: number, ...parts: Buffer[]) =>
  Buffer.concat([image.subarray(0, at), ...parts, image.subarray(at)])

/** Returns a JPEG with fields of IPTC's record 2, as the picture desks' programs write them. */
export async function jpegWithIptc(fields: [number: number, text: string | Buffer][]): Promise<Buffer> {
  const records = fields.map(([number, text]) => {
    const data = Buffer.from(text)
    return Buffer.concat([Buffer.from([0x1c, 2, number, data.length >> 8, data.length & 0xff]), data])
  })
  const block = Buffer.concat(records)
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(block.length, head.length - 4)
  const data = Buffer.concat([head, block, Buffer.alloc(block.length % 2)])
  return withParts(await drawn().jpeg().toBuffer(), 2, segment(0xed, data))
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const box = (type: string, ...inside: Buffer[]) => {
  const content = Buffer.concat(inside)
  return Buffer.concat([uint32(8 + content.length), Buffer.from(type, 'latin1'), content])
}

/** Returns a manifest in the boxes that C2PA has it in, with these words among its assertions. */
export function c2paBox(...words: string[]): Buffer {
  const described = (kind: string, label: string) =>
    box('jumd', Buffer.from(kind), Buffer.from('00110010800000aa00389b71', 'hex'), Buffer.from(`\x03${label}\0`))
  const manifests = words.map((text, n) =>
    box('jumb', described('c2ma', `urn:c2pa:${n}`), box('cbor', Buffer.from(text))),
  )
  return box('jumb', described('c2pa', 'c2pa'), ...manifests)
}

/** The address of a type in CBOR: a text of a stated length, which the next one follows at once. */
export const cborSourceType = (type: string): string => {
  const address = `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`
  return `qdigitalSourceTypex${String.fromCharCode(address.length)}${address}factionlc2pa.created`
}

/** Returns a picture that carries the manifest, in JPEG in segments of so many bytes. */
export async function signed(image: Buffer, type: 'jpg' | 'png' | 'webp' | 'avif', manifest: Buffer, most = 60_000) {
  if (type === 'png') return withParts(image, 33, pngChunk('caBX', manifest))
  if (type === 'avif') {
    const uuid = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex')
    return Buffer.concat([image, box('uuid', uuid, manifest)])
  }
  if (type === 'webp') {
    const chunk = Buffer.concat([Buffer.from('C2PA'), Buffer.alloc(4), manifest, Buffer.alloc(manifest.length % 2)])
    chunk.writeUInt32LE(manifest.length, 4)
    const whole = Buffer.concat([image, chunk])
    whole.writeUInt32LE(whole.length - 8, 4)
    return whole
  }
  const head = manifest.subarray(0, 8)
  const parts: Buffer[] = []
  for (let at = 0; at < manifest.length; at += most) {
    const number = Buffer.concat([Buffer.from('JP\0\x07'), uint32(parts.length + 1)])
    const piece = manifest.subarray(at, at + most)
    parts.push(segment(0xeb, Buffer.concat([number, ...(at > 0 ? [head] : []), piece])))
  }
  return withParts(image, 2, ...parts)
}
