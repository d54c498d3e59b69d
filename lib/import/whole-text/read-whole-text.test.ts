import { DOMParser } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../document/rich-text.ts'
import { importHtml } from '../from-html.ts'
import { linesOf } from '../headed-text.ts'
import { blocksOfWholeText } from '../plain-text.ts'
import type { Part, ReadingContext } from './parts.ts'
import { readWholeText } from './read-whole-text.ts'

const ingrid = {
  id: 'ingrid',
  name: 'Ingrid Ölvestad',
  role: 'Programchef',
  organisation: 'Andra vattnet',
  phone: '070-174 06 12',
  email: '',
  archived: false,
}
const context: ReadingContext = {
  language: 'sv',
  people: [ingrid],
  mayMake: true,
  title: '',
  hasLead: false,
  newsroom: {
    name: 'Andra vattnet',
    boilerplate: 'Andra vattnet är ett program för vatten som används mer än en gång. Det pågår till 2031.',
    fundersLine: 'Andra vattnet genomförs med stöd från tre finansiärer.',
    tagline: 'Vatten som räcker två gånger om',
    funders: ['Vattenfonden', 'Bruksstiftelsen', 'Sjöverket'],
  },
}

const read = (text: string, changes: Partial<ReadingContext> = {}) =>
  readWholeText(blocksOfWholeText(text), { ...context, ...changes })
const readHtml = (html: string, changes: Partial<ReadingContext> = {}) => {
  const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  return readWholeText(importHtml(page as unknown as Document).blocks, { ...context, ...changes })
}
type Reading = ReturnType<typeof read>
const of = <Kind extends Part['kind']>({ parts }: Reading, kind: Kind) =>
  parts.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind)
const title = (reading: Reading) => of(reading, 'title')[0]?.words
const points = (reading: Reading) => of(reading, 'lead')[0]?.points
const speakers = (reading: Reading) =>
  of(reading, 'quote').map(({ speaker }) => reading.people.find(({ key }) => key === speaker)?.name)
const cards = (reading: Reading) =>
  of(reading, 'person').map(({ person }) => {
    const { name, role, organisation } = reading.people.find(({ key }) => key === person) ?? ingrid
    return [name, role, organisation].filter(Boolean).join(' | ')
  })
const contacts = (reading: Reading) =>
  of(reading, 'contact').map(({ person }) => {
    const { name, phone, email } = reading.people.find(({ key }) => key === person) ?? ingrid
    return [name, phone, email].filter(Boolean).join(' | ')
  })
const leftOut = (reading: Reading) => of(reading, 'left-out').map(({ reason, words }) => `${reason}: ${words}`)

const long = 'Sammanlagt 212 hushåll har tvättat i renat regnvatten sedan november i fjol, och ingen har klagat.'

describe('a page copied whole', () => {
  const lines = [
    'Du läser',
    'Mejeriet ny partner i Andra vattnet',
    'Vatten som räcker två gånger om!',
    'Mejeriet ny partner i Andra vattnet',
    '  • Mejeriet i Åsunda går in med två miljoner om året.',
    '– Det är självklart för oss att vara med, säger Mejeriets driftchef Ebba Lind.',
    long,
    '– Stödet gör att vi kan mäta i tre kommuner till, säger Andra vattnets programchef Ingrid Ölvestad.',
    '– Små mejerier har saknat någon att fråga, menar Ebba. Ändå är det där vattnet går åt.',
    '– Vi ser fram emot nästa år, avslutar Ingrid.',
    'Ebba Lind',
    'Driftchef',
    'Ingrid Ölvestad',
    'Andra vattnets programchef',
    'Karin Sund',
    'Åsunda Ost VD',
    'Andra vattnet – med stöd från Vattenfonden, Bruksstiftelsen och Sjöverket.',
    '© 2026 Andra vattnet. All rights reserved.',
  ]
  const texts: [string, () => Reading][] = [
    ['as plain text', () => read(lines.join('\n\n'))],
    [
      'as HTML',
      () =>
        readHtml(
          lines
            .map((line, at) => {
              if (line.includes('•')) return `<ul><li>${line.replace(/\s*•\s*/, '')}</li></ul>`
              return at === 3 ? `<h1>${line}</h1>` : `<p>${line}</p>`
            })
            .join('\n'),
        ),
    ],
    [
      'as HTML with names as headings',
      () =>
        readHtml(
          lines
            .map((line) => (/^(?:Ebba|Ingrid|Karin) \S+$/.test(line) ? `<h4>${line}</h4>` : `<div>${line}</div>`))
            .join('\n'),
        ),
    ],
  ]
  test.each(texts)('%s', (_, reading) => {
    const found = reading()
    expect(title(found)).toBe('Mejeriet ny partner i Andra vattnet')
    expect(points(found)).toEqual(['Mejeriet i Åsunda går in med två miljoner om året.'])
    expect(speakers(found)).toEqual(['Ebba Lind', 'Ingrid Ölvestad', 'Ebba Lind', 'Ingrid Ölvestad'])
    expect(cards(found)).toEqual([
      'Ebba Lind | Driftchef',
      'Ingrid Ölvestad | Andra vattnets programchef',
      'Karin Sund | Åsunda Ost VD',
    ])
    expect(leftOut(found)).toEqual([
      'page: Du läser',
      'repeats-title: Mejeriet ny partner i Andra vattnet',
      'tagline: Vatten som räcker två gånger om!',
      'funders: Andra vattnet – med stöd från Vattenfonden, Bruksstiftelsen och Sjöverket.',
      'copyright: © 2026 Andra vattnet. All rights reserved.',
    ])
  })
})

describe('what a text begins with', () => {
  test.each([
    ['bullets', '• Ett\n• Två'],
    ['hyphens', '- Ett\n- Två'],
    ['asterisks', '* Ett\n* Två'],
  ])('%s after the headline are the lead', (_, list) => {
    const found = read(`Rubriken\n\n${list}\n\n${long}`)
    expect([title(found), points(found)]).toEqual(['Rubriken', ['Ett', 'Två']])
  })

  test('a single point with a hyphen is a lead, and somebody’s words are not', () => {
    expect(points(read(`Rubriken\n\n- Ett försök visar att det går.\n\n${long}`))).toEqual([
      'Ett försök visar att det går.',
    ])
    expect(points(read(`Rubriken\n\n- Det går bra, säger Ebba Lind.\n\n${long}`))).toBeUndefined()
  })

  test('without bullets there is no lead, but a paragraph in bold is one', () => {
    expect(points(read(`Rubriken\n\n${long}\n\n${long}`))).toBeUndefined()
    const bold = readHtml(`<h1>Rubriken</h1><p><strong>${long}</strong></p><p>Mer.</p>`)
    expect(of(bold, 'lead')[0]).toMatchObject({ form: 'paragraph', points: [long] })
  })

  test.each([
    ['PRESSMEDDELANDE', 'label'],
    ['Pressmeddelande 2026-11-27', 'label'],
    ['Embargo till den 27 november kl. 06.00', 'embargo'],
    ['27 november 2026', 'date'],
    ['fredag den 27 november 2026', 'date'],
    ['Stockholm 2026-11-27', 'place'],
    ['Pressmeddelande, Tallmora den 27 november 2026', 'place'],
    ['Skriv ut', 'page'],
  ])('”%s” above or under the headline is offered to be left out', (line, reason) => {
    for (const text of [`${line}\n\nRubriken\n\n${long}`, `Rubriken\n\n${line}\n\n${long}`]) {
      const found = read(text)
      expect([title(found), leftOut(found)]).toEqual(['Rubriken', [`${reason}: ${line}`]])
    }
  })

  test('a line with place and date gives the place', () => {
    expect(of(read(`Gruvnäs 2026-11-27\nRubriken\n\n${long}`), 'left-out')[0]?.place).toBe('Gruvnäs')
  })

  test('a draft that has a headline keeps it, and a line that repeats it is left out', () => {
    const found = read(`Rubriken\n\n• Ett\n\n${long}`, { title: 'Rubriken' })
    expect([title(found), points(found), leftOut(found)]).toEqual([undefined, ['Ett'], ['repeats-title: Rubriken']])
    expect(read(`Ett stycke.\n\n${long}\n\n${long}`, { title: 'En annan', hasLead: true }).parts).toEqual([])
  })
})

describe('who says what', () => {
  const said = (quote: string, changes?: Partial<ReadingContext>) =>
    read(`Rubriken\n\n${long}\n\n${quote}\n\n${long}`, changes)

  test.each([
    ['– Det går, säger Ebba Lind, fastighetschef på Åsundahem.', 'Ebba Lind | Fastighetschef | Åsundahem'],
    ['– Det går, säger fastighetschef Ebba Lind.', 'Ebba Lind | Fastighetschef'],
    ['– Det går, avrundar Ingrid Ölvestad.', 'Ingrid Ölvestad | Programchef | Andra vattnet'],
    ['– Ingrid Ölvestad vet det, säger Ebba Lind, vd.', 'Ebba Lind | Vd'],
  ])('%s', (quote, card) => expect(cards(said(quote))).toEqual([card]))

  test('a quote by nobody, and a surname that two share, are asked about', () => {
    expect(of(said('– Vi står på tur.'), 'quote')).toMatchObject([{ speaker: null, candidates: [] }])
    const two = said('– Det går, säger Lind.\n\nEbba Lind\nFastighetschef\n\nMaja Lind\nDriftingenjör')
    expect(of(two, 'quote')).toMatchObject([{ speaker: null, candidates: ['Ebba Lind', 'Maja Lind'] }])
  })

  test('she is nobody, whoever is named after her', () => {
    const found = said('– Det går, säger hon om Ingrid Ölvestad.')
    expect(of(found, 'quote')[0]?.speaker).toBeNull()
  })

  test('who may add nobody is offered nobody new', () => {
    const found = said('– Det går, säger Ebba Lind, vd.\n\nKarin Sund\nDriftchef', { mayMake: false })
    expect([speakers(found), cards(found)]).toEqual([[undefined], []])
  })

  test('a name that differs by a letter is asked about', () => {
    expect(of(said('– Det går, säger Ingrid Ölvestat, programchef.'), 'person')[0]?.near).toBe('Ingrid Ölvestad')
  })

  test('English quotation marks are quotes where the words tell by whom', () => {
    const found = read(
      `The headline\n\n${long}\n\n“It works in every laundry,” says Ebba Lind, head of property at Åsundahem.\n\n“Second water” is a programme.`,
      { language: 'en' },
    )
    expect([of(found, 'quote').length, speakers(found), cards(found)]).toEqual([
      1,
      ['Ebba Lind'],
      ['Ebba Lind | Head of property | Åsundahem'],
    ])
  })
})

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
    ['without a heading', 'Ebba Lind, presschef, ebba@example.org', ['Ebba Lind | ebba@example.org']],
  ])('contacts %s', (_, lines, expected) => {
    const found = under(`${lines}\n\nOm Andra vattnet\n\nNågot annat om programmet.`)
    expect(contacts(found)).toEqual(expected)
    const blocks = blocksOfWholeText(`Rubriken\n\n${long}\n\n${lines}`)
    expect(
      of(found, 'contact')
        .flatMap((part) => part.blocks)
        .toSorted((a, b) => a - b),
    ).toEqual(blocks.flatMap((_block, at) => (at > 1 ? [at] : [])))
  })

  test('nobody is a contact who cannot be reached, and a list with more to it stays', () => {
    expect(contacts(under('Kontakt\nEbba Lind'))).toEqual([])
    expect(contacts(under('Kontakt\nEbba Lind nås bäst efter klockan tio på 070-174 06 99 och annars inte.'))).toEqual(
      [],
    )
  })
})

test('what the settings say is offered to be left out, with the heading over it, also where a word differs', () => {
  const found = read(
    `Rubriken\n\n${long}\n\nOm Andra vattnet\n\nAndra Vattnet är ett program för vatten som används mer än en gång. Det pågår till 2030.\n\nAndra vattnet genomförs med stöd från tre finansiärer.`,
  )
  expect(of(found, 'left-out').map(({ reason, blocks }) => [reason, blocks])).toEqual([
    ['boilerplate', [2, 3]],
    ['funders', [4]],
  ])
})

test('a short line without a full stop before text is a subheading, in a text that has none', () => {
  const found = read(`Rubriken\n\n${long}\n\nTorra veckor är det svåra\n\n${long}`)
  expect(of(found, 'heading').map(({ words }) => words)).toEqual(['Torra veckor är det svåra'])
  expect(of(readHtml(`<h1>R</h1><p>${long}</p><h2>Ett</h2><p>Kort rad här</p><p>${long}</p>`), 'heading')).toEqual([])
})

test('each line belongs to one guess at most but where contacts share it, and no word is lost', () => {
  const text = `Du läser\n\nRubriken\n\n• Ett\n\n${long}\n\n– Ja, säger Ebba Lind.\n\nEbba Lind\n\nDriftchef\n\nKontakt\nSten Alm, 0243-12 34 56\n\n${long}\n\nBildtext: två maskiner`
  const blocks: Block[] = blocksOfWholeText(text)
  const { parts, words } = readWholeText(blocks, context)
  const claimed = parts.flatMap((part) => part.blocks)
  expect(new Set(claimed).size).toBe(claimed.length)
  const stay = blocks.filter((_, at) => !claimed.includes(at))
  expect(linesOf(stay)).toEqual([long, long, 'Bildtext: två maskiner'])
  expect(words).toBe(
    linesOf(blocks)
      .join(' ')
      .match(/[\p{L}\p{N}]+(?:[-’'.:,][\p{L}\p{N}]+)*/gu)?.length,
  )
})
