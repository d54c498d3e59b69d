/** What machines are told of a page (schema.org). The dates are those the page shows. */
import type { LiveOrganisation } from '#db/live-newsroom.ts'
import type { LiveProfile } from '#db/live-people.ts'
import type { LiveRelease } from '#db/live-release.ts'
import { absolute } from '#lib/env.ts'
import { isoMoment } from '#lib/format.ts'
import { plainText } from '#lib/hyphenate.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'
import { sharedImage } from './metadata.ts'
import type { Room } from './room.ts'

function organisation({ newsroom }: Room) {
  const owner: LiveOrganisation | undefined = newsroom.owner
  const logo = owner?.logo && sharedImage(owner.logo)
  return {
    '@type': 'Organization',
    name: newsroom.name,
    url: owner?.url || absolute(pathTo(newsroom.language)),
    ...(logo ? { logo: logo.url } : {}),
  }
}

/** The way from the front page to this one. */
export const breadcrumbs = (steps: { name: string; path: string }[]) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: plainText(name),
    item: absolute(path),
  })),
})

export function newsArticle(room: Room, release: LiveRelease, description: string) {
  const { language, timeZone } = room.newsroom
  const hero = release.hero && release.images.get(release.hero.mediaId)
  const image = hero && sharedImage(hero)
  const publisher = organisation(room)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: plainText(release.title),
    description: plainText(description),
    ...(image ? { image: [image.url] } : {}),
    datePublished: isoMoment(release.publishAt, timeZone),
    dateModified: isoMoment(release.revisedAt ?? release.publishAt, timeZone),
    inLanguage: language,
    mainEntityOfPage: absolute(pathTo(language, 'news', release.slug)),
    author: release.byline ? { '@type': 'Person', name: plainText(release.byline) } : publisher,
    publisher,
    ...(release.place ? { contentLocation: { '@type': 'Place', name: release.place } } : {}),
  }
}

export function personData(room: Room, person: LiveProfile, description: string) {
  const { language } = room.newsroom
  const portrait = person.portrait?.renditions.at(-1)
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: person.name,
    url: person.slug ? absolute(pathTo(language, 'people', person.slug)) : undefined,
    description: plainText(description),
    jobTitle: person.role?.title,
    worksFor: person.role && { '@type': 'Organization', name: person.role.organisation },
    email: person.email || undefined,
    telephone: person.phone || undefined,
    image: person.portrait && portrait ? absolute(fileUrl(person.portrait, `${portrait.width}.jpg`)) : undefined,
    sameAs: person.links.length ? person.links.map((link) => link.url) : undefined,
    knowsLanguage: person.speaks.length ? person.speaks : undefined,
  }
}
