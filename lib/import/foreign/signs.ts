/** Reads what stands for letters on a foreign page: pictures of emoji, boxes to tick, and large first letters. */
import { isLanguage, rootLanguage, rulesOf } from '../../locale.ts'
import { classOf, styleOf, tagOf } from '../style.ts'

/** The parts of emoji, of which some consist of several. */
const emojiParts =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3|\u200d|\ufe0f|[\u{e0020}-\u{e007f}]/gu

/** Returns the emoji that a picture shows, if that is what it is. */
export function emojiOf(picture: Element): string | undefined {
  const alt = picture.getAttribute('alt')?.trim() ?? ''
  return alt && alt.length <= 40 && alt.replace(emojiParts, '') === '' ? alt : undefined
}

/** Stands before what has been ticked off. */
export const ticked = '☒ '

/** Returns the sign of a box to tick, in a form or before the point of a list; undefined for other elements. */
export function tickOf(element: Element): string | undefined {
  const box = /(?:^|\s)checkbox-(on|off)(?:\s|$)/.exec(classOf(element))?.[1]
  if (box) return box === 'on' ? ticked : '☐ '
  const isBox =
    (tagOf(element) === 'input' && element.getAttribute('type')?.toLowerCase() === 'checkbox') ||
    (tagOf(element) === 'li' && element.getAttribute('role') === 'checkbox')
  if (!isBox) return undefined
  return element.hasAttribute('checked') || element.getAttribute('aria-checked') === 'true' ? ticked : '☐ '
}

/** Whether a picture shows the tick of the point it stands in. */
export const isTickPicture = (picture: Element): boolean =>
  picture.getAttribute('aria-roledescription') === 'checkbox' ||
  (/^(un)?checked$/i.test(picture.getAttribute('alt') ?? '') && picture.closest('[role="checkbox"]') !== null)

/** Whether an element holds the large letter that a paragraph begins with. */
export function isFirstLetter(element: Element): boolean {
  const isSetOff =
    /^dropcap/.test(styleOf(element, 'mso-element')) ||
    styleOf(element, 'float') === 'left' ||
    /(^|[\s_-])drop-?cap/i.test(classOf(element))
  return isSetOff && /^[”"“–—-]?\s?\p{Lu}$/u.test(element.textContent?.trim() ?? '')
}

interface Marks {
  open: string
  close: string
}

/**
 * Returns the marks that a browser shows around words: those of a quotation, by its language, and brackets around what is
 * said of a sign beside it. Undefined where they have marks of their own.
 */
export function marksAround(element: Element, tag: string): Marks | undefined {
  const isBare = tag === 'rt' && !element.parentElement?.querySelector('rp')
  return tag === 'q' ? quoteMarks(element) : isBare ? { open: '(', close: ')' } : undefined
}

function quoteMarks(element: Element): Marks | undefined {
  if (/^\s*["”“„»«’‘]/.test(element.textContent ?? '')) return undefined
  const asked = element.closest('[lang]')?.getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? ''
  const { quotes } = rulesOf(isLanguage(asked) ? asked : rootLanguage)
  return { open: quotes['typed-open'], close: quotes['typed-close'] }
}

/** Returns an alternative text worth proposing: not one that a machine has guessed, and not a file name. */
export function proposedAlt(alt: string): string {
  const text = alt.replace(/\s+/g, ' ').trim().slice(0, 1_000)
  return /automatiskt genererad|automatically generated|^\S+\.(jpe?g|png|gif|webp|avif|emf|wmf)$/i.test(text)
    ? ''
    : text
}
