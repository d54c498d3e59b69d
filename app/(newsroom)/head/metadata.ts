import type { Metadata } from 'next'
import type { Author } from '#db/live/authors.ts'
import type { LiveImage } from '#db/live/media.ts'
import type { LiveProfile } from '#db/live/people.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { absolute } from '#lib/env.ts'
import { feedTypes } from '#lib/formats/feed-formats.ts'
import { excerpt } from '#lib/graphemes.ts'
import { plainText } from '#lib/hyphenate.ts'
import { type Language, languages, localeOf } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { isoMoment } from '#lib/time/format.ts'
import { feedPath, fileUrl, markdownPath, ninjsPath, pathTo } from '#lib/urls.ts'
import { type FeedSection, feedTitle, updatesName } from '../formats/feed-title.ts'
import { inAllLanguages, type PageContext } from '../page-context.ts'
import { authorsOf } from './authors.ts'
import { ofNewsroom, ofPerson, ofRelease, type SharedPicture, sharePicture } from './share-pictures.ts'

/** Returns an image as other sites show it: JPEG, wide enough to be shared unless a size is asked for. */
export function sharedImage(
  image: LiveImage,
  size = image.renditions.find(({ width }) => width >= 1_200) ?? image.renditions.at(-1),
): { url: string; width: number; height: number } | undefined {
  return size && { url: absolute(fileUrl(image, `${size.width}.jpg`)), ...size }
}

interface PageHead {
  title: string
  /** The title without the newsroom's name, for sites that show that beside it. */
  heading?: string
  description: string
  path: string
  addresses?: Partial<Record<Language, string>>
  /** The topic, series, person or kind whose feed the page names, or the corrections. */
  feed?: { section: FeedSection | 'corrections'; slug?: string; name: string }
  article?: { publishedTime: string; modifiedTime: string; authors: string[]; section: string; tags: string[] }
  /** The same page in other forms, by media type. */
  types?: NonNullable<Metadata['alternates']>['types']
  /** The picture of link previews; the newsroom's own where none is given. */
  picture?: SharedPicture
  /** The size in which link previews show the picture. */
  card?: 'summary' | 'summary_large_image'
}

/**
 * Makes the metadata of a page that readers and machines may find. `addresses` holds it in every language it exists in.
 */
export function pageMetadata(context: PageContext, page: PageHead): Metadata {
  const { newsroom } = context
  const title = plainText(page.title)
  const description = plainText(page.description) || newsroom.texts.tagline || newsroom.name
  const others = languages.filter((language) => page.addresses?.[language])
  const spoken = others.length ? others : [newsroom.language]
  const addressIn = (language: Language) => absolute(page.addresses?.[language] ?? page.path)
  return {
    title,
    description,
    alternates: {
      canonical: absolute(page.path),
      types: {
        [feedTypes.rss]: [
          {
            url: feedPath(newsroom.language, 'rss', page.feed?.section, page.feed?.slug),
            title: feedTitle(context, page.feed ?? newsroom),
          },
        ],
        'text/markdown': markdownPath(page.path),
        ...page.types,
      },
      languages: translations(spoken, addressIn),
    },
    robots: { index: newsroom.crawlers.includes('search'), follow: true, 'max-image-preview': 'large' },
    openGraph: {
      title: plainText(page.heading ?? page.title),
      description,
      url: absolute(page.path),
      siteName: newsroom.name,
      locale: openGraphLocale(newsroom.language),
      alternateLocale: others.filter((language) => language !== newsroom.language).map(openGraphLocale),
      images: [page.picture ?? sharePicture(ofNewsroom(context))],
      ...(page.article ? { type: 'article', ...page.article } : { type: 'website' }),
    },
    twitter: { card: page.card ?? 'summary_large_image' },
  }
}

const openGraphLocale = (language: Language): string => localeOf(language).replace('-', '_')

/** Names the page in every language it exists in, and which of them is for those who speak none. */
const translations = (spoken: Language[], addressIn: (language: Language) => string) =>
  Object.fromEntries([
    ...spoken.map((language) => [language, addressIn(language)]),
    ...spoken.slice(0, 1).map((first) => ['x-default', addressIn(first)]),
  ])

/** Returns somebody's portrait while it may be shown, else a share picture with their name. */
export function personPicture(context: PageContext, person: LiveProfile): Pick<PageHead, 'picture' | 'card'> {
  const portrait = person.portrait && sharedImage(person.portrait)
  if (!portrait) return { picture: sharePicture(ofPerson(context, person)) }
  return { picture: { ...portrait, alt: person.portraitAlt || person.name }, card: 'summary' }
}

/** Returns the summary of a release, else the first point of its lead, for search engines and link previews. */
export const summaryOf = ({ summary, lead }: Pick<LiveRelease, 'summary' | 'lead'>): string =>
  plainText(summary || lead[0] || '')

const maxDescriptionLength = 200

/** Returns a description of a release for the head of its page: its summary or lead, else how it begins. */
export function descriptionOf({ newsroom: { language } }: PageContext, release: LiveRelease): string {
  const summary = summaryOf(release)
  if (summary) return summary
  const opening = documentText(release.body, language).replace(/\s+/g, ' ').trim()
  return plainText(excerpt(opening, maxDescriptionLength))
}

/** Returns the address of a release in every language readers can have it in. */
export const addressesOf = (context: PageContext, { addresses }: Pick<LiveRelease, 'addresses'>) =>
  inAllLanguages(context, (language) => addresses[language] && pathTo(language, 'news', addresses[language]))

const oembedAddress = (path: string) => absolute(`/oembed?url=${encodeURIComponent(absolute(path))}`)

/** Makes the metadata of a release. Its authors are told by the addresses of their pages, else by name. */
export function releaseMetadata(context: PageContext, release: LiveRelease, authors: Author[]): Metadata {
  const { timeZone, language } = context.newsroom
  const path = pathTo(language, 'news', release.slug)
  return pageMetadata(context, {
    title: titled(context, release.title),
    heading: release.title,
    description: descriptionOf(context, release),
    path,
    addresses: addressesOf(context, release),
    ...(release.crisis && { feed: { section: 'news', slug: release.slug, name: updatesName(context, release) } }),
    article: {
      publishedTime: isoMoment(release.publishAt, timeZone),
      modifiedTime: isoMoment(release.revisedAt ?? release.publishAt, timeZone),
      authors: authorsOf(context, release, authors).map(({ name, url }) => url ?? name),
      section: messagesIn(language).kinds[release.kind],
      tags: release.topics.map((topic) => topic.name),
    },
    picture: sharePicture(ofRelease(context, release)),
    types: {
      'application/json': [{ url: ninjsPath(language, 'news', release.slug), title: 'ninjs' }],
      'application/json+oembed': oembedAddress(path),
      'text/xml+oembed': `${oembedAddress(path)}&format=xml`,
    },
  })
}

/** Returns a page's title with the newsroom's name after it. */
export const titled = ({ newsroom }: PageContext, title: string): string =>
  translator(newsroom.language, 'newsroom')('title', { title, name: newsroom.name })

/** Does the same for a page of a list, with its number. */
export function pagedTitle(context: PageContext, title: string, page: number): string {
  const t = translator(context.newsroom.language, 'newsroom')
  return titled(context, page > 1 ? `${title}, ${t('page-of', { page })}` : title)
}

/** Makes the metadata of a page that does not exist. */
export function missingMetadata(context: PageContext | undefined): Metadata {
  if (!context) return {}
  const t = translator(context.newsroom.language, 'newsroom')
  return { title: titled(context, t('missing')), robots: { index: false } }
}
