/**
 * Reads the SVG of an organisation's mark and keeps what draws it. SVGO parses the file and turns its style sheets into
 * attributes; what is kept after that is named here, element by element and attribute by attribute, so that nothing a
 * browser could run, fetch or move by is left whatever else the file holds. Only `image-work.ts` loads this file.
 */
import sharp from 'sharp'
import { optimize, type XastElement, type XastRoot } from 'svgo'
import { type BrandMark, type MarkPart, markDocument } from '../drawing/brand-mark.ts'
import { Refusal } from '../refusal.ts'
import { keptAttributes } from './mark-attributes.ts'

/** What draws. Gradients, clips and masks are drawn with. */
const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']
const kept = new Set([...shapes, 'g', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'])
/** What others refer to where they stand. */
const definitions = new Set(['linearGradient', 'radialGradient', 'clipPath', 'mask'])
/** What is drawn as a group is: with what stands in it, or what it refers to. */
const groups = new Set(['a', 'switch', 'use'])
/** What the mark would look different without, and what it could not be drawn safely or everywhere alike with. */
const needed = new Set(['text', 'image', 'pattern', 'filter', 'marker', 'symbol', 'svg'])
/** A mark stands on every page, in the page itself. */
const most = { parts: 1_000, depth: 24, letters: 24_000 }

/**
 * Returns the mark of an SVG file. Refuses what is no SVG (`mark-broken`), one that shows nothing (`mark-empty`), parts
 * that cannot be drawn (`mark-part`) and more of them than a page should carry (`mark-too-detailed`).
 */
export async function cleanMark(source: string): Promise<BrandMark> {
  // A file that defines words of its own can make a few lines into millions.
  if (/<!ENTITY/i.test(source)) throw new Refusal('mark-part', { details: { part: '<!ENTITY>' } })
  const root = parsed(source)
  const drawing = root.children.find((child): child is XastElement => child.type === 'element')
  if (drawing?.name !== 'svg') throw new Refusal('mark-broken')
  const viewBox = viewBoxOf(drawing.attributes)
  const byId = idsIn(drawing)
  // Most ids are names that a drawing program gave, and nothing refers to them.
  for (const id of byId.keys()) if (!source.includes(`#${id}`)) byId.delete(id)
  const whole = partsOf({ ...drawing, name: 'g' }, byId)
  const parts = Object.keys(whole.attributes).length > 0 ? [whole] : whole.parts
  const mark = { viewBox, isInk: false, parts }
  if (markDocument(mark).length > most.letters) throw new Refusal('mark-too-detailed')
  return (await isDrawnInInk(mark)) ? { viewBox, isInk: true, parts: parts.map(inInk) } : mark
}

/** Parses the file, and writes what its style sheets say into the attributes of what they say it of. */
function parsed(source: string): XastRoot {
  const read: XastRoot[] = []
  try {
    optimize(source, {
      plugins: [
        'mergeStyles',
        { name: 'inlineStyles', params: { onlyMatchedOnce: false, useMqs: ['', 'screen', 'all'], usePseudos: [''] } },
        'convertStyleToAttrs',
        'convertPathData',
        { name: 'read', fn: (root) => void read.push(root) },
      ],
    })
  } catch {
    throw new Refusal('mark-broken')
  }
  const [root] = read
  if (!root) throw new Refusal('mark-broken')
  return root
}

/** Returns the box the mark is drawn in. Refuses one without a size, or of a shape that fits beside no name. */
function viewBoxOf({ viewBox, width, height }: Record<string, string>): string {
  const size = (text = '') => (/^[\d.]+(px)?$/.test(text.trim()) ? Number.parseFloat(text) : Number.NaN)
  const box = viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(Number) ?? [0, 0, size(width), size(height)]
  const [, , wide = 0, high = 0] = box
  const fits = box.length === 4 && box.every(Number.isFinite) && wide > 0 && high > 0 && Math.max(...box) < 1e6
  if (!fits) throw new Refusal('mark-broken')
  if (wide > high * 12 || high > wide * 12) throw new Refusal('mark-shape')
  return box.join(' ')
}

/** Keeps the part and what is in it, with its ids numbered, and with copies in place of references to parts. */
function partsOf(root: XastElement, byId: Map<string, XastElement>): MarkPart {
  const ids = new Map([...byId.keys()].map((id, index) => [id, `m${index}`]))
  let count = 0
  const keep = (element: XastElement, depth: number, isCopy: boolean): MarkPart => {
    count++
    if (count > most.parts || depth > most.depth) throw new Refusal('mark-too-detailed')
    const isUse = element.name === 'use'
    const name = kept.has(element.name) ? element.name : 'g'
    const attributes = keptAttributes(name, element.attributes, ids)
    // A copy has another place already, and two parts of one id are no valid page.
    if (isCopy || !definitions.has(name)) delete attributes.id
    if (name === 'g') for (const key of ['x', 'y', 'width', 'height']) delete attributes[key]
    if (isUse) moveCopy(element, attributes)
    const parts = (isUse ? [referredBy(element, byId)] : element.children).flatMap((child) => {
      if (child.type !== 'element') return []
      if (needed.has(child.name)) throw new Refusal('mark-part', { details: { part: `<${child.name}>` } })
      if (!kept.has(child.name) && !groups.has(child.name)) return []
      const part = keep(child, depth + 1, isCopy || isUse)
      // A group that says nothing of what is in it is nothing by itself.
      return part.name === 'g' && Object.keys(part.attributes).length === 0 ? part.parts : [part]
    })
    return { name, attributes, parts }
  }
  return keep(root, 0, false)
}

function idsIn(element: XastElement, found = new Map<string, XastElement>(), depth = 0): Map<string, XastElement> {
  if (depth > most.depth * 2) throw new Refusal('mark-too-detailed')
  const { id } = element.attributes
  if (id && !found.has(id)) found.set(id, element)
  for (const child of element.children) if (child.type === 'element') idsIn(child, found, depth + 1)
  return found
}

function referredBy({ attributes }: XastElement, byId: Map<string, XastElement>): XastElement {
  const href = attributes.href ?? attributes['xlink:href'] ?? ''
  const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined
  if (!target) throw new Refusal('mark-part', { details: { part: '<use>' } })
  return target
}

/** A reference says where its copy stands; a group says it with a transformation. */
function moveCopy({ attributes: { x = '0', y = '0' } }: XastElement, attributes: Record<string, string>): void {
  const [left, top] = [Number.parseFloat(x) || 0, Number.parseFloat(y) || 0]
  if (left || top) attributes.transform = `${attributes.transform ?? ''} translate(${left} ${top})`.trim()
}

/** Draws the mark, and tells whether everything that shows is black, white or one grey. Refuses one that shows nothing. */
async function isDrawnInInk(mark: BrandMark): Promise<boolean> {
  const small = markDocument(mark).replace('<svg ', '<svg width="128" height="128" ')
  const { data } = await sharp(Buffer.from(small))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refusal('mark-broken')
    })
  const least = [255, 255, 255]
  const greatest = [0, 0, 0]
  let shows = 0
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    if (alpha > 24) shows++
    // What is nearly transparent has lost its colour.
    if (alpha < 128) continue
    for (const channel of [0, 1, 2]) {
      const value = data[at + channel] ?? 0
      least[channel] = Math.min(least[channel] ?? 0, value)
      greatest[channel] = Math.max(greatest[channel] ?? 0, value)
    }
  }
  if (shows === 0) throw new Refusal('mark-empty')
  const [darkest, lightest] = [Math.min(...least), Math.max(...greatest)]
  // A mark of nothing but faint colour has no pixel to judge by, and keeps what it has.
  return lightest >= darkest && lightest - darkest < 24
}

const paints = ['fill', 'stroke', 'stop-color', 'color']

/** The colours give way to that of the words around; those of a mask are no colours but what it lets through. */
function inInk(part: MarkPart): MarkPart {
  if (part.name === 'mask' || part.name === 'clipPath') return part
  const attributes = Object.fromEntries(
    Object.entries(part.attributes).map(([key, value]) => [
      key,
      paints.includes(key) && value !== 'none' && !value.startsWith('url(') ? 'currentColor' : value,
    ]),
  )
  return { ...part, attributes, parts: part.parts.map(inInk) }
}
