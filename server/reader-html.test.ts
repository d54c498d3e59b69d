import { expect, test } from 'vitest'
import { readerHtml } from './reader-html.ts'

test('framework scripts, their preloads and the data in them are left out', () => {
  const { html } = readerHtml(
    '<head><link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>' +
      '<link href="/_next/b.js" rel="modulepreload"/><script src="/_next/c.js" async=""></script></head><body><div hidden=""><!--$--><!--/$--></div>' +
      '<h1>Vatten<!-- --> igen</h1><script id="_R_">x("</h1>")</script><script>self.__next_f.push([1,"<p>"])</script></body>',
  )
  expect(html).toBe(
    '<head><link rel="stylesheet" href="/a.css" data-precedence="next"/></head><body><h1>Vatten igen</h1></body>',
  )
})

test('structured data, our own script and other preloads stay', () => {
  const kept =
    '<link rel="preload" as="font" href="/fonts/a.woff2"/><script type="application/ld+json">{"a":1}</script><script defer src="/newsroom.js"></script>'
  expect(readerHtml(kept).html).toBe(kept)
})

test('a script from anywhere else is not ours, whatever it is called', () => {
  expect(readerHtml('<script src="https://evil.example/newsroom.js"></script>').html).toBe('')
})

test('each style element is named by its hash', () => {
  expect(readerHtml('<style>a{}</style><style href="x">a{}</style>').styleHashes).toEqual([
    "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='",
  ])
})

test('a page may name its status', () => {
  const { html, status } = readerHtml('<meta name="pressrum-status" content="410"/><h1>Tillbakadragen</h1>')
  expect({ html, status }).toEqual({ html: '<h1>Tillbakadragen</h1>', status: 410 })
})
