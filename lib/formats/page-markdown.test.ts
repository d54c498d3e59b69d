import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { pageMarkdown } from './page-markdown.ts'

const page = (main: string) =>
  `<!DOCTYPE html><html lang="sv"><head><title>Ny &quot;karta&quot; – Vi</title>
<meta name="description" content="Om kartan"><meta property="article:published_time" content="2026-11-17T08:00:00+01:00">
<link rel="canonical" href="https://vi.example/nyheter/karta"></head>
<body><a href="#innehall">Hoppa</a><header>Meny</header><main id="innehall">${main}</main><footer>Fot</footer></body></html>`
const bodyOf = (main: string) => pageMarkdown(page(main), 'https://vi.example')?.split('\n---\n\n')[1]

test('a page says what it is, and holds its main part alone', () => {
  expect(pageMarkdown(page('<h1>Ny karta</h1><p>Den är  klar.</p>'), 'https://vi.example')).toBe(`---
title: "Ny \\"karta\\" – Vi"
description: "Om kartan"
url: "https://vi.example/nyheter/karta"
language: "sv"
published: "2026-11-17T08:00:00+01:00"
---

# Ny karta

Den är klar.
`)
  expect(pageMarkdown('<p>Ingen sida</p>', 'https://vi.example')).toBeUndefined()
})

test.each([
  ['<p>Hal\u00adten är <strong>låg </strong>och <em>bra</em></p>', 'Halten är **låg** och *bra*'],
  [
    '<p><a href="/nyheter/a(b)">Läs</a> <a href="mailto:a@b.se">mejl</a> <a href="#x">hopp</a></p>',
    '[Läs](https://vi.example/nyheter/a%28b%29) [mejl](mailto:a@b.se) hopp',
  ],
  ['<h2>Del ett <a href="#del">kopiera</a></h2>', '## Del ett'],
  [
    '<ul><li>Ett</li><li>Två<ol start="3"><li>Tre</li><li>Fyra</li></ol></li></ul>',
    '- Ett\n- Två\n  3. Tre\n  4. Fyra',
  ],
  ['<blockquote><p>– Ja.</p><footer>Kim Berg</footer></blockquote>', '> – Ja.\n>\n> Kim Berg'],
  [
    '<figure><picture><img src="/files/1/960.jpg" alt=""></picture><figcaption>En ring</figcaption></figure>',
    '![](https://vi.example/files/1/960.jpg)\n\nEn ring',
  ],
  ['<figure><img src="/face.jpg" alt=""><blockquote><p>– Ja.</p></blockquote></figure>', '> – Ja.'],
  [
    '<table><caption><b>Stöd</b> <span>per ort</span></caption><tr><th>Stöd<small>kronor</small></th></tr></table>',
    '**Stöd** per ort\n\n| Stöd kronor |\n| --- |',
  ],
  ['<p><img src="/x.jpg" alt=""><img src="/y.jpg" alt="En [bild]"></p>', '![En \\[bild\\]](https://vi.example/y.jpg)'],
  [
    '<table><caption>Halter</caption><tr><th>År</th><th colspan="2">Värden</th></tr><tr><td>2026</td><td>a|b</td><td>c<br>d</td></tr></table>',
    '**Halter**\n\n| År | Värden |  |\n| --- | --- | --- |\n| 2026 | a\\|b | c d |',
  ],
  ['<dl><dt>Tid</dt><dd>09.00</dd><dt>Plats</dt><dd><p>Torget</p></dd></dl>', '- **Tid** 09.00\n- **Plats** Torget'],
  ['<p>Ett<br>Två</p>', 'Ett\\\nTvå'],
  ['<form><label>Sök <input></label></form><button>Kopiera</button><p hidden>Dold</p><p>Syns</p>', 'Syns'],
  ['<a href="/x"><h3>Rubrik</h3><p>Ingress</p></a>', '[Rubrik Ingress](https://vi.example/x)'],
  ['<div>Löst <span>ord</span><p>Stycke</p>efter</div>', 'Löst ord\n\nStycke\n\nefter'],
  ['<p>10<sup>6</sup></p>', '10<sup>6</sup>'],
])('%s', (html, markdown) => {
  expect(bodyOf(html)).toBe(`${markdown}\n`)
})

test.each([
  '1. Inte en lista',
  '- inte heller',
  '# ingen rubrik',
  '*stjärnor* _streck_ `kod` [länk](x)',
  'Halten <LOD &amp; pH',
  '+46 70',
  '> citat',
])('what was typed is read back as it was: %s', (typed) => {
  const safe = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = marked.parse(bodyOf(`<p>${safe}</p>`) ?? '', { async: false })
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  expect(document.querySelectorAll('ul, ol, h1, em, code, a, blockquote')).toHaveLength(0)
  expect(document.body.textContent?.trim()).toBe(typed)
})
