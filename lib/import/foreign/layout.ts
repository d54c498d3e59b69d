/** Tells which elements of a foreign page stand on lines of their own, whatever they are called. */
import { styleOf, tagOf } from '../style.ts'

const blocks =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|html|legend|li|main|menu|nav|p|pre|search|section|summary|td|th|tr|tbody|thead|tfoot|v:textbox)$/

/** Whether an element begins and ends a line: by what it is, or by how it is shown. */
export function isBlock(element: Element, tag: string): boolean {
  const display = styleOf(element, 'display')
  if (/^(block|flex|grid|list-item|table|flow-root)/.test(display)) return true
  // What stands in a row or a grid has a place of its own there.
  if (element.parentElement && /^(inline-)?(flex|grid)/.test(styleOf(element.parentElement, 'display'))) return true
  return blocks.test(tag) && !(tag === 'div' && display.startsWith('inline') && !display.startsWith('inline-block'))
}

/** Whether a new page or column begins with an element. */
export const breaksBefore = (element: Element): boolean =>
  ['page-break-before', 'break-before', 'mso-column-break-before'].some((property) =>
    /^(always|page|column|left|right)/.test(styleOf(element, property)),
  ) || /break$/.test(styleOf(element, 'mso-break-type'))

/** Whether an element in a list holds words that stand beside its points, as in `<ul><b>Bruk:</b><li>Ett mejeri</li></ul>`. */
export function isBesidePoints(element: Element): boolean {
  const tag = tagOf(element)
  if (/^(li|ul|ol)$|-/.test(tag) || element.getAttribute('role') === 'listitem') return false
  return !isBlock(element, tag) && element.querySelector('li, p, div') === null
}
