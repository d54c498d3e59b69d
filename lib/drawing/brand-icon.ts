/** Draws the newsroom's mark, or the first letter of its name, into a square. */
import { type BrandMark, markDocument, markShapes } from './brand-mark.ts'
import type { BrandIcon } from './drawing.ts'
import { outline, widthOf } from './lettering.ts'

interface Square {
  left: number
  top: number
  side: number
}

/** Whether the icon has colours of its own, and so stands on the colour of paper and not on the accent. */
export const hasOwnColours = ({ mark, logo }: BrandIcon): boolean => (mark ? !mark.isInk : logo !== null)

/** Returns shapes of an SVG: a letter or a mark in ink in the given colour, another mark in its own. */
export function brandIconShape(brandIcon: Omit<BrandIcon, 'logo'>, colour: string, square: Square): string {
  const { left, top, side } = square
  if (brandIcon.mark) return brandMarkShape(brandIcon.mark, colour, square)
  const lettering = { typeface: 'serif', size: side } as const
  const letter = firstLetter(brandIcon.name)
  const x = left + (side - widthOf(letter, lettering)) / 2
  // A capital of Source Serif is two thirds of the type size high.
  return `<path fill="${colour}" d="${outline(letter, lettering, x, top + side * 0.835)}"/>`
}

/** An SVG within the other fits the mark into the square, keeps its shape and cuts off what stands outside. */
function brandMarkShape(mark: BrandMark, colour: string, { left, top, side }: Square) {
  const place = `x="${left}" y="${top}" width="${side}" height="${side}" viewBox="${mark.viewBox}"`
  const paint = mark.isInk ? ` fill="${colour}" color="${colour}"` : ''
  return `<svg ${place}${paint}>${markShapes(mark)}</svg>`
}

const firstLetter = (name: string) => (/\p{L}|\p{N}/u.exec(name.normalize('NFC'))?.[0] ?? 'P').toUpperCase()

/** Returns a small SVG for a browser's tab: a mark stands by itself, a letter on a tile. */
export function brandIconDocument(brandIcon: Omit<BrandIcon, 'logo'>): string {
  if (brandIcon.mark) return markDocument(brandIcon.mark, brandIcon.accent)
  const letter = brandIconShape(brandIcon, '#fff', { left: 4, top: 4, side: 24 })
  const tile = `<rect width="32" height="32" rx="6" fill="${brandIcon.accent}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${tile}${letter}</svg>`
}
