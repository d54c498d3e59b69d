/**
 * Reads the letters of IPTC fields that do not say which set they are in. Programs on Windows wrote them as Windows-1252 and
 * those on Macs as MacRoman, where the same byte is another letter: 8A is Š in the one and ä in the other.
 */

/** A field as it lies in the file. */
interface Field {
  value?: unknown
  description?: unknown
}
type Fields = Record<string, Field | Field[] | undefined>

/** Letters that Windows-1252 has among its signs, and that are seldom met but at the head of a name: “Škoda”. */
const rare = /(?<=\p{L})[ŠŽŒ]|[ŠŽŒ](?!\p{Ll})|[šžœŸƒ]/gu
/** A sign within a word, or a capital after a small letter, or before one and after another: “HŠl”, “gÂrd”. */
const odd = /\p{L}[^\p{L}\p{M}\p{N}\s.,:;'’´`\-–—/&+@_()"”“]\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/gu
/** A sign that begins or ends a word and belongs beside a figure: “€sa”, “Malmˆ”. */
const beside = /[€‚ƒ„†‡ˆ‰‹˜™›¢£¤¥¦¨©¬®¯°±¸¹º≈∆∂˛˙˚˝ˇ◊ÿ\p{Cc}](?=\p{Ll})|\p{L}[¡¿ˆ‰‹˜¸≈∆∂˛˙˚˝◊\p{Cc}]/gu

const count = (text: string, sought: RegExp): number => text.match(sought)?.length ?? 0
const oddness = (text: string): number => 2 * (count(text, odd) + count(text, beside))

const asWindows = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)
const asMac = (bytes: Uint8Array): string => new TextDecoder('macintosh').decode(bytes)

/**
 * Returns the fields with the words of those in MacRoman read as that, where nothing says which letters they are: where the
 * program was one for Macs, or where all the fields together read better so. UTF-8 is told by itself.
 */
export function withMacLetters<Given extends Fields>(fields: Given, software: string): Given {
  const all = Object.values(fields).flatMap((field) => field ?? [])
  const texts = all.flatMap((field) => bytesOf(field) ?? [])
  if (fields['Coded Character Set'] || texts.length === 0 || /\bwindows\b/i.test(software)) return fields
  const windows = texts.map(asWindows).join('\n')
  const isMac =
    /\bmac(?:intosh|\b)/i.test(software) ||
    oddness(windows) + count(windows, rare) > oddness(texts.map(asMac).join('\n'))
  if (!isMac) return fields
  const read = <One extends Field>(field: One): One => {
    const bytes = bytesOf(field)
    return bytes ? { ...field, description: asMac(bytes) } : field
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      Array.isArray(field) ? field.map(read) : field && read(field),
    ]),
  ) as Given
}

/** Returns the bytes of a text with letters beyond ASCII that are no UTF-8. */
function bytesOf({ value, description }: Field): Uint8Array | undefined {
  if (typeof description !== 'string' || !Array.isArray(value) || !value.some((byte) => byte > 0x7f)) return undefined
  const bytes = Uint8Array.from(value)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return undefined
  } catch {
    return bytes
  }
}
