import type { Metadata } from 'next'
import { altOf } from '#components/rich-text/figure.tsx'
import type { LiveImage } from '#db/live-media.ts'
import type { LiveRelease } from '#db/live-release.ts'
import { env } from '#lib/env.ts'
import { feedTypes } from '#lib/feed-formats.ts'
import { isoMoment } from '#lib/format.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { feedPath, fileUrl, pathTo } from '#lib/urls.ts'
import { inAllLanguages, type Room } from './room.ts'

export const absolute = (path: string): string => env.publicUrl + path

/** An image as pages elsewhere show it: JPEG, wide enough to be shared. */
export function sharedImage(image: LiveImage): { url: string; width: number; height: number } | undefined {
  const size = image.renditions.find(({ width }) => width >= 1_200) ?? image.renditions.at(-1)
  return size && { url: absolute(fileUrl(image, `${size.width}.jpg`)), ...size }
}

/** What the head says of a page readers and machines may find. `addresses` holds it in every language it exists in. */
export function pageMetadata(
  { newsroom }: Room,
  page: {
    title: string
    description: string
    path: string
    addresses?: Partial<Record<Language, string>>
    /** What has a feed of its own. */
    feed?: { place: 'topics' | 'people'; slug: string }
    article?: { publishedTime: string; modifiedTime: string }
    image?: { image: LiveImage; alt: string }
  },
): Metadata {
  const title = plainText(page.title)
  const description = plainText(page.description)
  const addresses = Object.entries(page.addresses ?? {}).map(([language, path]) => [language, absolute(path)])
  const shared = page.image && sharedImage(page.image.image)
  return {
    title,
    description,
    alternates: {
      canonical: absolute(page.path),
      types: { [feedTypes.rss]: feedPath(newsroom.language, 'rss', page.feed?.place, page.feed?.slug) },
      ...(addresses.length > 1 ? { languages: Object.fromEntries(addresses) } : {}),
    },
    robots: { index: true, follow: true, 'max-image-preview': 'large' },
    openGraph: {
      title,
      description,
      url: absolute(page.path),
      siteName: newsroom.name,
      locale: newsroom.language === 'sv' ? 'sv_SE' : 'en_GB',
      ...(shared ? { images: [{ ...shared, alt: page.image?.alt ?? '' }] } : {}),
      ...(page.article ? { type: 'article', ...page.article } : { type: 'website' }),
    },
  }
}

/** What search engines and link previews are told a release says, in a sentence or two. */
export const summaryOf = ({ summary, lead }: Pick<LiveRelease, 'summary' | 'lead'>): string =>
  plainText(summary || lead[0] || '')

/** The address of a release in every language readers can have it in. */
export const addressesOf = (room: Room, { addresses }: Pick<LiveRelease, 'addresses'>) =>
  inAllLanguages(room, (language) => addresses[language] && pathTo(language, 'news', addresses[language]))

/** What the head says of a release. */
export function releaseMetadata(room: Room, release: LiveRelease): Metadata {
  const hero = release.hero && release.images.get(release.hero.mediaId)
  const { timeZone, language } = room.newsroom
  return pageMetadata(room, {
    title: titled(room, release.title),
    description: summaryOf(release),
    path: pathTo(language, 'news', release.slug),
    addresses: addressesOf(room, release),
    article: {
      publishedTime: isoMoment(release.publishAt, timeZone),
      modifiedTime: isoMoment(release.revisedAt ?? release.publishAt, timeZone),
    },
    ...(release.hero && hero ? { image: { image: hero, alt: altOf(release.hero) } } : {}),
  })
}

/** A page's title with the newsroom's name after it. */
export const titled = ({ newsroom }: Room, title: string): string =>
  translator(newsroom.language, 'newsroom')('title', { title, name: newsroom.name })

/** The same for a page of a list, with its number. */
export function pagedTitle(room: Room, title: string, page: number): string {
  const t = translator(room.newsroom.language, 'newsroom')
  return titled(room, page > 1 ? `${title}, ${t('page-of', { page })}` : title)
}

/** What the head says of a page that is not there. */
export function missingMetadata(room: Room | undefined): Metadata {
  if (!room) return {}
  const t = translator(room.newsroom.language, 'newsroom')
  return { title: titled(room, t('missing')), robots: { index: false } }
}
