/** Says what has been corrected in a release, or is new in it, in words that stand alone: for feeds, agencies and files. */
import type { LiveRelease } from '#db/live/release.ts'
import { escapeMarkup } from '#lib/document/html.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment } from '#lib/time/format.ts'
import type { PageContext } from '../page-context.ts'

type Told = Pick<LiveRelease, 'corrections' | 'notes'>

/** Returns a correction as one text: what was wrong, and what is right. */
export const correctionText = (
  { wrong, text }: Pick<LiveRelease['corrections'][number], 'wrong' | 'text'>,
  language: Language,
): string => plainText(wrong ? translator(language, 'newsroom')('wrong-and-right', { wrong, text }) : text)

/** Returns when each change was made that readers are told of, in words, and what they are told; the earliest first. */
function changesOf({ newsroom }: PageContext, { corrections, notes }: Told) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  return [
    ...corrections.map((one) => ({ at: one.at, kind: 'correction' as const, text: correctionText(one, language) })),
    ...notes.map(({ at, text }) => ({ at, kind: 'changed' as const, text: plainText(text) })),
  ]
    .sort((one, other) => Number(one.at) - Number(other.at))
    .map(({ at, kind, text }) => ({ made: plainText(`${t(kind)} ${formatMoment(at, newsroom)}.`), text }))
}

/** Returns each correction and note as a line of text. */
export const correctionLines = (context: PageContext, release: Told): string[] =>
  changesOf(context, release).map(({ made, text }) => `${made} ${text}`)

/** Returns the corrections and notes as the paragraphs that stand under the text. */
export const correctionsHtml = (context: PageContext, release: Told): string =>
  changesOf(context, release)
    .map(({ made, text }) => `<p><strong>${escapeMarkup(made)}</strong> ${escapeMarkup(text)}</p>`)
    .join('\n')
