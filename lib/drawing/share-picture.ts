/** Draws the picture of a link preview, in the newsroom's paper, colour and type. */
import { graphemesIn } from '../graphemes.ts'
import { withSoftHyphens } from '../hyphenate.ts'
import { brandIconShape } from './brand-icon.ts'
import { fitLines } from './break-lines.ts'
import { type SharePicture, shareSize } from './drawing.ts'
import { type Lettering, outline, widthOf } from './lettering.ts'

const paper = '#fcfbf9'
const ink = '#1c1b19'
const edge = 72
const bar = 20
const left = bar + edge
const brandIconSide = 64
const wide = shareSize.width - left - edge
const leading = 1.14
/** The room for the title, below the newsroom's name and above the lower edge. */
const titleRoom = { top: 214, bottom: shareSize.height - edge }
const name: Lettering = { typeface: 'sans', size: 36 }
const kicker: Lettering = { typeface: 'sans', size: 28 }

/** Returns the picture as SVG, and the place for a logo if the newsroom's icon is one. */
export function sharePicture(picture: SharePicture): {
  svg: string
  logo: { left: number; top: number; side: number }
} {
  const { emblem: brandIcon, language } = picture
  const title = fitLines(withSoftHyphens(picture.title.normalize('NFC'), language, { longest: Infinity }), {
    width: wide,
    height: titleRoom.bottom - titleRoom.top,
    leading,
    sizes: [84, 76, 68, 62, 56, 50, 44],
    measure: (text, size) => widthOf(text, { typeface: 'serif', size }),
  })
  const hasBrandIcon = brandIcon.mark !== null || brandIcon.logo !== null
  const nameLeft = hasBrandIcon ? left + brandIconSide + 20 : left
  // The last baseline stands a quarter of a letter above the edge, which leaves room for a g or a comma.
  const baseline = (index: number) =>
    titleRoom.bottom - title.size * (0.24 + leading * (title.lines.length - 1 - index))
  const path = (fill: string, d: string) => `<path fill="${fill}" d="${d}"/>`
  const parts = [
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    `<rect width="${bar}" height="100%" fill="${brandIcon.accent}"/>`,
    brandIcon.mark ? brandIconShape(brandIcon, brandIcon.accent, { left, top: edge, side: brandIconSide }) : '',
    path(ink, outline(shortened(brandIcon.name, name, shareSize.width - edge - nameLeft), name, nameLeft, edge + 45)),
    path(
      brandIcon.accent,
      outline(shortened(picture.kicker, kicker, wide), kicker, left, baseline(0) - title.size - 14),
    ),
    ...title.lines.map((line, index) =>
      path(ink, outline(line, { typeface: 'serif', size: title.size }, left, baseline(index))),
    ),
  ]
  const { width, height } = shareSize
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`
  return { svg, logo: { left, top: edge, side: brandIconSide } }
}

function shortened(text: string, lettering: Lettering, width: number): string {
  if (widthOf(text, lettering) <= width) return text
  let kept = text
  while (kept && widthOf(`${kept}…`, lettering) > width) kept = graphemesIn(kept).slice(0, -1).join('')
  return `${kept.trimEnd()}…`
}
