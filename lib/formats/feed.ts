/**
 * Writes feeds: the same stories as RSS, Atom and JSON Feed, each with its whole text. Titles and summaries come as plain
 * text, and every field gets them as its type has it: descriptions in RSS are HTML, its titles are read as HTML by most
 * readers, and Atom and JSON Feed say themselves what is text.
 */
import { cleanText } from '../clean-text.ts'
import { escapeLookalikes, escapeMarkup } from '../document/html.ts'
import type { Language } from '../locale.ts'
import { type FeedFormat, feedTypes } from './feed-formats.ts'
import { element, verbatim, type Xml, xmlDocument } from './xml.ts'

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
  if (format === 'rss') return xmlDocument(rss(feed))
  if (format === 'atom') return xmlDocument(atom(feed))
  return JSON.stringify(json(feed), (_, value) => (typeof value === 'string' ? cleanText(value) : value))
}

const media = { 'xmlns:media': 'http://search.yahoo.com/mrss/' }
const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  ...media,
}

/** Makes an element of a text, with its attributes if it has any. */
const field = (name: string, text: string, attributes = {}): Xml => element(name, attributes, verbatim(text))

const updatedAt = ({ stories }: Feed) =>
  new Date(Math.max(0, ...stories.map((story) => Math.max(story.updatedAt.getTime(), story.publishedAt.getTime()))))

const rss = (feed: Feed): Xml =>
  element(
    'rss',
    { version: '2.0', ...namespaces },
    element(
      'channel',
      {},
      field('title', escapeLookalikes(feed.title)),
      field('link', feed.home),
      field('description', escapeMarkup(feed.description)),
      field('language', feed.language),
      feed.stories.length ? field('lastBuildDate', updatedAt(feed).toUTCString()) : undefined,
      element('atom:link', { href: feed.self, rel: 'self', type: feedTypes.rss }),
      feed.hub ? element('atom:link', { href: feed.hub, rel: 'hub' }) : undefined,
      ...feed.stories.map(rssItem),
    ),
  )

const rssItem = (story: FeedStory): Xml =>
  element(
    'item',
    {},
    field('title', escapeLookalikes(story.title)),
    field('link', story.url),
    story.summary ? field('description', escapeMarkup(story.summary)) : undefined,
    ...story.topics.map((name) => field('category', name)),
    // RSS has room for one enclosure; the other files are in the text.
    ...story.files
      .slice(0, 1)
      .map(({ url, type, bytes }) => element('enclosure', { url, length: String(bytes), type })),
    field('guid', `urn:uuid:${story.id}`, { isPermaLink: 'false' }),
    field('pubDate', story.publishedAt.toUTCString()),
    ...story.authors.map(({ name }) => field('dc:creator', name)),
    field('content:encoded', story.html),
    story.image && mediaContent(story.image),
  )

const mediaContent = ({ url, width, height, alt, credit }: NonNullable<FeedStory['image']>): Xml =>
  element(
    'media:content',
    { url, type: 'image/jpeg', medium: 'image', width: String(width), height: String(height) },
    alt ? field('media:description', alt, { type: 'plain' }) : undefined,
    credit ? field('media:credit', credit) : undefined,
  )

const atom = (feed: Feed): Xml =>
  element(
    'feed',
    { xmlns: namespaces['xmlns:atom'], ...media },
    field('id', feed.self),
    field('title', feed.title, { type: 'text' }),
    field('subtitle', feed.description, { type: 'text' }),
    field('updated', updatedAt(feed).toISOString()),
    element('link', { href: feed.self, rel: 'self', type: feedTypes.atom }),
    element('link', { href: feed.home, rel: 'alternate', type: 'text/html', hreflang: feed.language }),
    feed.hub ? element('link', { href: feed.hub, rel: 'hub' }) : undefined,
    ...feed.stories.map((story) => atomEntry(story, feed.language)),
  )

const atomEntry = (story: FeedStory, language: Language): Xml =>
  element(
    'entry',
    {},
    field('id', `urn:uuid:${story.id}`),
    field('title', story.title, { type: 'text' }),
    story.summary ? field('summary', story.summary, { type: 'text' }) : undefined,
    field('published', story.publishedAt.toISOString()),
    field('updated', story.updatedAt.toISOString()),
    ...story.authors.map(({ name, url }) =>
      element('author', {}, field('name', name), url ? field('uri', url) : undefined),
    ),
    ...story.topics.map((term) => element('category', { term })),
    element('link', { href: story.url, rel: 'alternate', type: 'text/html', hreflang: language }),
    ...story.files.map(({ url, type, bytes, title }) =>
      element('link', { href: url, rel: 'enclosure', type, length: String(bytes), ...(title && { title }) }),
    ),
    field('content', story.html, { type: 'html' }),
    story.image && mediaContent(story.image),
  )

const json = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
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
