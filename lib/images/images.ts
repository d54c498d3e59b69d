/**
 * Inspects images and makes the sizes and faces from them. It works in one thread, and line by line where the format
 * allows, so that a large upload costs time and not memory. Only `image-work.ts` loads this file.
 */
import { open, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { Refusal } from '../refusal.ts'
import { writeRights } from './image-metadata.ts'
import { faceShare, faceSizes, type ImageType, renditionTypes, storedName } from './image-type.ts'
import { fromDisplayP3, isDisplayP3, isHdr } from './named-colours.ts'
import { noRights, type RightsMetadata } from './rights-metadata.ts'

sharp.cache(false)
sharp.concurrency(1)

/**
 * The widths of the sizes: none is more than half as large again as the one before, so that no screen is sent much more
 * than it needs.
 */
const widths = [96, 144, 216, 320, 480, 640, 960, 1280, 1920]
const tallest = 2_560

/**
 * The largest images that fit in memory: most come line by line, progressive ones whole, and AVIF takes twenty bytes a
 * pixel. Where a JPEG has fewer points of colour than of light, a whole one takes less.
 */
const maxMegapixels = { inLines: 100, whole: 40, avif: 16 }
const maxSubsampled: Record<string, number> = { '4:2:2': 60, '4:2:0': 80 }

/** The effort of the AVIF encoder: 2 costs a third of the time of sharp's own 4 and a tenth more bytes. */
const usualEffort = 2

export interface Size {
  width: number
  height: number
}

export interface ImageFacts extends Size {
  /** EXIF's number for the orientation; 1 is upright as stored. */
  orientation: number
  /** Whether colours or greys of more than eight bits have a profile. */
  deep?: 'rgb16' | 'grey16' | undefined
  /** Whether its colours are those of Display P3, by their number alone. */
  isDisplayP3?: boolean
}

/** Where files are written, under which version, and the metadata they carry. */
interface Marked {
  directory: string
  version: number
  rights: RightsMetadata
}

/**
 * Reads the header of an image and returns its upright size. Refuses what cannot be read (`file-broken`), more
 * megapixels than fit in memory (`image-too-large`: 100, or fewer where the format must be unpacked whole), a moving
 * image (`image-animated`) and one in HDR (`image-hdr`).
 */
export async function inspectImage(file: string | Buffer, type: ImageType): Promise<ImageFacts> {
  const facts = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refusal('file-broken')
    })
  const orientation = facts.orientation ?? 1
  const kind = type === 'avif' ? 'avif' : facts.isProgressive ? 'whole' : 'inLines'
  const most = (kind === 'whole' && maxSubsampled[facts.chromaSubsampling ?? '']) || maxMegapixels[kind]
  if (facts.width * facts.height > most * 1_000_000) {
    const code = kind === 'whole' ? 'image-too-large-whole' : 'image-too-large'
    throw new Refusal(code, {
      details: { width: facts.width, height: facts.height, megapixels: most, inLines: maxMegapixels.inLines },
    })
  }
  if ((facts.pages ?? 1) > 1 && type === 'webp') throw new Refusal('image-animated')
  const head = await headOf(file)
  if (isHdr(head, type)) throw new Refusal('image-hdr')
  const deep = facts.icc && (['rgb16', 'grey16'] as const).find((space) => space === facts.space)
  const colours = { deep, isDisplayP3: !facts.icc && isDisplayP3(head, type) }
  return orientation >= 5
    ? { width: facts.height, height: facts.width, orientation, ...colours }
    : { width: facts.width, height: facts.height, orientation, ...colours }
}

/** Returns the beginning of a file, where it says what it is. */
async function headOf(file: string | Buffer): Promise<Buffer> {
  if (typeof file !== 'string') return file
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Refuses (`file-broken`) an image with damage of any kind, such as data that break off. */
export async function requireWhole(bytes: Buffer): Promise<void> {
  await sharp(bytes, { limitInputPixels: maxMegapixels.inLines * 1_000_000, failOn: 'warning' })
    // Every point counts: a smaller copy is made without the last of them.
    .stats()
    .catch(() => {
      throw new Refusal('file-broken')
    })
}

/**
 * Returns the first picture of a TIFF as a PNG, upright and in sRGB. Refuses one that cannot be read (`file-broken`), and
 * more megapixels than fit in memory (`image-too-large`).
 */
export async function pngOfTiff(file: string): Promise<Buffer> {
  const { deep } = await inspectImage(file, 'png')
  const image = sharp(file, { limitInputPixels: maxMegapixels.inLines * 1_000_000, failOn: 'error' }).autoOrient()
  return withColours(image, deep)
    .png()
    .toBuffer()
    .catch((error: Error) => {
      throw /space left|memory/i.test(error.message) ? error : new Refusal('file-broken')
    })
}

/**
 * Writes `<width>.avif`, `.webp` and `.jpg` at the fixed widths, never larger than the image, into the directory, with
 * their metadata, and returns their sizes, smallest first. Refuses an image that breaks off (`file-broken`).
 */
export async function makeRenditions(
  file: string,
  facts: ImageFacts,
  { effort = usualEffort, ...marked }: Marked & { effort?: number | undefined },
): Promise<Size[]> {
  const largest = await upright(file, facts)
  const top = largest.info
  const sizes = renditionSizes(top)
  for (const size of sizes) {
    const resized =
      size.width === top.width
        ? largest
        : await sharp(largest.data, { raw: top })
            .resize({ ...size, fit: 'fill' })
            .raw()
            .toBuffer({ resolveWithObject: true })
    await writeAll(() => sharp(resized.data, { raw: resized.info }), String(size.width), marked, effort)
  }
  return sizes
}

/** Returns the image upright and in sRGB, at the largest size readers get. */
async function upright(file: string, { width, height, orientation, deep, isDisplayP3: isP3 }: ImageFacts) {
  const scale = Math.min(1, (widths.at(-1) ?? width) / width, tallest / height)
  const target = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const stored = orientation >= 5 ? { width: target.height, height: target.width } : target
  // The image is made small before it is turned, since turning needs the whole of it in memory.
  const image = sharp(file, { limitInputPixels: maxMegapixels.inLines * 1_000_000, failOn: 'error' })
  const small = await withColours(image.resize({ ...stored, fit: 'fill' }), deep)
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw /space left|memory/i.test(error.message) ? error : new Refusal('file-broken')
    })
  if (isP3) fromDisplayP3(small.data, small.info.channels)
  if (orientation === 1) return small
  return turn(sharp(small.data, { raw: small.info }), orientation)
    .raw()
    .toBuffer({ resolveWithObject: true })
}

/**
 * Converts an image to sRGB. sharp works on deep colours in Display P3, and says of the result that it is sRGB; the profile
 * of deep greys it leaves out, and applies to greys of eight bits.
 */
function withColours(image: Sharp, deep: ImageFacts['deep']): Sharp {
  const converted = image.toColourspace('srgb')
  if (deep === 'rgb16') return converted.withIccProfile('srgb')
  return deep === 'grey16' ? converted.pipelineColourspace('b-w') : converted
}

/** Turns and mirrors an image as its EXIF orientation asks. */
function turn(image: Sharp, orientation: number): Sharp {
  const angle = [0, 0, 0, 180, 180, 270, 90, 90, 270][orientation] ?? 0
  const mirrored = [2, 4, 5, 7].includes(orientation)
  return mirrored ? image.rotate(angle).flop() : image.rotate(angle)
}

function renditionSizes({ width, height }: Size): Size[] {
  const chosen = widths.filter((candidate) => candidate <= width)
  if ((chosen.at(-1) ?? 0) * 1.1 < width) chosen.push(width)
  return chosen.map((chosenWidth) => ({
    width: chosenWidth,
    height: Math.max(1, Math.round((height * chosenWidth) / width)),
  }))
}

/**
 * Writes the faces into the directory, each as `.avif`, `.webp` and `.jpg`: a square around the focal point (in per
 * cent from left and top), a little smaller than the image's shorter side.
 */
export async function makeFaces(file: string, focal: { x: number; y: number }, marked: Marked): Promise<void> {
  const { width, height } = await sharp(file).metadata()
  const side = Math.max(1, Math.round(Math.min(width, height) * faceShare))
  const edge = (length: number, percent: number) =>
    Math.round(Math.min(Math.max((length * percent) / 100 - side / 2, 0), length - side))
  const square = { left: edge(width, focal.x), top: edge(height, focal.y), width: side, height: side }
  for (const [name, size] of Object.entries(faceSizes)) {
    const { data, info } = await sharp(file)
      .extract(square)
      .resize(size, size)
      .raw()
      .toBuffer({ resolveWithObject: true })
    await writeAll(() => sharp(data, { raw: info }), name, marked)
  }
}

async function writeAll(image: () => Sharp, name: string, marked: Marked, effort = usualEffort): Promise<void> {
  const encoded = {
    avif: await image().avif({ quality: 55, effort }).toBuffer(),
    webp: await image().webp({ quality: 78 }).toBuffer(),
    jpg: await image().flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer(),
  }
  for (const type of renditionTypes) {
    const path = join(marked.directory, storedName(`${name}.${type}`, marked.version))
    await writeFile(path, withMarks(encoded[type], type, marked.rights))
  }
}

/**
 * Writes copies of sizes that are there, with other metadata and the same pixels. What would not change is left out. The
 * files' names may state an earlier version.
 */
export async function remarkRenditions(files: string[], { directory, version, rights }: Marked): Promise<void> {
  for (const file of files) {
    const type = renditionTypes.find((one) => file.endsWith(`.${one}`)) ?? 'jpg'
    const name = storedName(basename(file).replace(/-\d+(?=\.)/, ''), version)
    const before = await readFile(file)
    const after = withMarks(before, type, rights)
    if (name !== basename(file) || !after.equals(before)) await writeFile(join(directory, name), after)
  }
}

/**
 * A JPEG is what people save and programs are offered, so it carries everything. The other formats are what pages show:
 * they say how the picture was made where that is known, and are no heavier than that.
 */
const withMarks = (bytes: Buffer, type: (typeof renditionTypes)[number], rights: RightsMetadata): Buffer =>
  writeRights(bytes, type, 1, type === 'jpg' ? rights : { ...noRights, digitalSourceType: rights.digitalSourceType })
