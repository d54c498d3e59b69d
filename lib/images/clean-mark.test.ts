import sharp from 'sharp'
import { expect, test } from 'vitest'
import { markDocument } from '../drawing/brand-mark.ts'
import { cleanMark } from './clean-mark.ts'
import { markFrom } from './image-process.ts'

const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (inside: string, box = 'viewBox="0 0 32 32"') => `<svg ${names} ${box}>${inside}</svg>`
const path = '<path d="M4 4h24v24H4z"/>'
const clean = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="currentColor">${path}</svg>`
const cleaned = async (source: string) => markDocument(await cleanMark(source))

test.each([
  ['a script', svg(`<script>alert(1)</script>${path}`)],
  ['a script in CDATA', svg(`<script><![CDATA[alert(1)]]></script>${path}`)],
  ['what runs when it is loaded', svg(path, 'viewBox="0 0 32 32" onload="alert(1)"')],
  ['what runs at a press', svg('<path d="M4 4h24v24H4z" onclick="alert(1)" ONMOUSEOVER="alert(2)"/>')],
  [
    'HTML within',
    svg(`<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//e"/></foreignObject>${path}`),
  ],
  ['a link', svg(`<a href="javascript:alert(1)" xlink:href="javascript:alert(1)">${path}</a>`)],
  ['an animated link', svg(`<a>${path}<animate attributeName="href" values="javascript:alert(1)"/></a>`)],
  ['what is set later', svg(`<path d="M4 4h24v24H4z"><set attributeName="onload" to="alert(1)"/></path>`)],
  ['a style sheet from elsewhere', svg(`<style>@import url(https://e.example/x.css);</style>${path}`)],
  ['a style sheet by instruction', `<?xml-stylesheet href="https://e.example/x.css"?>${svg(path)}`],
  ['a filter from elsewhere', svg('<path style="filter:url(https://e.example/#f)" d="M4 4h24v24H4z"/>')],
  ['a colour from elsewhere', svg('<path fill="url(https://e.example/#f)" d="M4 4h24v24H4z"/>')],
  ['a clip from elsewhere', svg('<path clip-path="url(data:image/svg+xml,x#c)" d="M4 4h24v24H4z"/>')],
  [
    'a style that runs',
    svg('<path style="background:url(javascript:alert(1));-moz-binding:url(e)" d="M4 4h24v24H4z"/>'),
  ],
  ['a handler named as a namespace', svg(`<path xmlns:on="urn:on" on:load="alert(1)" d="M4 4h24v24H4z"/>`)],
  [
    'an attribute that ends the tag',
    svg(`<path d="M4 4h24v24H4z" class="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"/>`),
  ],
  ['a base', svg(`<g xml:base="https://e.example/">${path}</g>`)],
  ['a handler element', svg(`<handler type="application/ecmascript">alert(1)</handler>${path}`)],
  ['a drawing program’s own', svg(`<metadata><rdf xmlns="urn:x"/></metadata><title>Hej</title><!-- hm -->${path}`)],
  ['a document type', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://e.example/x.dtd">${svg(path)}`],
  ['no namespace', `<svg viewBox="0 0 32 32">${path}</svg>`],
])('%s leaves nothing but the drawing', async (_what, source) => {
  expect(await cleaned(source)).toBe(clean)
})

const bomb = Array.from(
  { length: 12 },
  (_, n) => `<g id="g${n}">${n ? `<use href="#g${n - 1}"/>`.repeat(10) : path}</g>`,
)

test.each([
  ['no SVG', 'mark-broken', 'hej'],
  ['a page', 'mark-broken', '<html><body onload="alert(1)"/></html>'],
  ['half a file', 'mark-broken', `<svg ${names} viewBox="0 0 32 32"><path d="M4`],
  ['no size', 'mark-broken', svg(path, '')],
  ['an endless size', 'mark-broken', svg(path, 'viewBox="0 0 1e99 1"')],
  ['a line of a shape', 'mark-shape', svg(path, 'viewBox="0 0 900 3"')],
  ['nothing', 'mark-empty', svg('')],
  ['a shape without area', 'mark-empty', svg('<path d="M4 4"/>')],
  ['a shape outside', 'mark-empty', svg('<path d="M99 99h9v9"/>')],
  ['text', 'mark-part', svg('<text y="9">Fonden</text>')],
  ['an image from elsewhere', 'mark-part', svg('<image href="https://e.example/x.png" width="9" height="9"/>')],
  ['an image within', 'mark-part', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>')],
  ['a reference elsewhere', 'mark-part', svg('<use href="https://e.example/x.svg#a"/>')],
  ['a reference to nothing', 'mark-part', svg('<use href="#a"/>')],
  ['words of its own', 'mark-part', `<!DOCTYPE svg [<!ENTITY a "&#60;script>">]>${svg('&a;')}`],
  ['laughs by the million', 'mark-part', `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${svg('&b;')}`],
  ['a file of the system', 'mark-part', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('&a;')}`],
  ['copies of copies', 'mark-too-detailed', svg(`<defs>${bomb.join('')}</defs><use href="#g11"/>`)],
  ['a copy of itself', 'mark-too-detailed', svg('<g id="a"><use href="#a"/></g>')],
  ['groups in groups', 'mark-too-detailed', svg(`${'<g>'.repeat(200)}${path}${'</g>'.repeat(200)}`)],
  ['groups without end', 'mark-broken', svg('<g>'.repeat(40_000) + '</g>'.repeat(40_000))],
  ['very many parts', 'mark-too-detailed', svg(path.repeat(2_000))],
])('%s is refused', async (_what, code, source) => {
  await expect(cleanMark(source)).rejects.toMatchObject({ name: 'Refusal', code })
})

test('style sheets, gradients, clips and copies go on looking as they did', async () => {
  const source = svg(
    `<defs><style>.a{fill:#e30613}.b{fill:url(#shine);opacity:.9}</style>
      <linearGradient id="stops"><stop offset="0" stop-color="#00f"/><stop offset="1" stop-color="#0f0"/></linearGradient>
      <linearGradient id="shine" xlink:href="#stops" x1="0" x2="1"/><clipPath id="half"><path d="M0 0h16v32H0z"/></clipPath>
      <circle id="dot" r="3"/></defs>
    <g clip-path="url(#half)"><path class="a" d="M2 2h28v8H2z"/></g><path class="b" d="M2 12h28v8H2z"/>
    <use href="#dot" x="8" y="26" fill="#0af"/><use xlink:href="#dot" x="20" y="26"/>`,
  )
  const pixels = (file: string) =>
    sharp(Buffer.from(file.replace('<svg ', '<svg width="96" height="96" ')))
      .raw()
      .toBuffer()
  const mark = await cleanMark(source)
  expect(mark.isInk).toBe(false)
  expect(Buffer.compare(await pixels(markDocument(mark)), await pixels(source))).toBe(0)
  // What was cleaned once is clean.
  expect(await cleaned(markDocument(mark))).toBe(markDocument(mark))
})

test.each([
  ['black', true, '<path d="M4 4h24v24H4z"/>'],
  ['white', true, '<path fill="#fff" d="M4 4h24v24H4z"/>'],
  ['the colour around it', true, '<path fill="none" stroke="currentColor" stroke-width="3.2" d="M4 4h24"/>'],
  ['a half-transparent black', true, '<path fill-opacity=".6" d="M4 4h24v24H4z"/>'],
  ['black and white', false, '<path d="M4 4h24v24H4z"/><path fill="#fff" d="M9 9h9v9H9z"/>'],
  ['red', false, '<path style="fill:red" d="M4 4h24v24H4z"/>'],
  ['blue', false, '<path fill="rgb(36 71 178)" d="M4 4h24v24H4z"/>'],
])('a mark in %s takes the colour around it: %s', async (_colour, isInk, inside) => {
  const mark = await cleanMark(svg(inside))
  expect(mark.isInk).toBe(isInk)
  expect(markDocument(mark, '#123456')).toMatch(isInk ? /#123456/ : /red|rgb|#fff/)
})

test('a value that is long and wrong is read in the time a test may take', async () => {
  const spaces = ' '.repeat(90_000)
  const odd = `<path transform="scale(1)${spaces}x" fill="url(#${spaces}" d="M4 4h24v24H4z"/>`
  expect(await cleaned(svg(odd))).toBe(clean)
})

test('a mark is cleaned in the process for images, and a refusal names the field', async () => {
  expect(markDocument(await markFrom(svg(path), 'mark'))).toBe(clean)
  await expect(markFrom('hej', 'mark')).rejects.toMatchObject({ code: 'mark-broken', field: 'mark' })
})
