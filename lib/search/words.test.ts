import { expect, test } from 'vitest'
import { foldedText, foldedWords, wordsIn } from './words.ts'

const joined = (text: string) => [...wordsIn(text)].filter((word) => word.isJoined).map(({ word }) => word)

test.each([
  ['Vattnet i Lövsele.', 'vattnet i lovsele'],
  ['EU:s e-post', 'eu e post'],
  ['Ann’s and don’t', 'ann and don'],
  ["rock'n'roll", 'rock roll'],
  ['vd:n Åsa', 'vd asa'],
  ['48,5 % av H&M', '48 5 av h m'],
  ['vat\u00adten o\u0308l sko\u200bg', 'vatten ol skog'],
  ['🐟 och 👩‍💻', 'och'],
  ['', ''],
])('the words of %j are %j', (text, expected) => {
  expect(foldedWords(text).join(' ')).toBe(expected)
})

test.each([
  ['e-post', ['epost']],
  ['e‑post och e‐post', ['epost', 'epost']],
  ['covid-19', ['covid19']],
  ['covid－19 och e−post', ['covid19', 'epost']],
  ['don‘t, donʼt, don´t, don′t', ['dont', 'dont', 'dont']],
  ['e-post-adress', ['epostadress']],
  ['don’t, EU:s', ['dont', 'eus']],
  ["rock'n'roll", ['rocknroll']],
  ['e-\u200bpost', ['epost']],
  // Figures alone are no other figure, a dash is between two words, and a sign at an end joins nothing.
  ['2026-11-24', []],
  ['08-123 45', []],
  ['Stockholm–Göteborg', []],
  ['vatten - regn', []],
  ['bild- och ljud', []],
  ['http://example.org', []],
  ['a-b-c-d-e-f', []],
])('in %s words are joined to %j', (text, expected) => {
  expect(joined(text)).toEqual(expected)
})

test('a joined word stands where its words stand, and after them', () => {
  const text = 'Skriv e-post.'
  expect([...wordsIn(text)].map(({ word, written, from, to }) => [word, written, text.slice(from, to)])).toEqual([
    ['skriv', 'skriv', 'Skriv'],
    ['e', 'e', 'e'],
    ['post', 'post', 'post'],
    ['epost', 'e-post', 'e-post'],
  ])
  expect(foldedText(text)).toBe('skriv e post epost')
})
