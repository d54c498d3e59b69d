import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('cells keep commas, quotation marks and line breaks, and the file says that it is UTF-8', () => {
  expect(
    csvText([
      ['Ölvestad, Ingrid', 'Hon sa ”ja”'],
      ['Två\nrader', 'Sju "tum"'],
    ]),
  ).toBe('\ufeff"Ölvestad, Ingrid",Hon sa ”ja”\r\n"Två\nrader","Sju ""tum"""\r\n')
})

test('a member gets what their spreadsheet opens in columns', () => {
  const rows = [
    ['Karin; Alm', '7,5', 'Ja'],
    ['=1', '-2', ''],
  ]
  expect(csvText(rows, 'sv')).toBe('\ufeff"Karin; Alm";"7,5";Ja\r\n\'=1;-2;\r\n')
  expect(csvText(rows, 'en')).toBe('\ufeff"Karin; Alm","7,5",Ja\r\n\'=1,-2,\r\n')
})

test.each(['=1+1', '+46 8', '-2+3', '-A1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1', '＝1+1', '－A1', '+1,5|x'])(
  '%j is text and no formula',
  (text) => {
    expect(csvText([[text]]).replace(/^\ufeff"?/, '')).toMatch(/^'/)
  },
)

test.each(['-2', '+3,5', '-1200.75', '-4 %', '+12%'])('%j is a number and stays one', (text) => {
  expect(csvText([[text]]).replaceAll(/["\ufeff\r\n]/g, '')).toBe(text)
})

test('a dash that opens a quote is no formula', () => expect(csvText([['– Ja.']])).toBe('\ufeff– Ja.\r\n'))
