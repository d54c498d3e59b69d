/**
 * Turns text into outlines, in our own typefaces and from files that come with the newsroom, so that a machine needs no
 * fonts installed. Only `drawing-work.ts` loads this file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'

const files = { serif: 'source-serif-4', sans: 'inter' }
type Typeface = keyof typeof files

export interface Lettering {
  typeface: Typeface
  size: number
}

const opened = new Map<Typeface, Font[]>()

function fontsOf(typeface: Typeface): Font[] {
  let fonts = opened.get(typeface)
  if (!fonts) {
    const path = (part: string) => join(import.meta.dirname, 'fonts', `${files[typeface]}-${part}.ttf`)
    fonts = ['latin', 'latin-ext'].map((part) => create(readFileSync(path(part))))
    opened.set(typeface, fonts)
  }
  return fonts
}

/**
 * Splits the text into stretches, each with the font that has its letters. Letters that no font has are left out, not
 * shown as boxes.
 */
function stretches(text: string, typeface: Typeface): { font: Font; text: string }[] {
  const found: { font: Font; text: string }[] = []
  for (const letter of text.normalize('NFC').replace(/[\s\u00a0]/g, ' ')) {
    const point = letter.codePointAt(0) ?? 0
    const font = fontsOf(typeface).find((one) => one.hasGlyphForCodePoint(point))
    const last = found.at(-1)
    if (font && last?.font === font) last.text += letter
    else if (font) found.push({ font, text: letter })
  }
  return found
}

/** Returns the width of the text, in the unit of the type size. */
export function widthOf(text: string, { typeface, size }: Lettering): number {
  return stretches(text, typeface).reduce(
    (width, part) => width + (part.font.layout(part.text).advanceWidth * size) / part.font.unitsPerEm,
    0,
  )
}

/** Returns the text as an SVG path that begins at `x` with its baseline at `y`. */
export function outline(text: string, { typeface, size }: Lettering, x: number, y: number): string {
  const paths: string[] = []
  let from = x
  for (const { font, text: letters } of stretches(text, typeface)) {
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(letters)
    glyphs.forEach(({ path }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
      paths.push(
        path
          .scale(scale, -scale)
          .translate(from + xOffset * scale, y - yOffset * scale)
          .toSVG(),
      )
      from += xAdvance * scale
    })
  }
  return paths.join('')
}
