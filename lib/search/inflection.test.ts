import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { beginningsOf, sharesStem, stemsOf } from './inflection.ts'

const areForms = (one: string, other: string, language: string) =>
  sharesStem(stemsOf(fold(one), language), fold(other), language)
const isReached = (one: string, other: string, language: string) =>
  beginningsOf(fold(one), language).some((beginning) => fold(other).startsWith(beginning))

test.each(
  `vatten vattnet, vattnets vatten, verkstad verkstäderna, bok böckerna, kommun kommunernas, bro bron, broar bron, studie studier,
  museum museet, centrum centret, program programmet, rum rummen, nummer numret, exempel exemplet, nyckel nycklar, forskare forskarna,
  möte mötena, flicka flickor, bygga byggde, kasta kastat, röd röda, grön grönt, ny nytt, stor stora, Malmö Malmös, hand händer, man mannen,
  fågel fåglarna, skriva skrev, skriver skrivit, skrivits skriva, gå gick, går gått, säger sade, köper köpte, välja valde, söker sökt, skjuter sköt, lägga lade, verksamhet verksamheter, satsning satsningarna`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)('in Swedish %s and %s are one word', (one, other) => {
  expect(areForms(one, other, 'sv')).toBe(true)
  expect(isReached(one, other, 'sv') || isReached(other, one, 'sv')).toBe(true)
})

test.each([
  ['kost', 'kosa'],
  ['ost', 'kost'],
  ['hus', 'hund'],
  ['vatten', 'vante'],
  ['bro', 'bror'],
])('in Swedish %s and %s are two', (one, other) => {
  expect(areForms(one, other, 'sv')).toBe(false)
})

test.each(
  `city cities, invest investing, run running, study studied, invite inviting, plan planned, knife knives, analysis analyses, woman women,
  bus buses, company companies, use used, report reports, child children, build built, go went, write written,
  teaching taught, pays paid, find found, taking took, chose choosing`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)('in English %s and %s are one word', (one, other) => {
  expect(areForms(one, other, 'en')).toBe(true)
  expect(isReached(one, other, 'en') && isReached(other, one, 'en')).toBe(true)
})

test.each([
  ['news', 'new'],
  ['business', 'busines'],
  ['bus', 'bu'],
  ['sing', 's'],
])('in English %s and %s are two', (one, other) => {
  expect(areForms(one, other, 'en')).toBe(false)
})

test('a language without rules has only what is the same', () => {
  expect(areForms('talot', 'talo', 'fi')).toBe(false)
  expect(areForms('talo', 'talo', 'fi')).toBe(true)
})
