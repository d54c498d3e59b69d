import { type Author, listAuthorsOf } from '#db/live/authors.ts'
import { listLiveCorrections } from '#db/live/published/corrections.ts'
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { aiStatementText } from '#lib/document/ai-statement.ts'
import { escapeMarkup } from '#lib/document/html.ts'
import { absolute, env } from '#lib/env.ts'
import { type Feed, type FeedStory, feedText } from '#lib/formats/feed.ts'
import { type FeedFormat, feedFormats, feedTypes } from '#lib/formats/feed-formats.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { documentTypes } from '#lib/media/library-item.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { feedPath, pathTo } from '#lib/urls.ts'
import { correctionsHtml, correctionText } from '../../../formats/corrections.ts'
import { feedReleases, subjectOf } from '../../../formats/feed-subject.ts'
import { type FeedSection, feedTitle, updatesName } from '../../../formats/feed-title.ts'
import { mediaData } from '../../../formats/media-data.ts'
import { releaseHtml, sharedPicture } from '../../../formats/release-html.ts'
import { nothing } from '../../../formats/sitemaps.ts'
import { updateStories, updatesHtml } from '../../../formats/updates.ts'
import { authorsOf } from '../../../head/authors.ts'
import { descriptionOf } from '../../../head/metadata.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a feed: of the newsroom, of a topic, a series, a person or a kind of news, of the corrections, or of what was
 * told while crisis mode was on for a release. What readers cannot reach has none.
 */
export async function GET(_: Request, { params }: { params: Promise<{ language: string; which: string[] }> }) {
  const { language: asked, which } = await params
  const [format, place, slug] = which as [FeedFormat, Filled['self'][0], string?]
  const context = await pageContext(asked)
  if (!context || !feedFormats.includes(format)) return nothing()
  if (place === 'corrections' && !slug) return feedResponse(context, format, await correctionsFeed(context))
  const subject = await subjectOf(context, place, slug)
  const told = !subject && place === 'news' && slug ? await updatesFeed(context, slug) : undefined
  if (told) return feedResponse(context, format, told)
  if (!subject) return nothing()
  const releases = await feedReleases(context, subject)
  const authors = await listAuthorsOf(
    releases.map(({ byline }) => byline),
    context.visit,
  )
  return feedResponse(context, format, {
    title: feedTitle(context, subject),
    home: subject.home,
    self: [place, slug],
    stories: releases.map((release, index) => storyOf(context, release, authors[index] ?? [])),
  })
}

/** What a feed is about, and where its page and the feed itself are. */
interface Filled extends Pick<Feed, 'title' | 'home' | 'stories'> {
  self: [place?: FeedSection | 'corrections', slug?: string]
}

function feedResponse({ newsroom }: PageContext, format: FeedFormat, { home, self, ...about }: Filled): Response {
  const { language, name, texts } = newsroom
  const feed: Feed = {
    ...about,
    description: texts.tagline || name,
    language,
    home: absolute(home),
    self: absolute(feedPath(language, format, ...self)),
    hub: env.websubHub,
  }
  return new Response(feedText(feed, format), {
    headers: { 'content-type': `${feedTypes[format]}; charset=utf-8`, ...hubLinks(feed) },
  })
}

const correctionsInFeed = 20

/** Returns the latest corrections, each as an item that leads to its release. */
async function correctionsFeed(context: PageContext): Promise<Filled> {
  const { language } = context.newsroom
  const t = translator(language, 'newsroom')
  const corrections = await listLiveCorrections(context.visit, correctionsInFeed)
  return {
    title: feedTitle(context, { name: t('corrections') }),
    home: pathTo(language, 'corrections'),
    self: ['corrections'],
    stories: corrections.map(({ id, at, slug, title, ...correction }) => ({
      id,
      url: absolute(`${pathTo(language, 'news', slug)}#${t('anchors.correction')}`),
      title: plainText(title),
      summary: correctionText(correction, language),
      html: `<p>${escapeMarkup(correctionText(correction, language))}</p>`,
      publishedAt: at,
      updatedAt: at,
      authors: [],
      topics: [],
      image: undefined,
      files: [],
    })),
  }
}

/** Returns the updates under a release; undefined for one that crisis mode has never been on for. */
async function updatesFeed(context: PageContext, slug: string): Promise<Filled | undefined> {
  const { language } = context.newsroom
  const found = await findRelease(slug, context.visit)
  if (found?.state !== 'live' || !found.release.crisis) return undefined
  return {
    title: feedTitle(context, { name: updatesName(context, found.release) }),
    home: pathTo(language, 'news', slug),
    self: ['news', slug],
    stories: updateStories(context, found.release),
  }
}

/**
 * The `Link` headers of a feed, where WebSub looks first. For a JSON Feed they are the only place for the feed's own
 * address.
 */
const hubLinks = ({ hub, self }: Feed): Record<string, string> =>
  hub ? { link: `<${hub}>; rel="hub", <${self}>; rel="self"` } : {}

function storyOf(context: PageContext, release: LiveRelease, authors: Author[]): FeedStory {
  const { language } = context.newsroom
  const tellsReaders = context.newsroom.aiDisclosure === 'page' && release.ai
  const madeHow = tellsReaders ? `<p>${escapeMarkup(aiStatementText(release, language))}</p>` : ''
  const hero = release.hero && sharedPicture(release, release.hero.mediaId)
  return {
    id: release.id,
    url: absolute(pathTo(language, 'news', release.slug)),
    title: plainText(release.title),
    summary: descriptionOf(context, release),
    html: plainText(
      [updatesHtml(context, release), releaseHtml(release, language), madeHow, correctionsHtml(context, release)]
        .filter(Boolean)
        .join('\n'),
    ),
    publishedAt: release.publishAt,
    updatedAt: release.revisedAt ?? release.publishAt,
    authors: authorsOf(context, release, authors),
    topics: release.topics.map((topic) => topic.name),
    image:
      hero && release.hero
        ? { ...hero, alt: release.hero.altDecision === 'describe' ? release.hero.alt : '' }
        : undefined,
    files: feedFiles(release, language),
  }
}

function feedFiles(release: LiveRelease, language: Language): FeedStory['files'] {
  const { images, files } = mediaData(release)
  return [
    ...images.map(({ original, caption, alt }) => ({
      url: original.url,
      type: original.type,
      bytes: original.bytes,
      title: caption || alt || messagesIn(language).newsroom['hero-file'],
    })),
    ...files.map(({ url, type, bytes, title }) => ({ url, type: documentTypes[type], bytes, title })),
  ]
}
