import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readEmbeddedMetadata } from './read-metadata.ts'
import { drawn, jpegWithIptc, segment, withParts, xmpPacket } from './test-metadata.ts'
import { pngChunk } from './test-profiles.ts'

const nothing = {
  credit: '',
  creators: [],
  creatorField: '',
  caption: {},
  alt: {},
  terms: '',
  licence: '',
  takenAt: null,
  digitalSourceType: '',
}
const read = (bytes: Buffer) => readEmbeddedMetadata(bytes, 'jpg')
const jpegWithXmp = (inside: string, attributes?: string) =>
  drawn().withXmp(xmpPacket(inside, attributes)).jpeg().toBuffer()
const list = (kind: string, ...items: string[]) => `<rdf:${kind}>${items.join('')}</rdf:${kind}>`
const item = (text: string, lang?: string) => `<rdf:li${lang ? ` xml:lang="${lang}"` : ''}>${text}</rdf:li>`
const described = (text: string) =>
  jpegWithXmp(`<dc:description>${list('Alt', item(text, 'x-default'))}</dc:description>`)

test('what a photographer wrote is read, and nonsense is not', async () => {
  const xmp = xmpPacket(
    `<dc:creator>${list('Seq', item('Maja Lind'))}</dc:creator>
    <dc:description>${list('Alt', item('Åsa mäter i ränna 3.', 'x-default'))}</dc:description>
    <dc:rights>${list('Alt', item('© Andra vattnet', 'x-default'))}</dc:rights>
    <Iptc4xmpCore:AltTextAccessibility>${list('Alt', item('En kvinna vid en ränna', 'x-default'))}</Iptc4xmpCore:AltTextAccessibility>`,
    'photoshop:Credit="Andra vattnet" xmpRights:WebStatement="https://creativecommons.org/licenses/by/4.0/"',
  )
  const exif = {
    IFD0: { Artist: 'Någon annan', ImageDescription: 'OLYMPUS DIGITAL CAMERA' },
    IFD2: { DateTimeOriginal: '2026:08:17 14:03:00', BodySerialNumber: 'SN-4711' },
  }
  expect(read(await drawn().withExif(exif).withXmp(xmp).jpeg().toBuffer())).toEqual({
    ...nothing,
    credit: 'Maja Lind / Andra vattnet',
    creators: ['Maja Lind'],
    creatorField: 'Creator',
    caption: { 'x-default': 'Åsa mäter i ränna 3.' },
    alt: { 'x-default': 'En kvinna vid en ränna' },
    terms: '© Andra vattnet',
    licence: 'cc-by-4.0',
    takenAt: '2026-08-17',
  })
  const blank = { IFD0: { ImageDescription: 'SONY DSC' }, IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }
  expect(readEmbeddedMetadata(await drawn().withExif(blank).png().toBuffer(), 'png')).toEqual(nothing)
  expect(readEmbeddedMetadata(await drawn().webp().toBuffer(), 'webp')).toEqual(nothing)
  expect(read(Buffer.from('inte en bild'))).toEqual(nothing)
})

test('several creators stay several, wherever they are written', async () => {
  const two = { credit: 'Maja Öberg, Petter Ek', creators: ['Maja Öberg', 'Petter Ek'] }
  const lines = await jpegWithIptc([
    [80, 'Maja Öberg'],
    [80, 'Petter Ek'],
    [110, 'Andra vattnet'],
  ])
  expect(read(lines)).toMatchObject({ ...two, credit: `${two.credit} / Andra vattnet`, creatorField: 'By-line' })
  expect(read(await jpegWithIptc([[80, 'Maja\u202e Öberg; Petter Ek']]))).toMatchObject(two)
  const creators = `<dc:creator>${list('Seq', item('Maja Öberg'), item('Petter Ek'))}</dc:creator>`
  expect(read(await jpegWithXmp(creators))).toMatchObject({ ...two, creatorField: 'Creator' })
  const artist = drawn().withExif({ IFD0: { Artist: 'Maja Oberg; Petter Ek' } })
  expect(read(await artist.jpeg().toBuffer())).toMatchObject({ creators: ['Maja Oberg', 'Petter Ek'] })
  // A comma may stand within a name.
  const one = `<dc:creator>${list('Seq', item('Lind, Maja'))}</dc:creator>`
  expect(read(await jpegWithXmp(one))).toMatchObject({ credit: 'Lind, Maja', creators: ['Lind, Maja'] })
  expect(read(await jpegWithIptc([[80, 'Unknown']]))).toMatchObject({ credit: '', creators: [] })
})

test('IPTC in the letters of old programs is read', async () => {
  expect(read(await jpegWithIptc([[80, Buffer.from('Åsa Öberg', 'latin1')]])).creators).toEqual(['Åsa Öberg'])
  const text = 'Åsa mäter i rännan.'
  expect(read(await jpegWithIptc([[120, text]])).caption).toEqual({ 'x-default': text })
})

/** Returns the letters as MacRoman has them. */
const inMacRoman = (text: string): Buffer => {
  const places = Array.from({ length: 256 }, (_, byte) => new TextDecoder('macintosh').decode(Uint8Array.of(byte)))
  return Buffer.from([...text].map((letter) => places.indexOf(letter)))
}

test.each([
  ['Åsa Öberg', 'Vattnet rinner över gården.'],
  ['Björn Hällström', '“Det går”, säger Åsa – på Ön.'],
  ['François Hébert', 'L’été à Paris'],
  ['Jürgen Groß', 'Foto © Büro'],
])('IPTC of old programs on Macs is read: %s, %s', async (creator, caption) => {
  const found = read(
    await jpegWithIptc([
      [80, inMacRoman(creator)],
      [120, inMacRoman(caption)],
    ]),
  )
  expect(found).toMatchObject({ creators: [creator], caption: { 'x-default': caption } })
})

test.each([
  ['Åsa Öberg', 'Malmö – 20 °C, 5 € à lå'],
  ['José Núñez', 'It’s Škoda’s “Öst” …'],
  ['Tomáš Novák', 'Ærø i København'],
])('IPTC of old programs on Windows stays as it was read: %s, %s', async (creator, caption) => {
  const places = Array.from({ length: 256 }, (_, byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte)))
  const bytes = (text: string) => Buffer.from([...text].map((letter) => places.indexOf(letter)))
  const found = read(
    await jpegWithIptc([
      [80, bytes(creator)],
      [120, bytes(caption)],
    ]),
  )
  expect(found).toMatchObject({ creators: [creator], caption: { 'x-default': caption } })
})

test('the program that wrote the picture tells which letters it wrote', async () => {
  const bytes = await jpegWithIptc([[80, Buffer.from([0x8a, 0x6e, 0x67])]])
  const by = async (software: string) => {
    const made = await drawn()
      .withExif({ IFD0: { Software: software } })
      .jpeg()
      .toBuffer()
    const exif = made.subarray(2, 4 + made.readUInt16BE(4))
    return read(Buffer.concat([bytes.subarray(0, 2), exif, bytes.subarray(2)])).creators
  }
  expect(await by('Adobe Photoshop CS2 Macintosh')).toEqual(['äng'])
  expect(await by('Adobe Photoshop CS2 Windows')).toEqual(['Šng'])
})

test('captions and descriptions in several languages are kept apart', async () => {
  const inAll = list(
    'Alt',
    item('Vattnet rinner.', 'x-default'),
    item('Vattnet rinner.', 'sv-SE'),
    item('Water.', 'en'),
  )
  const found = read(
    await jpegWithXmp(
      `<dc:description>${inAll}</dc:description><Iptc4xmpCore:AltTextAccessibility>${inAll}</Iptc4xmpCore:AltTextAccessibility>`,
    ),
  )
  const apart = { 'x-default': 'Vattnet rinner.', 'sv-se': 'Vattnet rinner.', en: 'Water.' }
  expect(found).toMatchObject({ caption: apart, alt: apart })
  const terms = list('Alt', item('© Vi', 'x-default'), item('© Vi', 'sv'), item('© We', 'en'))
  expect(read(await jpegWithXmp(`<dc:rights>${terms}</dc:rights>`)).terms).toBe('© Vi')
})

test.each([
  'OLYMPUS DIGITAL CAMERA',
  'KONICA MINOLTA DIGITAL CAMERA',
  'Digital StillCamera',
  'SONY DSC',
  'DCIM\\100GOPRO\\GOPR0012.JPG',
  'DCIM/100MEDIA/DJI_0001.JPG',
  'Created with GIMP',
  'Created with The GIMP',
  'Edited in Snapseed',
  'Processed with VSCO with a6 preset',
  'Created with RNI Films app',
  'Adobe Photoshop 25.0',
  'CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90',
  'Exif_JPEG_PICTURE',
  'LEAD Technologies Inc. V1.01',
  'DSC_0042',
  'IMG_1234.jpg',
  '_MG_1234',
  'IMG-20240512-WA0001',
  'Screenshot_20240512-143022',
  'vattenhall-3.png',
  'Untitled',
  'hdrpl',
  '---',
])('no caption: %s', async (text) => {
  expect(read(await described(text)).caption).toEqual({})
  expect(read(await jpegWithIptc([[120, text]])).caption).toEqual({})
  expect(
    read(
      await drawn()
        .withExif({ IFD0: { ImageDescription: text } })
        .jpeg()
        .toBuffer(),
    ).caption,
  ).toEqual({})
})

test('what a camera says of itself is no caption, and what comes after it may be', async () => {
  const said = { IFD0: { Make: 'Prototyp', Model: 'X 100', Software: 'Ver.1.02', ImageDescription: 'Prototyp X 100' } }
  expect(read(await drawn().withExif(said).jpeg().toBuffer()).caption).toEqual({})
  const xmp = xmpPacket(`<dc:description>${list('Alt', item('OLYMPUS DIGITAL CAMERA', 'x-default'))}</dc:description>`)
  const both = drawn()
    .withXmp(xmp)
    .withExif({ IFD0: { ImageDescription: 'Asa mater.' } })
  expect(read(await both.jpeg().toBuffer()).caption).toEqual({ 'x-default': 'Asa mater.' })
})

test.each([
  'Kameran står på taket.',
  'VATTENHALLEN INVIGS',
  'Made by hand in Högfors',
  'Digital cameras of the nineties',
  'Bild 3 av vattenhallen',
  'Sony bygger en fabrik i Högfors',
  'Shot of the old hall',
  'Microsoft bygger i Gävle',
])('a caption: %s', async (text) => {
  expect(Object.values(read(await described(text)).caption)).toEqual([text])
})

test.each([
  [
    'as an element',
    '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>',
    '',
  ],
  [
    'as a resource',
    '<Iptc4xmpExt:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>',
    '',
  ],
  [
    'as an attribute',
    '',
    'Iptc4xmpExt:DigitalSourceType="https://cv.iptc.org/newscodes/digitalsourcetype/TrainedAlgorithmicMedia"',
  ],
  ['as a bare code', '', 'Iptc4xmpExt:DigitalSourceType="trainedAlgorithmicMedia"'],
  [
    'as an address that ends with a stroke',
    '',
    'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/"',
  ],
  [
    'as schema.org has it',
    '',
    'Iptc4xmpExt:DigitalSourceType="https://schema.org/TrainedAlgorithmicMediaDigitalSource"',
  ],
])('how it was made is read %s', async (_, inside, attributes) => {
  expect(read(await jpegWithXmp(inside, attributes)).digitalSourceType).toBe('trainedAlgorithmicMedia')
})

test('what a program has packed in a PNG is read, and what is no packing at all is not', async () => {
  const xmp = xmpPacket('', 'photoshop:Credit="Maja Lind" Iptc4xmpExt:DigitalSourceType="trainedAlgorithmicMedia"')
  const head = Buffer.from('XML:com.adobe.xmp\0\x01\0sv\0XMP\0', 'latin1')
  const png = await drawn().png().toBuffer()
  const packed = (data: Buffer) => withParts(png, 33, pngChunk('iTXt', Buffer.concat([head, data])))
  const found = readEmbeddedMetadata(packed(deflateSync(xmp)), 'png')
  expect(found).toMatchObject({ credit: 'Maja Lind', digitalSourceType: 'trainedAlgorithmicMedia' })
  expect(readEmbeddedMetadata(packed(Buffer.from('none')), 'png')).toEqual(nothing)
})

test('a retired code is read as what took its place, and an unknown one as nothing', async () => {
  const said = (code: string) => jpegWithXmp('', `Iptc4xmpExt:DigitalSourceType="${code}"`)
  expect(read(await said('minorHumanEdits')).digitalSourceType).toBe('humanEdits')
  expect(read(await said('softwareImage')).digitalSourceType).toBe('digitalCreation')
  expect(read(await said('magic')).digitalSourceType).toBe('')
})

test('a comment before the metadata hides nothing of it', async () => {
  const jpeg = await described('Åsa mäter.')
  const bytes = withParts(jpeg, 2, segment(0xfe, Buffer.from('CREATOR: gd-jpeg')))
  expect(Object.values(read(bytes).caption)).toEqual(['Åsa mäter.'])
})
