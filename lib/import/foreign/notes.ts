/** Finds the notes and comments that stand at the end of a page, as Google Docs writes them: each links back to its mark. */
import { tagOf } from '../style.ts'

const back = /^#_?(?:(cmnt)_?ref|(?:ftnt|ftn|edn|fn|sdfootnote)[-_]?(?:ref|\d+anc))/i

/**
 * Says of such notes what Word says of its own, so that they are left out like those. The line above the first of them goes
 * with it.
 */
export function markNotes(root: ParentNode): void {
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const found = back.exec(link.getAttribute('href') ?? '')
    const note = found && noteAround(link)
    if (!note) continue
    note.setAttribute('style', `${note.getAttribute('style') ?? ''};mso-element:${found[1] ? 'comment' : 'footnote'}`)
    const before = note.previousElementSibling
    if (before && tagOf(before) === 'hr') before.remove()
  }
}

/** Returns the block that begins with a link and holds nothing that came before it. */
function noteAround(link: Element): Element | undefined {
  const sign = link.textContent?.trim() ?? ''
  let note: Element | undefined
  for (let around = link.parentElement; around; around = around.parentElement) {
    const begins = sign !== '' && (around.textContent ?? '').trimStart().startsWith(sign)
    if (!begins || /^(body|html|main|article|table|tr|td)$/.test(tagOf(around))) break
    // A block with several notes is none of them.
    if (around.querySelectorAll('a[href^="#"]').length > 1) break
    if (/^(p|li|div|aside)$/.test(tagOf(around))) note = around
  }
  return note
}
