/** Draws the newsroom's mark, or the first letter of its name, into a square. */
import type { BrandIcon } from './drawing.ts'
import { outline, widthOf } from './lettering.ts'

interface Square {
  left: number
  top: number
  side: number
}

/** Returns shapes of an SVG in one colour. A mark is drawn on 32 × 32 units. */
export function brandIconShape(
  brandIcon: Omit<BrandIcon, 'logo'>,
  colour: string,
  { left, top, side }: Square,
): string {
  if (brandIcon.mark) return brandMarkShape(brandIcon.mark, colour, { left, top, side })
  const lettering = { typeface: 'serif', size: side } as const
  const letter = firstLetter(brandIcon.name)
  const x = left + (side - widthOf(letter, lettering)) / 2
  // A capital of Source Serif is two thirds of the type size high.
  return `<path fill="${colour}" d="${outline(letter, lettering, x, top + side * 0.835)}"/>`
}

function brandMarkShape(
  { path, strokeWidth }: NonNullable<BrandIcon['mark']>,
  colour: string,
  { left, top, side }: Square,
) {
  const paint =
    strokeWidth === null ? `fill="${colour}"` : `fill="none" stroke-width="${Number(strokeWidth)}" stroke="${colour}"`
  const d = path.replace(/[^\w\s.,+-]/g, '')
  return `<path transform="translate(${left} ${top}) scale(${side / 32})" ${paint} d="${d}"/>`
}

const firstLetter = (name: string) => (/\p{L}|\p{N}/u.exec(name.normalize('NFC'))?.[0] ?? 'P').toUpperCase()

/** Returns a small SVG for a browser's tab: a mark stands by itself, a letter on a tile. */
export function brandIconDocument(brandIcon: Omit<BrandIcon, 'logo'>): string {
  const shapes = brandIcon.mark
    ? brandIconShape(brandIcon, brandIcon.accent, { left: 0, top: 0, side: 32 })
    : `<rect width="32" height="32" rx="6" fill="${brandIcon.accent}"/>${brandIconShape(brandIcon, '#fff', { left: 4, top: 4, side: 24 })}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shapes}</svg>`
}
