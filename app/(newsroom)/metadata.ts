import type { Metadata } from 'next'
import type { LiveImage } from '#db/live-media.ts'
import { env } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { fileUrl } from '#lib/urls.ts'
import type { Room } from './room.ts'

export const absolute = (path: string): string => env.publicUrl + path

/** An image as pages elsewhere show it: JPEG, wide enough to be shared. */
export function sharedImage(image: LiveImage): { url: string; width: number; height: number } | undefined {
  const size = image.renditions.find(({ width }) => width >= 1_200) ?? image.renditions.at(-1)
  return size && { url: absolute(fileUrl(image.id, `${size.width}.jpg`)), ...size }
}

/** What the head says of a page readers and machines may find. `addresses` holds it in every language it exists in. */
export function pageMetadata(
  { newsroom }: Room,
  page: {
    title: string
    description: string
    path: string
    addresses?: Partial<Record<Language, string>>
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
