/** Recognises paragraphs that are somebody's words: in Swedish a dash opens them. */
import { type Inline, inlineText } from '../document/rich-text.ts'

/**
 * Returns the content of a quote, or undefined for narration. An en or em dash always opens a quote; a hyphen, which
 * also opens list items, only before what sounds like speech. The hyphen then becomes the dash that was meant.
 */
export function spokenParagraph(content: Inline[]): Inline[] | undefined {
  const text = inlineText(content)
  if (/^[–—](\s|\p{Lu})/u.test(text)) return content
  const [first, ...rest] = content
  if (first?.type !== 'text' || !/^-\s+\p{Lu}/u.test(text) || !soundsLikeTalk(text)) return undefined
  return [{ ...first, text: first.text.replace(/^-\s+/, '– ') }, ...rest]
}

/** Whether words with a capital sound like somebody's: they are a sentence. */
export const soundsLikeTalk = (text: string): boolean => /[.!?…]["”»)]*$/.test(text.trim()) && text.length > 12
