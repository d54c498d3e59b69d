import { documentDownload } from '#components/downloads.ts'
import { getLivePerson } from '#db/live-people.ts'
import { findRelease, type LiveRelease } from '#db/live-release.ts'
import { type Choice, listLiveReleases } from '#db/live-releases.ts'
import { getLiveTopic } from '#db/live-topics.ts'
import { kinds } from '#db/types.ts'
import { absolute, env } from '#lib/env.ts'
import { type Feed, type FeedStory, feedText } from '#lib/feed.ts'
import { type FeedFormat, feedFormats, feedTypes } from '#lib/feed-formats.ts'
import { plainText } from '#lib/hyphenate.ts'
import { messagesIn } from '#lib/messages.ts'
import { documentHtml, escapeMarkup } from '#lib/rich-text-html.ts'
import { slugify } from '#lib/slug.ts'
import { feedPath, pathTo } from '#lib/urls.ts'
import { sharedImage, summaryOf } from '../../../metadata.ts'
import { openRoom, type Room } from '../../../room.ts'
import { nothing } from '../../../sitemaps.ts'

export const dynamic = 'force-dynamic'

const storiesInFeed = 20
const feedPlaces = ['news', 'topics', 'people'] as const
type FeedPlace = (typeof feedPlaces)[number]

/** What a feed is of: its name, the page that shows the same, and how its stories are found. */
interface Subject {
  name: string
  home: string
  choice: Choice
}

/** A feed of the newsroom, of a topic, a person or a kind of news. What readers cannot reach has none. */
export async function GET(_: Request, { params }: { params: Promise<{ language: string; which: string[] }> }) {
  const { language: asked, which } = await params
  const [format, place, slug] = which as [FeedFormat, FeedPlace | undefined, string | undefined]
  const room = await openRoom(asked)
  const subject = room && feedFormats.includes(format) ? await subjectOf(room, place, slug) : undefined
  if (!room || !subject) return nothing()
  const { newsroom, visit } = room
  const { language } = newsroom
  const latest = await listLiveReleases(visit, { ...subject.choice, limit: storiesInFeed })
  const answers = await Promise.all(latest.map((story) => findRelease(story.slug, visit)))
  const feed: Feed = {
    title: subject.name === newsroom.name ? newsroom.name : `${subject.name} – ${newsroom.name}`,
    description: newsroom.texts.tagline || newsroom.name,
    language,
    home: absolute(subject.home),
    self: absolute(feedPath(language, format, place, slug)),
    hub: env.websubHub,
    stories: answers.flatMap((answer) => (answer?.state === 'live' ? [storyOf(room, answer.release)] : [])),
  }
  return new Response(feedText(feed, format), { headers: { 'content-type': `${feedTypes[format]}; charset=utf-8` } })
}

async function subjectOf({ newsroom, visit }: Room, place?: FeedPlace, slug?: string): Promise<Subject | undefined> {
  const { language } = newsroom
  if (!place || !slug) return { name: newsroom.name, home: pathTo(language), choice: {} }
  switch (place) {
    case 'topics': {
      const topic = await getLiveTopic(slug, visit)
      return topic && { name: topic.name, home: pathTo(language, 'topics', slug), choice: { topicId: topic.id } }
    }
    case 'people': {
      const person = await getLivePerson(slug, visit)
      return person && { name: person.name, home: pathTo(language, 'people', slug), choice: { personId: person.id } }
    }
    case 'news': {
      const kind = kinds.find((one) => slugify(messagesIn(language).kinds[one]) === slug)
      return kind && { name: messagesIn(language).kinds[kind], home: pathTo(language, 'news'), choice: { kind } }
    }
  }
}

function storyOf({ newsroom }: Room, release: LiveRelease): FeedStory {
  const { language } = newsroom
  const picture = (mediaId: string) => {
    const image = release.images.get(mediaId)
    const shared = image && sharedImage(image)
    return shared && { ...shared, credit: image.credit }
  }
  const file = (mediaId: string) => {
    const document = release.documents.get(mediaId)
    return document && { url: absolute(documentDownload(document, language).href), title: document.title }
  }
  const speaker = (personId: string) => {
    const card = release.speakers.get(personId)
    return card && [card.person.name, card.role, card.organisation].filter(Boolean).join(', ')
  }
  const lead =
    release.lead.length > 1
      ? `<ul>${release.lead.map((point) => `<li>${escapeMarkup(point)}</li>`).join('')}</ul>`
      : release.lead.map((text) => `<p><strong>${escapeMarkup(text)}</strong></p>`).join('')
  const hero = release.hero && picture(release.hero.mediaId)
  return {
    id: release.id,
    url: absolute(pathTo(language, 'news', release.slug)),
    title: plainText(release.title),
    summary: summaryOf(release),
    html: `${lead}\n${documentHtml(release.body, { language, absolute, picture, file, speaker })}`,
    publishedAt: release.publishAt,
    updatedAt: release.revisedAt ?? release.publishAt,
    author: plainText(release.byline) || newsroom.name,
    topics: release.topics.map((topic) => topic.name),
    image:
      hero && release.hero
        ? { ...hero, alt: release.hero.altDecision === 'describe' ? release.hero.alt : '' }
        : undefined,
  }
}
