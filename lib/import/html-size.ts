/** Whether HTML can be read while somebody waits for a key, told before it is parsed. */

const mostSigns = 2_000_000
const mostElements = 60_000
const deepest = 500
/** Elements that hold nothing, or end by themselves where the next begins. */
const unnested =
  /^(area|br|col|dd|dt|hr|img|input|li|link|meta|o:p|option|p|param|source|tbody|td|tfoot|th|thead|tr|wbr)$/i

/** Pictures inside the HTML are not counted. A browser's own parser takes minutes for thousands of elements inside each other. */
export function isTooLarge(html: string): boolean {
  const markup = html.replace(/data:image\/[^"'\s>]*/g, '')
  if (markup.length > mostSigns) return true
  let elements = 0
  let depth = 0
  for (const [, end, tag = ''] of markup.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (!end) elements++
    if (!unnested.test(tag)) depth = Math.max(0, depth + (end ? -1 : 1))
    if (elements > mostElements || depth > deepest) return true
  }
  return false
}
