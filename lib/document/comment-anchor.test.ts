import { expect, test } from 'vitest'
import { type Anchor, anchorAt, type Commented, followAnchor, quoteOf } from './comment-anchor.ts'
import type { Block } from './rich-text.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })
const picture = (mediaId: string, caption = ''): Block => ({
  type: 'image',
  attrs: { mediaId, altDecision: null, alt: '', caption },
})
const written = (...content: Block[]): Commented => ({ title: 'Vatten', hero: null, body: { type: 'doc', content } })
const about = (text: Commented, index: number) => anchorAt(text, { place: 'block', index }) as Anchor

const opening = 'Utlysningen öppnade i mars och lockade 41 ansökningar.'
const control = 'Att inspektörerna är med är nytt. I tidigare omgångar kunde en anläggning stå still.'
const bottles = 'Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan.'
const before = written(paragraph(opening), paragraph(control), paragraph(bottles))
const anchor = about(before, 1)

test.each([
  ['moved', written(paragraph(bottles), paragraph(opening), paragraph(control)), 2],
  ['pushed down', written(paragraph('Nytt.'), paragraph(opening), paragraph(control), paragraph(bottles)), 2],
  [
    'changed in a few words',
    written(paragraph(opening), paragraph(control.replace('nytt', 'något nytt')), paragraph(bottles)),
    1,
  ],
  ['made a heading', written({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: control }] }), 0],
  ['one of two alike', written(paragraph(control), paragraph(opening), paragraph(opening), paragraph(control)), 0],
])('a comment finds its block again: %s', (_, text, index) => {
  expect(followAnchor(anchor, text)?.index).toBe(index)
})

test.each([
  ['removed', written(paragraph(opening), paragraph(bottles))],
  ['emptied', written(paragraph(opening), paragraph(''), paragraph(bottles))],
  ['written anew', written(paragraph(opening), paragraph('Kommunen skriver under på vad som ska mätas.'))],
])('a comment on a block that is gone is on nothing: %s', (_, text) => {
  expect(followAnchor(anchor, text)).toBeUndefined()
})

test('a block rewritten a little at a time keeps its comment', () => {
  const steps = [
    'Att inspektörerna är med är nytt. I tidigare omgångar kunde en hel linje stanna.',
    'Att kommunens inspektörer är med är nytt. Förr kunde en hel linje stanna.',
    'Kommunens inspektörer är med från början. Förr kunde en hel linje stanna i månader.',
  ]
  const last = steps.reduce<Anchor | undefined>(
    (now, step) => now && followAnchor(now, written(paragraph(opening), paragraph(step))),
    anchor,
  )
  expect(last?.index).toBe(1)
  expect(last?.text).toBe(steps[2])
})

test('an image is known by itself, whatever is written under it', () => {
  const shown = about(written(paragraph(opening), picture('a'), picture('b', 'Flaskor')), 2)
  expect(followAnchor(shown, written(picture('b', 'En rad glas'), picture('a')))?.index).toBe(0)
  expect(followAnchor(shown, written(picture('a', 'Flaskor'), paragraph('Flaskor')))).toBeUndefined()
})

test('the headline keeps its comments however it changes, the top image until it goes', () => {
  const hero = { mediaId: 'a', altDecision: null, alt: '', caption: '' }
  const head = anchorAt(before, { place: 'head', index: 0 }) as Anchor
  expect(followAnchor(head, { ...before, title: 'Något helt annat' })?.text).toBe('Något helt annat')
  const top = anchorAt({ ...before, hero }, { place: 'hero', index: 0 }) as Anchor
  expect(followAnchor(top, { ...before, hero: { ...hero, mediaId: 'b' } })?.key).toBe('b')
  expect(followAnchor(top, before)).toBeUndefined()
})

test('what is quoted of a long block ends at a word', () => {
  const quote = quoteOf({ text: 'vattenanläggning '.repeat(20) })
  expect(quote.length).toBeLessThan(165)
  expect(quote).toMatch(/vattenanläggning …$/)
})
