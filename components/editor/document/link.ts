/** The mark for a link: an address and nothing else. The document's schema decides what may be an address. */
import { Mark, mergeAttributes } from '@tiptap/core'
import { isSafeHref } from '#lib/document/links.ts'

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,

  addAttributes: () => ({ href: { default: '' } }),

  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isSafeHref(element.getAttribute('href') ?? '') ? null : false),
    },
  ],

  // Ctrl+click in the editor must not leave a text that is being written: the address is shown and not followed.
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noreferrer' }), 0],
})

/**
 * Returns the address that the writer probably meant: `andravattnet.se` is a web address, `namn@andravattnet.se` mail.
 * Undefined when it cannot be one.
 */
export function completeHref(typed: string): string | undefined {
  const text = typed.trim()
  if (!text) return undefined
  if (isSafeHref(text)) return text
  const guess = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`
  const looksLikeHost = /^[^\s:/?#]+\.[^\s:/?#.]{2,}(:\d+)?([/?#]\S*)?$/.test(text)
  return (guess.startsWith('mailto:') || looksLikeHost) && isSafeHref(guess) ? guess : undefined
}
