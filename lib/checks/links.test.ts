import { describe, expect, test } from 'vitest'
import type { Inline } from '../document/rich-text.ts'
import { doc, paragraph as p } from '../document/testing.ts'
import { addressesIn, deadLinks, linksAreKnown, vagueLinks } from './links.ts'
import { linksIn } from './reading.ts'
import { link, newsroom, places, said, text, words } from './test-text.ts'

const site = 'https://vattenkartan.example/metod'
const withLinks = (...content: Inline[]) => text({ body: doc(p('Ord.'), { type: 'paragraph', content }) })

test('a link is all the words in a row that lead to one address', () => {
  const bold: Inline = {
    type: 'text',
    text: 'metoden',
    marks: [{ type: 'bold' }, { type: 'link', attrs: { href: site } }],
  }
  const found = linksIn(
    withLinks(...words('Se '), link(site, 'om '), bold, { type: 'hardBreak' }, link('/press', 'Press')),
  )
  expect(found).toEqual([
    { href: site, text: 'om metoden', place: { part: 'body', path: [1], from: 3, to: 13 } },
    { href: '/press', text: 'Press', place: { part: 'body', path: [1], from: 14, to: 19 } },
  ])
})

describe('words that do not say where they lead', () => {
  const found = (linked: string, href = site) => vagueLinks(withLinks(link(href, linked))).length
  test.each([
    'här',
    'Läs mer',
    'Läs mer!',
    'läs mer »',
    'Klicka här.',
    'mer',
    'länk',
    'here',
    'Read more',
    'click here',
    'this link',
    site,
    'www.vattenkartan.example',
    'vattenkartan.example/metod',
  ])('%s', (linked) => expect(found(linked)).toBe(1))
  test.each([
    'Läs mer om metoden',
    'här i Högfors',
    'metoden',
    'vattenkartan.example',
    'Read more about the method',
    'press@andravattnet.example',
    'kl. 9/10',
    'och/eller',
  ])('not %s', (linked) => expect(found(linked)).toBe(0))
  test('the place is the words', () => {
    expect(places(vagueLinks(withLinks(...words('Läs '), link(site, 'här'))))).toEqual([
      { part: 'body', path: [1], from: 4, to: 7 },
    ])
  })
})

describe('links that lead nowhere', () => {
  const written = withLinks(
    link(site, 'metoden'),
    ...words(' '),
    link('/nyheter/nio', 'nio'),
    ...words(' '),
    link(site, 'igen'),
  )
  const knowing = (state: 'answers' | 'broken' | 'refused' | 'unknown') =>
    newsroom({
      links: new Map([
        [site, state],
        ['/nyheter/nio', 'answers'],
      ]),
    })

  test('are told each time they stand in the text', () => {
    expect(said(deadLinks(written, knowing('broken')))).toEqual(['metoden', 'igen'])
  })
  test.each(['answers', 'refused', 'unknown'] as const)('not those of which is said: %s', (state) => {
    expect(deadLinks(written, knowing(state))).toEqual([])
  })
  test('all is well only when each has answered', () => {
    expect(linksAreKnown(written, knowing('answers'))).toBe(true)
    expect(linksAreKnown(written, knowing('unknown'))).toBe(false)
    expect(linksAreKnown(text(), newsroom())).toBe(false)
  })
  test('mail and telephones are not asked after, and an address once', () => {
    const more = withLinks(
      link(site, 'a'),
      link('mailto:a@b.example', 'b'),
      link('tel:+46', 'c'),
      link('#x', 'd'),
      link(site, 'e'),
    )
    expect(addressesIn(more)).toEqual([site])
  })
})

test('a link within the text leads to a heading or another part of the page, or it is dead', () => {
  const body = doc(
    { type: 'heading', attrs: { level: 2 }, content: words('Så mäter vi') },
    {
      type: 'paragraph',
      content: [link('#sa-mater-vi', 'metoden'), link('#_Toc12', 'bilagan'), link('#presskontakt', 'oss')],
    },
  )
  expect(deadLinks(text({ body }), newsroom())).toEqual([
    { place: { part: 'body', path: [1], from: 7, to: 14 }, values: { words: 'bilagan' } },
  ])
})
