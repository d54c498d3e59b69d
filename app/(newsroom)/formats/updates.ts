/** Says what readers were told, update by update, while crisis mode was on: for feeds, agencies and files. */
import { updateAnchor } from '#components/newsroom/crisis/updates.tsx'
import type { LiveUpdate } from '#db/live/crisis/updates.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { escapeMarkup } from '#lib/document/html.ts'
import { absolute } from '#lib/env.ts'
import type { FeedStory } from '#lib/formats/feed.ts'
import { excerpt } from '#lib/graphemes.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../page-context.ts'

const maxTitle = 110

/** Returns when an update was corrected and what was wrong, in words; nothing for one that was not. */
function correctedText({ newsroom }: PageContext, { correctedAt, wrong }: LiveUpdate): string {
  if (!correctedAt) return ''
  const t = translator(newsroom.language, 'newsroom')
  const when = formatMoment(correctedAt, newsroom)
  return plainText(
    wrong.text ? t('crisis.corrected-wrong', { when, wrong: wrong.text }) : t('crisis.corrected', { when }),
  )
}

/** Returns each update as a line of text, the latest first. */
export const updateLines = (context: PageContext, { crisis }: Pick<LiveRelease, 'crisis'>): string[] =>
  (crisis?.updates ?? []).map((update) =>
    [`${formatMoment(update.at, context.newsroom)}:`, plainText(update.text.text), correctedText(context, update)]
      .filter(Boolean)
      .join(' '),
  )

/** Returns the updates as the paragraphs that stand above the text, the latest first. */
export const updatesHtml = (context: PageContext, { crisis }: Pick<LiveRelease, 'crisis'>): string =>
  (crisis?.updates ?? [])
    .map(
      (update) =>
        `<p><strong>${escapeMarkup(formatMoment(update.at, context.newsroom))}</strong> ${words(context, update)}</p>`,
    )
    .join('\n')

function words(context: PageContext, update: LiveUpdate): string {
  const text = escapeMarkup(plainText(update.text.text)).replaceAll('\n', '<br>')
  const corrected = escapeMarkup(correctedText(context, update))
  return [text, corrected && `<em>${corrected}</em>`].filter(Boolean).join(' ')
}

/** Returns the updates as the items of a feed of their own, the latest first. */
export function updateStories(context: PageContext, release: LiveRelease): FeedStory[] {
  const { language } = context.newsroom
  const path = pathTo(language, 'news', release.slug)
  return (release.crisis?.updates ?? []).map((update) => ({
    id: update.id,
    url: absolute(`${path}#${updateAnchor(update)}`),
    title: excerpt(plainText(update.text.text).replace(/\s+/g, ' '), maxTitle),
    summary: plainText(update.text.text),
    html: `<p>${words(context, update)}</p>`,
    publishedAt: update.at,
    updatedAt: update.correctedAt ?? update.at,
    authors: [],
    topics: [],
    image: undefined,
    files: [],
  }))
}
