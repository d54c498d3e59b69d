/** Says what has been corrected in a release, in words that stand alone: for feeds, news agencies and files. */
import type { LiveRelease } from '#db/live/release.ts'
import { escapeMarkup } from '#lib/document/html.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment } from '#lib/time/format.ts'
import type { PageContext } from '../page-context.ts'

/** Returns when each correction was made, in words, and what it says; the earliest first. */
const correctionsOf = ({ newsroom }: PageContext, { corrections }: Pick<LiveRelease, 'corrections'>) =>
  corrections.map(({ text, at }) => ({
    made: plainText(`${translator(newsroom.language, 'newsroom')('correction')} ${formatMoment(at, newsroom)}.`),
    text: plainText(text),
  }))

/** Returns each correction as a line of text. */
export const correctionLines = (context: PageContext, release: Pick<LiveRelease, 'corrections'>): string[] =>
  correctionsOf(context, release).map(({ made, text }) => `${made} ${text}`)

/** Returns the corrections as the paragraphs that stand under the text. */
export const correctionsHtml = (context: PageContext, release: Pick<LiveRelease, 'corrections'>): string =>
  correctionsOf(context, release)
    .map(({ made, text }) => `<p><strong>${escapeMarkup(made)}</strong> ${escapeMarkup(text)}</p>`)
    .join('\n')
