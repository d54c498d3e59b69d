import { describe, expect, it } from 'vitest'
import { blocksOfText, isMarkdown } from '../plain-text.ts'
import { outline } from '../test-outline.ts'

describe('plain text', () => {
  it.each<[string, string, string[]]>([
    ['bullets', '• Ett\n• Två', ['* Ett', '* Två']],
    ['letters of two signs', 'Ingrid O\u0308lvestad', ['Ingrid Ölvestad']],
    ['a divided word', 'anlägg-\nning', ['anläggning']],
    ['one divided by a soft hyphen', 'anlägg\u00ad\nning', ['anläggning']],
    ['one that waits for another', 'miljö-\noch klimat', ['miljö-', 'och klimat']],
    [
      'the lines of a PDF, paragraph after paragraph',
      'Programmet Andra vattnet låter sköljvatten från anlägg-\nningen gå ett varv till. Nio företag är med, både miljö-\noch klimatbolag. Det första bruket öppnade redan i maj\n2024 i Högfors.\nNästa steg är att fler kommuner kan räkna med vattnet,\noch att det blir dyrare att låta bli.',
      [
        'Programmet Andra vattnet låter sköljvatten från anläggningen gå ett varv till. Nio företag är med, både miljö- och klimatbolag. Det första bruket öppnade redan i maj 2024 i Högfors.',
        'Nästa steg är att fler kommuner kan räkna med vattnet, och att det blir dyrare att låta bli.',
      ],
    ],
    [
      'a sentence over two pages',
      'Vattnet går ett varv\ftill i bruket.\fNy sida.',
      ['Vattnet går ett varv', 'till i bruket.', 'Ny sida.'],
    ],
    [
      'line ends of other kinds',
      'Ett\u2028två\u2029tre\u0085fyra\vfem\rsex',
      ['Ett', 'två', 'tre', 'fyra', 'fem', 'sex'],
    ],
    ['a drop cap', 'V\nattnet växer.', ['Vattnet växer.']],
    ['short lines with a dash', '– Stockholm\n– Göteborg', ['* Stockholm', '* Göteborg']],
    ['points with numbers and tabs', '1.\tMät\n2.\tRena', ['1. Mät', '2. Rena']],
    ['points with bullets and tabs', '•\tMät\n•\tRena', ['* Mät', '* Rena']],
    [
      'bullets of Word, as a PDF has them',
      '\uf0b7\tMät\n\uf0b7\tRena\no\tvid inloppet',
      ['* Mät', '* Rena', '* vid inloppet'],
    ],
    ['its other bullets', '\uf0a7 Mät\n\uf0d8 Rena', ['* Mät', '* Rena']],
    ['letters that nobody sees, without tearing a word', 'kol\u200bdi\u00adoxid\ufeff\ufffc', ['koldioxid']],
    ['a table', 'Ort\tVolym\nHögfors\t27\n\nSlut', ['Ort | Volym', 'Högfors | 27', 'Slut']],
    ['a table with empty cells', '\t2024\t2025\nHögfors\t27\t', [' | 2024 | 2025', 'Högfors | 27 | ']],
    ['words that tabs align', 'Datum:\t\t12 maj\nPlats:\tHögfors', ['Datum: | 12 maj', 'Plats: | Högfors']],
    ['one line with a tab', 'Datum:\t12 maj', ['Datum: 12 maj']],
    ['lines that begin with a tab', '\tEtt\n\tTvå', ['Ett', 'Två']],
    ['an address', 'Andra vattnet\nBox 12\n123 45 Högfors', ['Andra vattnet', 'Box 12', '123 45 Högfors']],
    [
      'contacts, a line each',
      'Ingrid Ölvestad, programchef på Andra vattnet\ningrid@andravattnet.example, 070-123 45 67',
      ['Ingrid Ölvestad, programchef på Andra vattnet', 'ingrid@andravattnet.example, 070-123 45 67'],
    ],
  ])('%s', (_, text, expected) => expect(outline(blocksOfText(text))).toEqual(expected))

  it('is Markdown whatever ends its lines', () => expect(isMarkdown('Se:\u2028- ett\u2028- två')).toBe(true))
})
