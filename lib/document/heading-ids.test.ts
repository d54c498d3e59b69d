import { expect, test } from 'vitest'
import { headingIds, leadsSomewhere } from './heading-ids.ts'
import type { Block } from './rich-text.ts'

const heading = (text: string, level: 2 | 3 | 4 = 2): Block => ({
  type: 'heading',
  attrs: { level },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Ord.' }] }
const ids = (...blocks: Block[]) => [...headingIds(blocks, 'sv').values()]

test('a heading has its words as its id, in any script, wherever it stands', () => {
  expect(ids(heading('En krets i fabriken och en utanför'))).toEqual(['en-krets-i-fabriken-och-en-utanfor'])
  expect(ids(paragraph, heading('48 miljoner – till vad?', 3))).toEqual(['48-miljoner-till-vad'])
  expect(ids(heading('Что такое CO₂'), heading('الماء'))).toEqual(['что-такое-co2', 'الماء'])
})

test('no two are alike, and none is the id of another part of the page', () => {
  expect(ids(heading('Metod'), paragraph, heading('Metod'), heading('Metod'))).toEqual(['metod', 'metod-2', 'metod-3'])
  expect(ids(heading('Personer'), heading('Om'), heading('Dela'))).toEqual(['personer-2', 'om-2', 'dela-2'])
  const box: Block = { type: 'factBox', attrs: { title: '' }, content: [] }
  expect(ids(box, heading('Fakta 0'))).toEqual(['fakta-0-2'])
  expect(ids(heading(''), heading('…'))).toEqual([])
})

test.each([
  ['#metod', true],
  ['#Metod', false],
  ['#metod-2', false],
  ['#presskontakt', true],
  ['#press-contact', false],
  ['#', true],
  ['#%E0%A4%A', false],
  ['#%D0%B2%D0%BE%D0%B4%D0%B0', true],
  ['#_Toc123', false],
])('%s leads somewhere: %s', (href, leads) => {
  expect(leadsSomewhere(href, { type: 'doc', content: [heading('Metod'), heading('Вода')] }, 'sv')).toBe(leads)
})
