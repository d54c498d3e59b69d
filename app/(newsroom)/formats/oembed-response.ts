/** Writes what other sites show of a release whose address somebody has put in a text (oEmbed 1.0, oembed.com). */
import type { LiveRelease } from '#db/live/release.ts'
import { escapeMarkup } from '#lib/document/html.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { formatDay } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { summaryOf } from '../head/metadata.ts'
import { ofRelease, sharePicture } from '../head/share-pictures.ts'
import type { PageContext } from '../page-context.ts'
import { sharedPicture } from './release-html.ts'

export interface Limits {
  width: number
  height: number
}

const usualWidth = 600

/**
 * Returns a quotation of the release, in HTML that needs no script and loads nothing, with a thumbnail within the
 * limits.
 */
export function oembedResponse(context: PageContext, release: LiveRelease, limits: Limits) {
  const { language, name } = context.newsroom
  const title = plainText(release.title)
  const url = absolute(pathTo(language, 'news', release.slug))
  const width = Math.min(usualWidth, limits.width)
  const thumbnail = thumbnailOf(context, release, limits)
  return {
    type: 'rich',
    version: '1.0',
    title,
    author_name: plainText(release.byline) || name,
    provider_name: name,
    provider_url: absolute(pathTo(language)),
    cache_age: 3_600,
    html: quotation(context, release, { title, url }),
    width,
    height: Math.min(limits.height, 240),
    ...(thumbnail
      ? { thumbnail_url: thumbnail.url, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }
      : {}),
  }
}

function quotation(context: PageContext, release: LiveRelease, { title, url }: { title: string; url: string }): string {
  const { newsroom } = context
  const summary = summaryOf(release)
  const about = `${newsroom.name}, ${plainText(formatDay(release.publishAt, newsroom))}`
  const parts = [
    `<p><a href="${escapeMarkup(url)}"><strong>${escapeMarkup(title)}</strong></a></p>`,
    summary && `<p>${escapeMarkup(summary)}</p>`,
    `<footer>${escapeMarkup(about)}</footer>`,
  ]
  return `<blockquote lang="${newsroom.language}" cite="${escapeMarkup(url)}">${parts.filter(Boolean).join('')}</blockquote>`
}

/** Returns the share picture where it fits, else the largest size of the hero image that does. */
function thumbnailOf(context: PageContext, release: LiveRelease, limits: Limits) {
  const fits = ({ width, height }: Limits) => width <= limits.width && height <= limits.height
  const made = sharePicture(ofRelease(context, release))
  if (fits(made)) return made
  const hero = release.hero && release.images.get(release.hero.mediaId)
  const size = hero?.renditions.findLast(fits)
  return hero && size ? sharedPicture(release, hero.id, size) : undefined
}
