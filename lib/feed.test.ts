import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
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
      author: 'Andra vattnet',
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

test.each(feedFormats)('an empty newsroom has a valid %s feed', (format) => {
  expect(parseFeed(feedText({ ...feed, hub: undefined, stories: [] }, format)).format).toBe(format)
})
