/**
 * Cuts the two typefaces down to what readers need (`npm run fonts`). The first file of each holds Scandinavian and
 * common western letters and is fetched with the page; the rest of the alphabet is fetched only by pages that use it.
 * Files are named for their content, so that browsers can keep them for ever. The weights in which share pictures and
 * icons are lettered are cut as well, for the server alone.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'public/fonts')

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')

const firstLetters = `${range(0x20, 0x7e)}ÅÄÖåäöÆØæøÉéÜüáàèëó`
const firstSigns = '–—‘’“”„…×−•·§©°²³½€\u00a0\u00ad\u2009\u2011'
const first = firstLetters + firstSigns
const without = (text: string, taken: string) => [...text].filter((letter) => !taken.includes(letter)).join('')

const parts = [
  { name: '', source: 'latin', letters: first },
  { name: '-more', source: 'latin', letters: without(`${range(0xa1, 0xff)}Œœ‚†‡‰‹›™`, first) },
  { name: '-extended', source: 'latin-ext', letters: without(range(0x100, 0x17f), 'Œœ') },
]
const families = [
  { name: 'Source Serif 4 Variable', file: 'source-serif-4' },
  { name: 'Inter Variable', file: 'inter' },
]
const lettering = join(root, 'lib/drawing/fonts')

const unicodeRange = (letters: string) =>
  [...new Set(letters)]
    .map((letter) => letter.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .reduce<[number, number][]>((ranges, code) => {
      const last = ranges.at(-1)
      if (last?.[1] === code - 1) last[1] = code
      else ranges.push([code, code])
      return ranges
    }, [])
    .map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`)
    .join(', ')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
rmSync(lettering, { recursive: true, force: true })
mkdirSync(lettering, { recursive: true })
const rules: string[] = []
const preloaded: string[] = []
for (const { name, file } of families) {
  const home = join(root, `node_modules/@fontsource-variable/${file}`)
  const source = (name: string) => readFileSync(join(home, `files/${file}-${name}-wght-normal.woff2`))
  for (const place of [folder, lettering]) copyFileSync(join(home, 'LICENSE'), join(place, `${file}.license.txt`))
  for (const name of ['latin', 'latin-ext']) {
    const letters = parts.flatMap((part) => (part.source === name ? part.letters : [])).join('')
    const font = await subsetFont(source(name), letters, {
      targetFormat: 'sfnt',
      variationAxes: { wght: 600 },
      keepFeatures: ['kern'],
      noHinting: true,
    })
    writeFileSync(join(lettering, `${file}-${name}.ttf`), font)
  }
  for (const part of parts) {
    const font = await subsetFont(source(part.source), part.letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 600, default: 400 } },
      keepFeatures: ['kern', 'liga', 'tnum', 'lnum'],
      noHinting: true,
    })
    const href = `/fonts/${file}${part.name}.${createHash('sha256').update(font).digest('hex').slice(0, 8)}.woff2`
    writeFileSync(join(root, 'public', href), font)
    if (!part.name) preloaded.push(href)
    rules.push(
      `@font-face {
  font-family: "${name}"; font-weight: 400 600; font-display: swap;
  src: url("${href}") format("woff2");
  unicode-range: ${unicodeRange(part.letters)};
}`,
    )
    console.log(`${href} ${font.length} bytes`)
  }
}
const written = {
  'components/styles/fonts.css': `/* Made by npm run fonts. */\n${rules.join('\n')}\n`,
  'components/styles/fonts.json': JSON.stringify(preloaded),
}
for (const [file, text] of Object.entries(written)) writeFileSync(join(root, file), text)
execFileSync('node_modules/.bin/biome', ['format', '--write', ...Object.keys(written)], { cwd: root })
