import { expect, test } from 'vitest'
import { withSoftHyphens } from '../hyphenate.ts'
import { fitLines } from './break-lines.ts'

/** Every letter is half its size wide. */
const room = {
  width: 1_000,
  height: 340,
  leading: 1,
  sizes: [80, 40],
  measure: (text: string, size: number) => text.length * size * 0.5,
}
const set = (text: string) => fitLines(withSoftHyphens(text, 'sv', { longest: Infinity }), room)

test('a short title is set large, a long one smaller, and the lines are as even as they can be', () => {
  expect(set('Kort titel')).toEqual({ size: 80, lines: ['Kort titel'] })
  expect(set('ett två tre fyra fem sex sju åtta')).toEqual({
    size: 80,
    lines: ['ett två tre fyra', 'fem sex sju åtta'],
  })
  const long = set(
    'Regeringens utredare föreslår en nationell samordningsfunktion för industrins återvunna processvatten i norr',
  )
  expect(long.size).toBe(40)
  expect(long.lines.join(' ')).toMatch(/^Regeringens .* i norr$/)
})

test('a compound breaks at its joint, and only when no size has room for it whole', () => {
  expect(set('Samhällsbyggnadsförvaltning').size).toBe(40)
  const { lines } = set('Kommunfullmäktigeledamotsutbildningsanordnarförteckning')
  expect(lines).toEqual(['Kommunfullmäktigeledamots', 'utbildnings-', 'anordnarförteckning'])
})

test('what cannot be broken by syllables is broken anyway, and what is too long ends with an ellipsis', () => {
  const word = set('8'.repeat(120))
  expect(word.lines.join('')).toBe('8'.repeat(120))
  expect(Math.max(...word.lines.map((line) => line.length))).toBe(50)
  const endless = set('ord '.repeat(200))
  expect(endless.lines).toHaveLength(8)
  expect(endless.lines.at(-1)).toMatch(/…$/)
  expect(set('')).toEqual({ size: 80, lines: [] })
})
