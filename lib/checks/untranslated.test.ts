import { describe, expect, test } from 'vitest'
import { doc, paragraph } from '../document/testing.ts'
import { checkText } from './rules.ts'
import { image, newsroom, places, quote, table, text, use, words } from './test-text.ts'
import {
  comparable,
  comparableTexts,
  isTranslation,
  markedAlike,
  sourceWords,
  unfinished,
  untranslated,
  untranslatedIn,
} from './untranslated.ts'

const swedish = text({
  title: 'Nio bryggerier sköljer',
  lead: ['Målet är att halvera uttaget.', '2029'],
  body: doc(paragraph('Utlysningen öppnade i mars.'), quote('ingrid', '– Det går, säger hon.'), paragraph('Volvo AB')),
})
const source = (alike: string[] = []) => sourceWords({ language: 'sv', texts: comparableTexts(swedish), alike })
const translating = (alike: string[] = []) => newsroom({ language: 'en', source: source(alike) })

describe('what still reads as the source', () => {
  test.each([
    ['typographic signs', '– ”Det går” …', '"Det går"'],
    ['white space and soft hyphens', 'Ut\u00adlysningen\u00a0 öppnade', 'Utlysningen öppnade'],
    ['how a letter is composed', 'A\u030Asunda', 'Åsunda'],
    ['capitals', 'VATTEN', 'vatten'],
  ])('%s do not count', (_, one, other) => {
    expect(comparable(one)).toBe(comparable(other))
    expect(comparable(one)).not.toBe('')
  })

  test('letters with marks are letters of their own, and what has no letters is nothing', () => {
    expect(comparable('på')).not.toBe(comparable('pa'))
    expect(['', '2029', '48 %', '– … –', '🙂'].map(comparable)).toEqual(['', '', '', '', ''])
  })

  test('a fresh copy is untranslated but for its figures', () => {
    const { left, total } = untranslatedIn(swedish, source())
    expect([left.length, total]).toEqual([5, 5])
    expect(untranslated(swedish, translating())).toEqual([
      { place: { part: 'title' }, values: { count: 5, total: 5, language: 'en', from: 'sv' } },
    ])
  })

  test('a role on a card is found on the card', () => {
    const cards = [{ personId: 'ingrid', role: 'Programchef', organisation: 'Åsunda' }]
    const of = (role: string) => text({ title: 'Water', cards: [{ personId: 'ingrid', role, organisation: 'Åsunda' }] })
    const from = sourceWords({ language: 'sv', texts: comparableTexts({ ...swedish, cards }), alike: [] })
    const beside = newsroom({ language: 'en', source: from })
    expect(places(untranslated(of('programchef'), beside))).toEqual([{ part: 'card', personId: 'ingrid' }])
    expect(untranslated(of('Programme Director'), beside)).toEqual([])
  })

  test('what has been translated, and what is meant to be the same, is not found', () => {
    const half = text({
      title: 'Nine breweries rinse',
      lead: ['The aim is to halve it.', '2029'],
      body: doc(
        paragraph('Utlysningen  öppnade i mars'),
        quote('ingrid', '“It works,” she says.'),
        paragraph('Volvo AB'),
      ),
    })
    expect(places(untranslated(half, translating()))).toEqual([{ part: 'body', path: [0] }])
    expect(untranslatedIn(half, source([comparable('Volvo AB')]))).toMatchObject({
      left: [{ kind: 'paragraph' }],
      total: 5,
    })
    const whole = {
      ...half,
      body: doc({ type: 'paragraph', content: words('The call opened.') }, paragraph('Volvo AB')),
    }
    expect(untranslated(whole, translating([comparable('Volvo AB')]))).toEqual([])
    expect(checkText(whole, translating([comparable('Volvo AB')])).passed).toContain('untranslated')
  })

  test('is found in captions, alternative texts, fact boxes, tables, titles and the summary too', () => {
    const fact = (term: string, said: string) => ({ type: 'factRow' as const, attrs: { term }, content: words(said) })
    const whole = (swedish: boolean) => {
      const say = (one: string, other: string) => (swedish ? one : other)
      const pictured = table(['tableHeader'])
      return text({
        title: say('Nio bryggerier', 'Nine breweries'),
        hero: use({ alt: say('En tank', 'A tank'), caption: say('Tanken i Åsunda', 'The tank in Åsunda') }),
        body: doc(
          image({ alt: say('En rad flaskor', 'A row of bottles'), caption: say('Flaskorna', 'The bottles') }),
          { type: 'gallery', content: [image({ alt: say('Ett rör', 'A pipe'), caption: say('Röret', 'The pipe') })] },
          {
            type: 'factBox',
            attrs: { title: say('Så funkar det', 'How it works') },
            content: [fact(say('Vatten', 'Water'), say('Renas två gånger', 'Cleaned twice'))],
          },
          pictured.type === 'table'
            ? { ...pictured, attrs: { caption: say('Uttag per år', 'Use by year'), totals: false } }
            : pictured,
          { type: 'embed', attrs: { provider: 'vimeo', videoId: '1', title: say('Filmen', 'The film') } },
          { type: 'download', attrs: { mediaId: 'm', title: say('Hela rapporten', 'The whole report') } },
        ),
        summary: say('Kort sagt', 'In short'),
      })
    }
    const compared = sourceWords({ language: 'sv', texts: comparableTexts(whole(true)), alike: [] })
    const { left, total } = untranslatedIn(whole(true), compared)
    expect(left.map(({ kind, text: said }) => [kind, said])).toEqual([
      ['title', 'Nio bryggerier'],
      ['alt', 'En tank'],
      ['caption', 'Tanken i Åsunda'],
      ['alt', 'En rad flaskor'],
      ['caption', 'Flaskorna'],
      ['alt', 'Ett rör'],
      ['caption', 'Röret'],
      ['title', 'Så funkar det'],
      ['term', 'Vatten'],
      ['factRow', 'Renas två gånger'],
      ['caption', 'Uttag per år'],
      ['title', 'Filmen'],
      ['title', 'Hela rapporten'],
      ['summary', 'Kort sagt'],
    ])
    expect(total).toBe(14)
    expect(left.map(({ place }) => place)).toMatchObject([
      { part: 'title' },
      { image: 0 },
      { image: 0 },
      { image: 1 },
      { image: 1 },
      { image: 2 },
      { image: 2 },
      { path: [2] },
      { path: [2, 0] },
      { path: [2, 0] },
      { path: [3] },
      { path: [4] },
      { path: [5] },
      { part: 'details', field: 'summary' },
    ])
    expect(untranslatedIn(whole(false), compared).left).toEqual([])
  })

  test('how a quote names its speaker is found where it says what they do, and a name alone is not', () => {
    const said = (named: string, words: string) =>
      doc(quote('ingrid', words, { place: 'after', verb: 'säger', named }), paragraph('–'))
    const names = ['Ingrid Ölvestad, programchef', 'Ingrid Ölvestad', 'Carl von Essen', 'Ingrid']
    const texts = names.flatMap((named) => comparableTexts(text({ title: '', body: said(named, '– Det går.') })))
    const compared = sourceWords({ language: 'sv', texts, alike: [] })
    const left = names.flatMap(
      (named) => untranslatedIn(text({ title: '', body: said(named, '“It works.”') }), compared).left,
    )
    expect(left.map(({ kind, text: words, place }) => [kind, words, place])).toEqual([
      ['named', 'Ingrid Ölvestad, programchef', { part: 'body', path: [0] }],
    ])
  })

  test('a picture that is only decoration has no alternative text to translate', () => {
    const decorative = text({ body: doc(image({ altDecision: 'decorative', alt: 'En rad flaskor' })) })
    const compared = sourceWords({
      language: 'sv',
      texts: comparableTexts(text({ title: 'En rad flaskor' })),
      alike: [],
    })
    expect(untranslatedIn({ ...decorative, title: 'Bottles' }, compared).left).toEqual([])
  })

  test('what is marked is told as it is written, and only where it stands', () => {
    const alike = [comparable('VOLVO AB'), comparable('Saab')]
    expect(markedAlike(swedish, alike)).toEqual(['Volvo AB'])
  })

  test('another version that is not all translated is something to look at', () => {
    const room = newsroom({ unfinished: { language: 'en', releaseId: 'r', left: 2, total: 3 } })
    expect(unfinished(swedish, room)).toEqual([
      { place: { part: 'release', releaseId: 'r' }, values: { count: 2, total: 3, language: 'en' } },
    ])
    expect(unfinished(swedish, newsroom())).toEqual([])
  })

  test('a text that is no translation is not asked', () => {
    expect(untranslated(swedish, newsroom())).toEqual([])
    expect(isTranslation(swedish, newsroom())).toBe(false)
  })
})
