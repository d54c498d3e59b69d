/**
 * Writes feeds: the same stories as RSS, Atom and JSON Feed, each with its whole text. Titles and summaries come as plain
 * text, and every field gets them as its type has it: descriptions in RSS are HTML, its titles are read as HTML by most
 * readers, and Atom and JSON Feed say themselves what is text.
 */
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { cleanText } from '../clean-text.ts'
import { escapeLookalikes, escapeMarkup } from '../document/html.ts'
import type { Language } from '../locale.ts'
import { type FeedFormat, feedTypes } from './feed-formats.ts'

export interface FeedStory {
  /** An id that stays the same however often the address changes. */
  id: string
  url: string
  title: string
  summary: string
  /** The whole text, and what has been corrected in it. */
  html: string
  publishedAt: Date
  updatedAt: Date
  /** Who has written it, one after another; the newsroom where nobody is named. */
  authors: { name: string; url?: string | undefined }[]
  topics: string[]
  image: { url: string; width: number; height: number; alt: string; credit: string } | undefined
  /** The files that can be downloaded, in full size; the hero image is the first. */
  files: { url: string; type: string; bytes: number; title: string }[]
}

export interface Feed {
  title: string
  description: string
  language: Language
  /** The address of the page that shows the same stories, and that of the feed. */
  home: string
  self: string
  /** The address of the WebSub hub at which readers can subscribe. */
  hub: string | undefined
  stories: FeedStory[]
}

/**
 * Returns the feed in a format, ready to send. Control characters are left out: with a single one, readers refuse the
 * whole XML.
 */
export function feedText(feed: Feed, format: FeedFormat): string {
  if (format === 'rss') return cleanText(withoutIndents(rss(feed)))
  if (format === 'atom') return cleanText(withoutIndents(atom(feed)))
  return JSON.stringify(json(feed), (_, value) => (typeof value === 'string' ? cleanText(value) : value))
}

/** Takes away the line ends that feedsmith puts around a text with signs: they would be part of a title. */
const withoutIndents = (xml: string): string =>
  xml.replace(/\n(?<=>\n) +(?=<!\[CDATA\[)/g, '').replace(/\n(?<=\]\]>\n) +(?=<\/)/g, '')

const updatedAt = ({ stories }: Feed) =>
  new Date(Math.max(0, ...stories.map((story) => Math.max(story.updatedAt.getTime(), story.publishedAt.getTime()))))

function rss(feed: Feed): string {
  return generateRssFeed({
    title: escapeLookalikes(feed.title),
    link: feed.home,
    description: escapeMarkup(feed.description),
    language: feed.language,
    lastBuildDate: feed.stories.length ? updatedAt(feed) : undefined,
    atom: {
      links: [
        { href: feed.self, rel: 'self', type: feedTypes.rss },
        ...(feed.hub ? [{ href: feed.hub, rel: 'hub' }] : []),
      ],
    },
    items: feed.stories.map(({ image, files, ...story }) => ({
      title: escapeLookalikes(story.title),
      link: story.url,
      guid: { value: `urn:uuid:${story.id}`, isPermaLink: false },
      description: escapeMarkup(story.summary),
      pubDate: story.publishedAt,
      categories: story.topics.map((name) => ({ name })),
      dc: { creators: story.authors.map(({ name }) => name) },
      content: { encoded: story.html },
      // RSS has room for one enclosure; the other files are in the text.
      enclosures: files.slice(0, 1).map(({ url, type, bytes }) => ({ url, type, length: bytes })),
      ...(image ? { media: { contents: [mediaContent(image)] } } : {}),
    })),
  })
}

const mediaContent = ({ url, width, height, alt, credit }: NonNullable<FeedStory['image']>) => ({
  url,
  type: 'image/jpeg',
  medium: 'image',
  width,
  height,
  ...(alt ? { description: { value: alt, type: 'plain' } } : {}),
  ...(credit ? { credits: [{ value: credit }] } : {}),
})

function atom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.self,
    title: { value: feed.title, type: 'text' },
    subtitle: { value: feed.description, type: 'text' },
    updated: updatedAt(feed),
    links: [
      { href: feed.self, rel: 'self', type: feedTypes.atom },
      { href: feed.home, rel: 'alternate', type: 'text/html', hreflang: feed.language },
      ...(feed.hub ? [{ href: feed.hub, rel: 'hub' }] : []),
    ],
    entries: feed.stories.map(({ image, files, ...story }) => ({
      id: `urn:uuid:${story.id}`,
      title: { value: story.title, type: 'text' },
      summary: { value: story.summary, type: 'text' },
      content: { value: story.html, type: 'html' },
      published: story.publishedAt,
      updated: story.updatedAt,
      authors: story.authors.map(({ name, url }) => (url ? { name, uri: url } : { name })),
      categories: story.topics.map((term) => ({ term })),
      links: [
        { href: story.url, rel: 'alternate', type: 'text/html', hreflang: feed.language },
        ...files.map(({ url, type, bytes, title }) => ({ href: url, rel: 'enclosure', type, length: bytes, title })),
      ],
      ...(image ? { media: { contents: [mediaContent(image)] } } : {}),
    })),
  })
}

const json = (feed: Feed) =>
  generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.language,
    ...(feed.hub ? { hubs: [{ type: 'WebSub', url: feed.hub }] } : {}),
    items: feed.stories.map((story) => ({
      id: `urn:uuid:${story.id}`,
      url: story.url,
      title: story.title,
      summary: story.summary,
      content_html: story.html,
      date_published: story.publishedAt,
      date_modified: story.updatedAt,
      authors: story.authors.map(({ name, url }) => (url ? { name, url } : { name })),
      tags: story.topics,
      language: feed.language,
      ...(story.image ? { image: story.image.url } : {}),
      attachments: story.files.map(({ url, type, bytes, title }) => ({
        url,
        mime_type: type,
        size_in_bytes: bytes,
        title,
      })),
    })),
  })
