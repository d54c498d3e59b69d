import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { followPage } from './follow-page.ts'

const bodyOf = (html: string): Element => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body

test('what is the same stays the very same, and what has changed is put in its place', () => {
  const shown = bodyOf('<h1>Före</h1><p>Ett</p><figure><img src="/a.jpg"></figure><p>Två</p>')
  const picture = shown.querySelector('img')
  const last = shown.querySelector('p:last-child')
  followPage(
    shown,
    bodyOf('<h1>Efter</h1><p>Ett</p><p>Nytt</p><figure class="x"><img src="/a.jpg"></figure><p>Två</p>'),
  )
  expect(shown.innerHTML).toBe(
    '<h1>Efter</h1><p>Ett</p><p>Nytt</p><figure class="x"><img src="/a.jpg"></figure><p>Två</p>',
  )
  expect(shown.querySelector('p:last-child')).toBe(last)
  expect(picture).not.toBeNull()
})

test('a change deep down leaves everything round it alone', () => {
  const page = (words: string) =>
    bodyOf(
      `<main><article><div><p>Ett</p><p>${words}</p><img src="/a.jpg"></div></article></main><footer>Slut</footer>`,
    )
  const shown = page('Två <b>ord</b>')
  const kept = [...shown.querySelectorAll('main, article, div, img, footer')]
  followPage(shown, page('Tre ord'))
  expect(shown.querySelector('p:nth-child(2)')?.innerHTML).toBe('Tre ord')
  expect([...shown.querySelectorAll('main, article, div, img, footer')]).toEqual(kept)
})

test('what is gone is taken away', () => {
  const shown = bodyOf('<p>Ett</p><p>Två</p><p>Tre</p>')
  followPage(shown, bodyOf('<p>Ett</p><p>Tre</p>'))
  expect(shown.innerHTML).toBe('<p>Ett</p><p>Tre</p>')
})
