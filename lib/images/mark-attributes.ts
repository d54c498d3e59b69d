/** The attributes that a part of a mark may keep, with what each may say. What is not here, or says anything else, goes. */

const number = /^[+-]?[\d.]+(e[+-]?\d+)?(px|%)?$/i
const numbers = /^[\d\s.,+\-e%]*$/i
const word = /^[a-z-]+$/i
const drawing = /^[\d\s.,+\-eMLHVCSQTAZ]*$/i
const transformation = /^((matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s.,+\-e]*\)[\s,]*)*$/i
const colour = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d\s.,%/+\-a-z]*\))$/i
/** A reference to a part of the mark itself, with a colour for where it is missing. */
const reference = /^url\(\s*["']?#([^"')\s]+)["']?\s*\)/i

const plain: [RegExp, string[]][] = [
  [number, ['x', 'y', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r', 'x1', 'x2', 'y1', 'y2', 'fx', 'fy', 'fr']],
  [number, ['offset', 'opacity', 'fill-opacity', 'stroke-opacity', 'stop-opacity', 'stroke-width']],
  [number, ['stroke-miterlimit', 'stroke-dashoffset']],
  [numbers, ['points', 'stroke-dasharray']],
  [word, ['fill-rule', 'clip-rule', 'stroke-linecap', 'stroke-linejoin', 'display', 'visibility']],
  [word, ['gradientUnits', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'mask-type']],
  [drawing, ['d']],
  [transformation, ['transform', 'gradientTransform']],
  [colour, ['fill', 'stroke', 'stop-color', 'color']],
]
const allowed = new Map(plain.flatMap(([form, names]) => names.map((name) => [name, form] as const)))
const referring = new Set(['fill', 'stroke', 'clip-path', 'mask'])

/** Returns the attributes that stay. `ids` gives each id of the file its own in the mark. */
export function keptAttributes(
  name: string,
  attributes: Record<string, string>,
  ids: Map<string, string>,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, said] of Object.entries(attributes)) {
    const value = said.trim()
    const id = ids.get(idIn(name, key, value))
    if (key === 'id' || referring.has(key) || key.endsWith('href')) {
      if (id) kept[key.endsWith('href') ? 'href' : key] = written(key, id)
    }
    if (allowed.get(key)?.test(value)) kept[key] = value
  }
  return kept
}

/** The id that an attribute is or refers to. Only a gradient takes something over from another by its address. */
function idIn(name: string, key: string, value: string): string {
  if (key === 'id') return value
  if (referring.has(key)) return reference.exec(value)?.[1] ?? ''
  return name.endsWith('Gradient') && /^(xlink:)?href$/.test(key) && value.startsWith('#') ? value.slice(1) : ''
}

const written = (key: string, id: string) => (key === 'id' ? id : key.endsWith('href') ? `#${id}` : `url(#${id})`)
