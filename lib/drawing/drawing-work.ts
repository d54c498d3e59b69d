/**
 * The program of the worker process that draws share pictures and icons (see `drawings.ts`). It knows only its job, the
 * typefaces and the one file that is shown.
 */
import sharp from 'sharp'
import { doJobs } from '../worker-program.ts'
import { brandIconDocument, brandIconShape, hasOwnColours } from './brand-icon.ts'
import type { Crop, Drawing, Icon, SharePicture } from './drawing.ts'
import type { DrawingJob } from './drawings.ts'
import { sharePicture } from './share-picture.ts'

sharp.cache(false)
sharp.concurrency(1)

const paper = '#fcfbf9'

async function draw(drawing: Drawing, file: string | undefined): Promise<Buffer> {
  if (drawing.task === 'mark') return Buffer.from(brandIconDocument(drawing.emblem))
  if (drawing.task === 'crop') return crop(drawing, file)
  return drawing.task === 'share' ? share(drawing, file) : icon(drawing, file)
}

const crop = ({ region, size }: Crop, file: string | undefined): Promise<Buffer> =>
  sharp(file)
    .extract(region)
    .resize({ ...size, fit: 'fill' })
    .keepMetadata()
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer()

async function share(picture: SharePicture, logo: string | undefined): Promise<Buffer> {
  const { svg, logo: place } = sharePicture(picture)
  const layers = logo ? [{ input: await fitted(logo, place.side), left: place.left, top: place.top }] : []
  return sharp(Buffer.from(svg))
    .composite(layers)
    .png({ palette: layers.length === 0, compressionLevel: 9 })
    .toBuffer()
}

/** Fits a logo into the square, keeping its shape, with nothing around it. */
const fitted = (logo: string, side: number) =>
  sharp(logo).resize(side, side, { fit: 'contain', background: '#0000' }).png().toBuffer()

async function icon({ emblem: brandIcon, ground, size }: Icon, logo: string | undefined): Promise<Buffer> {
  const isLetter = !brandIcon.mark && !brandIcon.logo
  const part = ground === 'maskable' || isLetter ? 0.6 : ground === 'tile' ? 0.74 : 1
  const side = Math.round(size * part)
  const place = Math.round((size - side) / 2)
  // A letter or a mark in ink is white on the accent colour; what has colours of its own stands on the colour of paper.
  const isFilled = !hasOwnColours(brandIcon) && (ground === 'maskable' || isLetter)
  const fill = isFilled ? brandIcon.accent : paper
  const corner = isLetter && ground === 'bare' ? size * 0.19 : 0
  const back =
    ground === 'bare' && !isLetter ? '' : `<rect width="${size}" height="${size}" rx="${corner}" fill="${fill}"/>`
  const shape = logo
    ? ''
    : brandIconShape(brandIcon, isFilled ? '#fff' : brandIcon.accent, { left: place, top: place, side })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${back}${shape}</svg>`
  const layers = logo ? [{ input: await fitted(logo, side), left: place, top: place }] : []
  return sharp(Buffer.from(svg)).composite(layers).png({ compressionLevel: 9 }).toBuffer()
}

doJobs(async ({ drawing, file }: DrawingJob) => (await draw(drawing, file)).toString('base64'))
