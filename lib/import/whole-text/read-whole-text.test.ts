import { describe, expect, test } from 'vitest'
import type { Block } from '../../document/rich-text.ts'
import { linesOf } from '../headed-text.ts'
import { blocksOfWholeText } from '../plain-text.ts'
import type { ReadingContext, WholeText } from './parts.ts'
import { readWholeText } from './read-whole-text.ts'
import { cards, context, leftOut, long, of, points, read, readHtml, speakers, title } from './testing.ts'

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
  const markup = (said: string[]) =>
    said
      .map((line, at) => {
        if (line.includes('•')) return `<ul><li>${line.replace(/\s*•\s*/, '')}</li></ul>`
        return at === 3 ? `<h1>${line}</h1>` : `<p>${line}</p>`
      })
      .join('\n')
  const texts: [string, () => WholeText][] = [
    ['as plain text', () => read(lines.join('\n\n'))],
    ['as HTML', () => readHtml(markup(lines))],
    [
      'as HTML with names as headings',
      () =>
        readHtml(
          lines
            .map((line) => (/^(?:Ebba|Ingrid|Karin) \S+$/.test(line) ? `<h4>${line}</h4>` : `<div>${line}</div>`))
            .join('\n'),
        ),
    ],
    // As many a PDF has it: å is an a and a ring.
    ['as plain text in letters of two signs', () => read(lines.join('\n\n').normalize('NFD'))],
    ['as HTML in letters of two signs', () => readHtml(markup(lines.map((line) => line.normalize('NFD'))))],
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
    ['Pressmeddelande • Nov 27, 2026 09:00 CET', 'label'],
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

  test('the menus of a website stand above the headline, and are offered to be left out', () => {
    const found = readHtml(`<ul><li>Hem</li><li>Nyheter</li></ul><p>Sök här</p><h1>Rubriken</h1><p>${long}</p>`)
    expect([title(found), leftOut(found)]).toEqual(['Rubriken', ['above-title: Hem Nyheter', 'above-title: Sök här']])
    expect(title(readHtml(`<blockquote>${long}</blockquote><h1>Rubriken</h1><p>${long}</p>`))).toBeUndefined()
  })

  test('what somebody writes above a release in a mail is no headline', () => {
    const found = read(`Hej!\n\nHär kommer pressmeddelandet.\n\nTvätteriet i Gruvnäs öppnar\n\n${long}`)
    expect([title(found), leftOut(found)]).toEqual([
      'Tvätteriet i Gruvnäs öppnar',
      ['page: Hej!', 'above-title: Här kommer pressmeddelandet.'],
    ])
    expect(title(read(`Vattnet räcker till alla.\n\nFoto: Maja Lind\n\n${long}`))).toBe('Vattnet räcker till alla.')
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

  test('what leads up to quotation marks tells who speaks, as what follows them does', () => {
    const found = read(
      `The headline\n\n${long}\n\nEbba Lind, Head of Property at Åsundahem, said: “We were sceptical. Now we want ten more.”\n\nProgramme director Ingrid Ölvestad added, “It will not be the last.”\n\n“It works in every laundry,” said Maria Berg, Professor of Chemistry.`,
      { language: 'en' },
    )
    expect(speakers(found)).toEqual(['Ebba Lind', 'Ingrid Ölvestad', 'Maria Berg'])
    expect(cards(found)).toEqual([
      'Ebba Lind | Head of Property | Åsundahem',
      'Ingrid Ölvestad | Director',
      'Maria Berg | Professor of Chemistry',
    ])
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

test('what the settings say is offered to be left out, with the heading over it, also where a word differs', () => {
  const found = read(
    `Rubriken\n\n${long}\n\nOm Andra vattnet\n\nAndra Vattnet är ett program för vatten som används mer än en gång. Det pågår till 2030.\n\nAndra vattnet genomförs med stöd från tre finansiärer.`,
  )
  expect(of(found, 'left-out').map(({ reason, blocks }) => [reason, blocks])).toEqual([
    ['boilerplate', [2, 3]],
    ['funders', [4]],
  ])
})

test('a line that names all funders and says little else is offered to be left out, and a sentence about them is not', () => {
  const paid = 'Projektet finansieras av Vattenfonden, Bruksstiftelsen och Sjöverket.'
  const said = `${paid.slice(0, -1)}, som alla tre har varit med i styrgruppen sedan starten för sju år sedan.`
  expect(leftOut(read(`Rubriken\n\n${long}\n\n${paid}\n\n${said}`))).toEqual([`funders: ${paid}`])
})

test.each(['###', '# # #', '-30-', '– ENDS –', 'Ends'])('”%s” says that a text ends, and is no part of it', (sign) => {
  expect(leftOut(read(`Headline\n\n${long}\n\n${long}\n\n${sign}`, { language: 'en' }))).toEqual([`page: ${sign}`])
})

test('a short line without a full stop before text or a list is a subheading, in a text that has none', () => {
  const found = read(`Rubriken\n\n${long}\n\nTorra veckor är det svåra\n\n${long}\n\nI korthet\n\n• Ett\n• Två`)
  expect(of(found, 'heading').map(({ words }) => words)).toEqual(['Torra veckor är det svåra', 'I korthet'])
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
