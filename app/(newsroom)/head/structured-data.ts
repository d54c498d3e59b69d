/** Makes the structured data of pages (schema.org). The dates are those the page shows. */

import type {
  BreadcrumbList,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  Organization,
  Person,
  ProfilePage,
  WebSite,
  WithContext,
} from 'schema-dts'
import type { Author } from '#db/live/authors.ts'
import type { LiveProfile } from '#db/live/people.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { aiStatementText } from '#lib/document/ai-statement.ts'
import { textSourceType } from '#lib/document/ai-use.ts'
import { absolute } from '#lib/env.ts'
import { excerpt } from '#lib/graphemes.ts'
import { plainText } from '#lib/hyphenate.ts'
import { schemaOrgSourceType } from '#lib/images/digital-source-type.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { internationalNumber } from '#lib/phone.ts'
import { isoMoment } from '#lib/time/format.ts'
import { fileUrl, pathTo, type UrlSection } from '#lib/urls.ts'
import { correctionText } from '../formats/corrections.ts'
import { updateStories } from '../formats/updates.ts'
import type { PageContext } from '../page-context.ts'
import { authorsOf, rightsOf } from './authors.ts'
import { cropsOf } from './crops.ts'
import { sharedImage } from './metadata.ts'
import { ofRelease, sharePicture } from './share-pictures.ts'

const imageObject = ({ url, width, height }: { url: string; width: number; height: number }) =>
  ({
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width: String(width),
    height: String(height),
  }) satisfies ImageObject

/**
 * Returns the picture of a release as it is and in every shape that search engines show, with whose it is and where to
 * ask for it; else its share picture, which is the newsroom's own.
 */
export function picturesOf(context: PageContext, release: LiveRelease): ImageObject[] {
  const hero = release.hero && release.images.get(release.hero.mediaId)
  const whole = hero && sharedImage(hero)
  if (!hero || !whole) return [imageObject(sharePicture(ofRelease(context, release)))]
  const crops = cropsOf(hero).map(({ path, ...size }) => ({ url: absolute(path), ...size }))
  const rights = rightsOf(context, hero)
  const caption = plainText(release.hero?.caption || hero.caption) || undefined
  const digitalSourceType = schemaOrgSourceType(hero.digitalSourceType)
  return [whole, ...crops].map((picture) => ({ ...imageObject(picture), caption, digitalSourceType, ...rights }))
}

/** The newsroom's organisation, as the publisher of everything in it. */
export function organisation({ newsroom }: PageContext) {
  const { owner, language, name } = newsroom
  const logo = owner?.logo && sharedImage(owner.logo)
  return {
    '@type': 'Organization',
    name,
    url: owner?.url || absolute(pathTo(language)),
    logo: imageObject(logo ?? { url: absolute('/icons/tile-512.png'), width: 512, height: 512 }),
    correctionsPolicy: absolute(pathTo(language, 'corrections')),
  } satisfies Organization
}

/** Returns the organisation for the front page: what it is, whom to call and who funds it. */
export function organisationData(context: PageContext) {
  const { texts, pressEmail, pressPhone, foundedYear, funders, languages, timeZone } = context.newsroom
  return {
    '@context': 'https://schema.org',
    ...organisation(context),
    description: plainText(texts.boilerplate || texts.tagline) || undefined,
    foundingDate: String(foundedYear),
    contactPoint:
      pressEmail || pressPhone
        ? {
            '@type': 'ContactPoint',
            contactType: 'press',
            email: pressEmail || undefined,
            telephone: pressPhone ? internationalNumber(pressPhone, timeZone) : undefined,
            availableLanguage: languages,
          }
        : undefined,
    funder: funders.length
      ? funders.map(({ name, url }) => ({ '@type': 'Organization' as const, name, url: url || undefined }))
      : undefined,
  } satisfies WithContext<Organization>
}

/** Returns the newsroom as a web site. */
export const siteData = (context: PageContext) =>
  ({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: context.newsroom.name,
    url: absolute(pathTo(context.newsroom.language)),
    inLanguage: context.newsroom.language,
    publisher: organisation(context),
  }) satisfies WithContext<WebSite>

const breadcrumbs = (steps: { name: string; path: string }[]) =>
  ({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name: plainText(name),
      item: absolute(path),
    })),
  }) satisfies WithContext<BreadcrumbList>

/** Returns the breadcrumbs to a section, or to something in it. */
export function breadcrumbsTo(
  { newsroom }: PageContext,
  section: UrlSection,
  name: string,
  within?: { name: string; path: string },
) {
  const { language } = newsroom
  return breadcrumbs([
    { name: newsroom.name, path: pathTo(language) },
    { name, path: pathTo(language, section) },
    ...(within ? [within] : []),
  ])
}

/** Search engines show no more of a headline; longer ones are cut at a word. */
const maxHeadlineLength = 110

function headlineOf(title: string): string {
  const plain = plainText(title)
  return excerpt(plain, maxHeadlineLength - 2)
}

export function newsArticle(context: PageContext, release: LiveRelease, description: string, authors: Author[]) {
  const { language, timeZone } = context.newsroom
  const publisher = organisation(context)
  const url = absolute(pathTo(language, 'news', release.slug))
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: headlineOf(release.title),
    description: plainText(description),
    image: picturesOf(context, release),
    datePublished: isoMoment(release.publishAt, timeZone),
    dateModified: isoMoment(release.revisedAt ?? release.publishAt, timeZone),
    inLanguage: language,
    url,
    mainEntityOfPage: url,
    articleSection: messagesIn(language).kinds[release.kind],
    keywords: release.topics.length ? release.topics.map((topic) => topic.name) : undefined,
    isPartOf: release.series && {
      '@type': 'CreativeWorkSeries' as const,
      name: release.series.name,
      url: absolute(pathTo(language, 'series', release.series.slug)),
    },
    position: release.series?.number,
    author: authorsOf(context, release, authors),
    correction: release.corrections.length
      ? release.corrections.map((correction) => ({
          '@type': 'CorrectionComment' as const,
          text: correctionText(correction, language),
          datePublished: isoMoment(correction.at, timeZone),
        }))
      : undefined,
    ...(context.newsroom.aiDisclosure !== 'none' && madeHow(release, language)),
    publisher,
    contentLocation: release.place ? { '@type': 'Place', name: release.place } : undefined,
  } satisfies WithContext<NewsArticle>
}

/** Returns the updates under a release as a live blog; undefined for one that crisis mode has never been on for. */
export function liveBlog(context: PageContext, release: LiveRelease, description: string) {
  const { language, timeZone } = context.newsroom
  const { crisis } = release
  if (!crisis) return undefined
  const url = absolute(pathTo(language, 'news', release.slug))
  const publisher = organisation(context)
  const latest = release.revisedAt ?? release.publishAt
  return {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: headlineOf(release.title),
    description: plainText(description),
    url,
    mainEntityOfPage: url,
    image: picturesOf(context, release),
    inLanguage: language,
    datePublished: isoMoment(release.publishAt, timeZone),
    dateModified: isoMoment(latest, timeZone),
    coverageStartTime: isoMoment(crisis.startedAt, timeZone),
    coverageEndTime: crisis.endedAt ? isoMoment(crisis.endedAt, timeZone) : undefined,
    author: publisher,
    publisher,
    liveBlogUpdate: updateStories(context, release).map(({ title, summary, ...update }) => ({
      '@type': 'BlogPosting' as const,
      headline: title,
      articleBody: summary,
      url: update.url,
      datePublished: isoMoment(update.publishedAt, timeZone),
      dateModified: isoMoment(update.updatedAt, timeZone),
      author: publisher,
    })),
  } satisfies WithContext<LiveBlogPosting>
}

/** How a text was made, and who else has read it, where its writers have said how AI was used. */
const madeHow = (release: LiveRelease, language: Language) =>
  release.ai
    ? {
        backstory: aiStatementText(release, language),
        digitalSourceType: schemaOrgSourceType(textSourceType(release) ?? ''),
        editor: release.readBy.length
          ? release.readBy.map((name) => ({ '@type': 'Person' as const, name }))
          : undefined,
      }
    : {}

/** Returns a person's page, and the person it is about. */
export const profilePage = (context: PageContext, person: LiveProfile, description: string) =>
  ({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: person.slug ? absolute(pathTo(context.newsroom.language, 'people', person.slug)) : undefined,
    inLanguage: context.newsroom.language,
    mainEntity: personData(context, person, description),
  }) satisfies WithContext<ProfilePage>

function personData(context: PageContext, person: LiveProfile, description: string) {
  const { language, timeZone } = context.newsroom
  const portrait = person.portrait?.renditions.at(-1)
  return {
    '@type': 'Person',
    name: person.name,
    url: person.slug ? absolute(pathTo(language, 'people', person.slug)) : undefined,
    description: plainText(description),
    jobTitle: person.position?.title,
    worksFor: person.position && { '@type': 'Organization' as const, name: person.position.organisation },
    email: person.email || undefined,
    telephone: person.phone ? internationalNumber(person.phone, timeZone) : undefined,
    image:
      person.portrait && portrait
        ? {
            ...imageObject({ url: absolute(fileUrl(person.portrait, `${portrait.width}.jpg`)), ...portrait }),
            ...rightsOf(context, person.portrait),
          }
        : undefined,
    sameAs: person.links.length ? person.links.map((link) => link.url) : undefined,
    knowsLanguage: person.speaks.length ? person.speaks : undefined,
  } satisfies Person
}
