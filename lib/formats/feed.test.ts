import { parseFeed } from 'feedsmith'
import { DOMParser, parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { feedComplaints } from '../../e2e/feed-schemas/complaints.ts'
import { type Feed, feedText } from './feed.ts'
import { feedFormats } from './feed-formats.ts'

const feed: Feed = {
  title: 'Andra vattnet & vänner',
  description: 'Vatten <två> gånger',
  language: 'sv',
  home: 'https://press.example.org/',
  self: 'https://press.example.org/feed.xml',
  hub: 'https://hub.example.org/',
  stories: [
    {
      id: '0190a000-0000-7000-8000-000000000001',
      url: 'https://press.example.org/nyheter/ett',
      title: 'Ett ]]> & två',
      summary: 'Kort.',
      html: '<p>Hela texten &amp; mer ]]> än så.</p>',
      publishedAt: new Date('2026-11-17T07:00:00Z'),
      updatedAt: new Date('2026-11-19T13:20:00Z'),
      authors: [{ name: 'Andra vattnet', url: 'https://andra.example.org/' }, { name: 'Kim Berg' }],
      topics: ['Industri'],
      image: {
        url: 'https://press.example.org/files/m/1280.jpg',
        width: 1280,
        height: 720,
        alt: 'En ring',
        credit: 'Foto: Eva',
      },
      files: [
        {
          url: 'https://press.example.org/files/m/original.jpg',
          type: 'image/jpeg',
          bytes: 2_400_000,
          title: 'En ring',
        },
        {
          url: 'https://press.example.org/files/d/original.pdf',
          type: 'application/pdf',
          bytes: 90_000,
          title: 'Rapport',
        },
      ],
    },
  ],
}

test.each(feedFormats)('a reader of %s gets the whole story', (format) => {
  const text = feedText(feed, format)
  expect(text).toContain('https://hub.example.org/')
  const parsed = parseFeed(text)
  expect(parsed.format).toBe(format)
  const said = JSON.stringify(parsed.feed)
  for (const part of [
    feed.title,
    'Ett ]]> & två',
    feed.stories[0]?.url,
    'Hela texten',
    'files/m/1280.jpg',
    'm/original.jpg',
    'Industri',
  ])
    expect(said).toContain(part)
})

/** Everything a text can hold that some form of a feed has no room for. */
const hostile =
  '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085\ufffe\uffff\ud800 ]]> <![CDATA[ <b>&amp; & "\'` \u202e🐟\u00e5\u030a --> %s {0}'

test.each(['rss', 'atom'] as const)('a feed in %s follows its schema, with stories and without', async (format) => {
  expect(await feedComplaints(feedText(feed, format), format)).toEqual([])
  expect(await feedComplaints(feedText({ ...feed, hub: undefined, stories: [] }, format), format)).toEqual([])
  expect(
    await feedComplaints(
      feedText(feed, format)
        .replace(/<title>/, '<titel>')
        .replace(/<.title>/, '</titel>'),
      format,
    ),
  ).not.toEqual([])
})

test.each(['rss', 'atom'] as const)('whatever a text holds, %s is XML', async (format) => {
  const [story] = feed.stories
  if (!story) throw new Error('no story')
  const image = story.image && { ...story.image, alt: hostile, credit: hostile }
  const stories = [
    {
      ...story,
      title: hostile,
      summary: hostile,
      html: hostile,
      authors: [{ name: hostile }],
      image,
      topics: [hostile],
    },
  ]
  const text = feedText({ ...feed, title: hostile, description: hostile, stories }, format)
  expect(await feedComplaints(text, format)).toEqual([])
  expect(JSON.stringify(parseFeed(text))).toContain(']]> <![CDATA[')
})

/** Plain text that says something else to whoever takes it for HTML. */
const misleading = [
  'Halten var <LOD i alla prov och pH<sju',
  'R&D hos H&M: 5 < 6 & 7 > 2',
  'Skriv &amp; för &, &lt; för < och &copy för ©',
  '</p><script>alert(1)</script><!-- slut -->',
  '“A” <b>fet</b> och ]]> <![CDATA[x]]>',
]
const asHtml = (html: string) => parseHTML(`<html><body><div>${html}</div></body></html>`).document.body.textContent

test.each(misleading)('every field of a feed says what was written, by its own type: %s', (said) => {
  const [story] = feed.stories
  if (!story) throw new Error('no story')
  const written = { ...feed, title: said, description: said, stories: [{ ...story, title: said, summary: said }] }
  const xml = (format: 'rss' | 'atom') => new DOMParser().parseFromString(feedText(written, format), 'text/xml')
  const text = (parent: ReturnType<typeof xml>, path: string) => parent.querySelector(path)?.textContent ?? ''
  const rss = xml('rss')
  for (const path of ['channel > title', 'channel > description', 'item > title', 'item > description']) {
    expect([path, asHtml(text(rss, path))]).toEqual([path, said])
  }
  const atom = xml('atom')
  for (const path of ['feed > title', 'feed > subtitle', 'entry > title', 'entry > summary']) {
    expect([path, atom.querySelector(path)?.getAttribute('type'), text(atom, path)]).toEqual([path, 'text', said])
  }
  const json = JSON.parse(feedText(written, 'json'))
  expect([json.title, json.description, json.items[0].title, json.items[0].summary]).toEqual([said, said, said, said])
})

test('what is no tag in a title stays as it was typed, for readers that take it as it stands', () => {
  expect(feedText({ ...feed, title: 'R&D: 5 < 6', stories: [] }, 'rss')).toMatch(
    /<title><!\[CDATA\[R&D: 5 < 6]]><\/title>/,
  )
})

test('each author is named alone, with their page', () => {
  const named = JSON.parse(feedText(feed, 'json')).items[0].authors
  expect(named).toEqual([{ name: 'Andra vattnet', url: 'https://andra.example.org/' }, { name: 'Kim Berg' }])
  expect(feedText(feed, 'atom')).toContain('<uri>https://andra.example.org/</uri>')
  expect(feedText(feed, 'rss').match(/<dc:creator>/g)).toHaveLength(2)
})

test('a feed in JSON has no signs that nobody can read', () => {
  const text = feedText({ ...feed, title: hostile }, 'json')
  expect(text).not.toMatch(/[^\P{Cc}\n]|\\u00[01]|\\[bf]/u)
})

test.each(feedFormats)('an empty newsroom has a valid %s feed', (format) => {
  expect(parseFeed(feedText({ ...feed, hub: undefined, stories: [] }, format)).format).toBe(format)
})
