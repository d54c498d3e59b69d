/** Decides, before it is parsed, whether HTML is small enough to be read while somebody waits. */

const maxSigns = 2_000_000
const maxElements = 60_000
const deepest = 500
/** Elements that cannot nest: they hold nothing, or end where the next one begins. */
const unnested =
  /^(area|br|col|dd|dt|hr|img|input|li|link|meta|o:p|option|p|param|source|tbody|td|tfoot|th|thead|tr|wbr)$/i

/**
 * Whether HTML has too many characters, elements or levels. Images inside it are not counted. A browser's own parser
 * takes minutes for thousands of elements inside each other.
 */
export function isTooLarge(html: string): boolean {
  const markup = html.replace(/data:image\/[^"'\s>]*/g, '')
  if (markup.length > maxSigns) return true
  let elements = 0
  let depth = 0
  for (const [, end, tag = ''] of markup.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (!end) elements++
    if (!unnested.test(tag)) depth = Math.max(0, depth + (end ? -1 : 1))
    if (elements > maxElements || depth > deepest) return true
  }
  return false
}
