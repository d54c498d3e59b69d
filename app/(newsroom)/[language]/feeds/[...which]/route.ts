import { type Author, listAuthorsOf } from '#db/live/authors.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { absolute, env } from '#lib/env.ts'
import { type Feed, type FeedStory, feedText } from '#lib/formats/feed.ts'
import { type FeedFormat, feedFormats, feedTypes } from '#lib/formats/feed-formats.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { documentTypes } from '#lib/media/library-item.ts'
import { messagesIn } from '#lib/messages.ts'
import { feedPath, pathTo } from '#lib/urls.ts'
import { correctionsHtml } from '../../../formats/corrections.ts'
import { feedReleases, subjectOf } from '../../../formats/feed-subject.ts'
import { type FeedSection, feedTitle } from '../../../formats/feed-title.ts'
import { mediaData } from '../../../formats/media-data.ts'
import { releaseHtml, sharedPicture } from '../../../formats/release-html.ts'
import { nothing } from '../../../formats/sitemaps.ts'
import { authorsOf } from '../../../head/authors.ts'
import { descriptionOf } from '../../../head/metadata.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a feed: of the newsroom, or of a topic, a series, a person or a kind of news. What readers cannot reach
 * has none.
 */
export async function GET(_: Request, { params }: { params: Promise<{ language: string; which: string[] }> }) {
  const { language: asked, which } = await params
  const [format, place, slug] = which as [FeedFormat, FeedSection | undefined, string | undefined]
  const context = await pageContext(asked)
  const subject = context && feedFormats.includes(format) ? await subjectOf(context, place, slug) : undefined
  if (!context || !subject) return nothing()
  const { language, name, texts } = context.newsroom
  const releases = await feedReleases(context, subject)
  const authors = await listAuthorsOf(
    releases.map(({ byline }) => byline),
    context.visit,
  )
  const feed: Feed = {
    title: feedTitle(context, subject),
    description: texts.tagline || name,
    language,
    home: absolute(subject.home),
    self: absolute(feedPath(language, format, place, slug)),
    hub: env.websubHub,
    stories: releases.map((release, index) => storyOf(context, release, authors[index] ?? [])),
  }
  return new Response(feedText(feed, format), {
    headers: { 'content-type': `${feedTypes[format]}; charset=utf-8`, ...hubLinks(feed) },
  })
}

/**
 * The `Link` headers of a feed, where WebSub looks first. For a JSON Feed they are the only place for the feed's own
 * address.
 */
const hubLinks = ({ hub, self }: Feed): Record<string, string> =>
  hub ? { link: `<${hub}>; rel="hub", <${self}>; rel="self"` } : {}

function storyOf(context: PageContext, release: LiveRelease, authors: Author[]): FeedStory {
  const { language } = context.newsroom
  const hero = release.hero && sharedPicture(release, release.hero.mediaId)
  return {
    id: release.id,
    url: absolute(pathTo(language, 'news', release.slug)),
    title: plainText(release.title),
    summary: descriptionOf(context, release),
    html: plainText([releaseHtml(release, language), correctionsHtml(context, release)].join('\n')),
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
