/**
 * Changes a page on the screen into a newer one, as little as possible: what is the same stays, so that images are not
 * fetched again and the reader's place stays.
 */

/** Changes `shown` into `made`, which loses the elements taken from it. */
export function followPage(shown: Element, made: Element): void {
  if (shown.isEqualNode(made)) return
  if (shown.tagName !== made.tagName || hasOwnText(shown) || hasOwnText(made)) {
    shown.replaceWith(made)
    return
  }
  for (const { name } of [...shown.attributes]) if (!made.hasAttribute(name)) shown.removeAttribute(name)
  for (const { name, value } of made.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value)
  followChildren(shown, [...made.children])
}

const hasOwnText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeName === '#text' && node.textContent?.trim())

function followChildren(shown: Element, after: Element[]) {
  const before = [...shown.children]
  let start = 0
  while (start < before.length && start < after.length && before[start]?.isEqualNode(after[start] ?? null)) start++
  let [endBefore, endAfter] = [before.length, after.length]
  while (endBefore > start && endAfter > start && before[endBefore - 1]?.isEqualNode(after[endAfter - 1] ?? null)) {
    endBefore--
    endAfter--
  }
  const changed = before.slice(start, endBefore)
  const anew = after.slice(start, endAfter)
  const next = before[endBefore] ?? null
  for (const [place, made] of anew.entries()) {
    const old = changed[place]
    if (old) followPage(old, made)
    else shown.insertBefore(made, next)
  }
  for (const old of changed.slice(anew.length)) old.remove()
}
