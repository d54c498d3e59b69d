import { describe, expect, test } from 'vitest'
import { blocksOfWholeText } from '../plain-text.ts'
import type { ReadingContext } from './parts.ts'
import { cards, contacts, long, of, read } from './testing.ts'

describe('people under the text', () => {
  const under = (lines: string, changes?: Partial<ReadingContext>) => read(`Rubriken\n\n${long}\n\n${lines}`, changes)

  test.each([
    ['a role under the name', 'Sten Alm\n\nDriftingenjör', 'Sten Alm | Driftingenjör'],
    [
      'an organisation after the role',
      'Sten Alm\nDriftingenjör, Gruvnäs kommun',
      'Sten Alm | Driftingenjör | Gruvnäs kommun',
    ],
    ['one line', 'Sten Alm, driftingenjör, Gruvnäs kommun', 'Sten Alm | Driftingenjör | Gruvnäs kommun'],
    ['a known name alone', 'Ingrid Ölvestad', 'Ingrid Ölvestad | Programchef | Andra vattnet'],
  ])('%s', (_, lines, card) => expect(cards(under(lines))).toEqual([card]))

  test.each([
    ['a place', 'Nya Bryggeriet\n\nDär pågår arbetet.'],
    ['a title', 'Managing Director\n\nÅsunda Ost'],
    ['a credit', 'Foto: Maja Lind'],
    ['a name that nothing makes a person’s', 'Södra Bruket'],
  ])('%s is no person', (_, lines) => expect(cards(under(lines))).toEqual([]))

  test.each([
    [
      'under a heading, one a line',
      'Kontakt\nEbba Lind, presschef, Andra vattnet, tel 070-174 06 99, ebba@example.org\nSten Alm, 0243-12 34 56',
      ['Ebba Lind | 070-174 06 99 | ebba@example.org', 'Sten Alm | 0243-12 34 56'],
    ],
    [
      'over several lines',
      'För mer information:\n\nEbba Lind\nPresschef\nTelefon: +46 70 174 06 99\nE-post: ebba@example.org',
      ['Ebba Lind | +46 70 174 06 99 | ebba@example.org'],
    ],
    [
      'in a sentence',
      'För mer information, kontakta presschef Ebba Lind, 070-174 06 99.',
      ['Ebba Lind | 070-174 06 99'],
    ],
    [
      'known, with the number the newsroom has',
      'Presskontakt: Ingrid Ölvestad, 08-12 34 56',
      ['Ingrid Ölvestad | 08-12 34 56'],
    ],
    [
      'with an organisation that looks like a name, and two numbers',
      'Kontakt\nEbba Lind, chef för Vatten, Åsunda Hem\nTel: 08-12 34 56, mobil 070-174 06 99',
      ['Ebba Lind | 08-12 34 56, 070-174 06 99'],
    ],
    [
      'whose label stands under each name',
      'Kontakter\n\nEbba Lind\n\nPresskontakt\n\nFastighetschef\n\nebba@example.org\n\n+46 70 174 06 99',
      ['Ebba Lind | +46 70 174 06 99 | ebba@example.org'],
    ],
    [
      'two in a sentence',
      'Kontakta Ebba Lind, 070-174 06 99, eller Sten Alm, 0243-12 34 56.',
      ['Ebba Lind | 070-174 06 99', 'Sten Alm | 0243-12 34 56'],
    ],
    [
      'with a letter before each number and address',
      'Kontakt\nEbba Lind\nPresschef\nT: 08-12 34 56\nM: 070-174 06 99\nE: ebba@example.org',
      ['Ebba Lind | 08-12 34 56, 070-174 06 99 | ebba@example.org'],
    ],
    [
      'in a list under a heading',
      'Kontakt\n\n• Ebba Lind, presschef, ebba@example.org\n• Sten Alm, 0243-12 34 56',
      ['Ebba Lind | ebba@example.org', 'Sten Alm | 0243-12 34 56'],
    ],
    ['without a heading', 'Ebba Lind, presschef, ebba@example.org', ['Ebba Lind | ebba@example.org']],
  ])('contacts %s', (_, lines, expected) => {
    const found = under(`${lines}\n\nOm Andra vattnet\n\nNågot annat om programmet.`)
    expect(contacts(found)).toEqual(expected)
    const blocks = blocksOfWholeText(`Rubriken\n\n${long}\n\n${lines}`)
    expect([...new Set(of(found, 'contact').flatMap((part) => part.blocks))].toSorted((a, b) => a - b)).toEqual(
      blocks.flatMap((_block, at) => (at > 1 ? [at] : [])),
    )
  })

  test('nobody is a contact who cannot be reached, and a list with more to it stays', () => {
    expect(contacts(under('Kontakt\nEbba Lind'))).toEqual([])
    expect(contacts(under('Kontakt\nEbba Lind nås bäst efter klockan tio på 070-174 06 99 och annars inte.'))).toEqual(
      [],
    )
  })
})
