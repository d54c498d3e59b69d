/** Paragraphs that are somebody's words: in Swedish such a paragraph is opened by a dash. */
import { type Inline, inlineText } from '../document/rich-text.ts'

/**
 * The content of a quote, or undefined for what is telling. An en or em dash always opens one; a hyphen, which also
 * opens the points of a list, only before what sounds like talk. It then becomes the dash that was meant.
 */
export function saidIn(content: Inline[]): Inline[] | undefined {
  const text = inlineText(content)
  if (/^[–—](\s|\p{Lu})/u.test(text)) return content
  const [first, ...rest] = content
  if (first?.type !== 'text' || !/^-\s+\p{Lu}/u.test(text) || !soundsLikeTalk(text)) return undefined
  return [{ ...first, text: first.text.replace(/^-\s+/, '– ') }, ...rest]
}

const soundsLikeTalk = (text: string): boolean => /[.!?…]["”»)]*$/.test(text.trim()) && text.length > 12
