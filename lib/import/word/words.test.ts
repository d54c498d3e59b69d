import { describe } from 'vitest'
import { characterStyle, paragraphStyle, point, run, said, styled } from '../test-word-files.ts'
import { holds, paragraph, runWith, styles } from './testing.ts'

const hidden = '<w:rPr><w:vanish/></w:rPr>'
const raised = '<w:vertAlign w:val="superscript"/>'
const lowered = '<w:vertAlign w:val="subscript"/>'

describe('hidden words stay out, and how many is said', () => {
  holds([
    ['a run', [said(run('Syns. '), run('Inte detta än', '<w:vanish/>'))], ['Syns.'], { hidden: 3 }],
    ['a run that is said not to be', [said(run('Syns.', '<w:vanish w:val="0"/>'))], ['Syns.']],
    [
      'a character style',
      [said(run('Syns. '), run('Dolt', '<w:rStyle w:val="Dold"/>'))],
      ['Syns.'],
      { hidden: 1 },
      styles(characterStyle('Dold', 'Dold', hidden)),
    ],
    [
      'a paragraph style based on one that is hidden, but not the words that are said to show',
      [
        styled('Under', 'Hela stycket'),
        paragraph('<w:pStyle w:val="Under"/>', run('Utom detta', '<w:vanish w:val="false"/>')),
      ],
      ['Utom detta'],
      { hidden: 2 },
      styles(paragraphStyle('Dold', 'Dold', hidden), paragraphStyle('Under', 'Under', '<w:basedOn w:val="Dold"/>')),
    ],
    [
      'a row of a table',
      [
        `<w:tbl><w:tr><w:tc>${said(run('a'))}</w:tc><w:tc>${said(run('b'))}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${said(run('Hemligt'))}</w:tc><w:tc>${said(run('Pris'))}</w:tc></w:tr></w:tbl>`,
      ],
      ['a | b'],
      { hidden: 2 },
    ],
    [
      'a paragraph that is hidden with its end, and has no number',
      [
        point('Ett', 0, 2),
        paragraph(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>${hidden}`, run('Dolt', '<w:vanish/>')),
        point('Två', 0, 2),
      ],
      ['1. Ett', '2. Två'],
      { hidden: 1 },
    ],
  ])
})

describe('raised, lowered and struck words', () => {
  holds([
    [
      'are marks of the text',
      [said(run('10'), run('6', raised), run(' m'), run('2', raised), run(', CO'), run('2', lowered))],
      ['10^6^ m^2^, CO~2~'],
    ],
    ['are also those that were moved by hand', [said(run('10'), run('-6', '<w:position w:val="6"/>'))], ['10^-6^']],
    [
      'are marks beside others, but not where only a space is raised',
      [said(run('C'), run('eq', `${lowered}<w:b/>`), run(' ', raised), run('ton'))],
      ['C**~eq**~ ton'],
    ],
    [
      'are left out when struck',
      [said(run('500', '<w:strike/>'), run(' 400 kronor'), run(' en dag', '<w:dstrike/>'))],
      ['400 kronor'],
      { struck: 3 },
    ],
    [
      'are not struck when a style is and they are said not to be',
      [said(run('400', '<w:rStyle w:val="S"/><w:strike w:val="0"/>'))],
      ['400'],
      {},
      styles(characterStyle('S', 'S', '<w:rPr><w:strike/></w:rPr>')),
    ],
  ])
})

describe('letters of fonts that draw signs', () => {
  const inFont = (font: string, words: string) => run(words, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`)
  const sign = (instructions: string) => [
    runWith('<w:fldChar w:fldCharType="begin"/>'),
    runWith(`<w:instrText>${instructions}</w:instrText>`),
    runWith('<w:fldChar w:fldCharType="end"/>'),
  ]
  holds([
    ['are those signs', [said(run('5 '), inFont('Symbol', 'm'), run('g '), inFont('Wingdings', 'à'))], ['5 μg →']],
    ['in the private area too', [said(run('5 '), inFont('Symbol', '\uf06d'), run('g'))], ['5 μg']],
    [
      'through styles, but not where the words have another font',
      [styled('Tecken', 'm'), paragraph('<w:pStyle w:val="Tecken"/>', inFont('Arial', 'm'))],
      ['μ', 'm'],
      {},
      styles(paragraphStyle('Tecken', 'Tecken', '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>')),
    ],
    [
      'as fields that are not written out',
      [said(run('5 '), ...sign(' SYMBOL 109 \\f "Symbol" \\s 11 '), run('g'))],
      ['5 μg'],
    ],
    ['of Unicode', [said(run('5 '), ...sign('SYMBOL 8364 \\u'))], ['5 €']],
    [
      'that only their font knows are said',
      [said(run('5'), inFont('Egen', '\uf06d'), ...sign('SYMBOL 61548 \\f Egen'))],
      ['5'],
      { shape: 2 },
    ],
  ])
})

describe('words are not glued together', () => {
  holds([
    [
      'with the sign that somebody has given a note',
      [
        said(
          run('500'),
          runWith('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t>'),
          run(' kronor'),
        ),
      ],
      ['500 kronor'],
      { note: 1 },
    ],
    [
      'or torn apart where the end of a paragraph is hidden',
      [paragraph(hidden, run('Vatt')), said(run('net'))],
      ['Vattnet'],
    ],
    ['by a page break', [said(run('Ett'), runWith('<w:br w:type="page"/>'), run('två'))], ['Ett', 'två']],
    ['by a column break', [said(run('Ett'), runWith('<w:br w:type="column"/>'), run('två'))], ['Ett', 'två']],
    [
      'by a line break',
      [said(run('Ett'), runWith('<w:br/>'), run('två'), runWith('<w:cr/>'), run('tre'))],
      ['Ett⏎två⏎tre'],
    ],
    ['by tabs', [said(run('Ett'), runWith('<w:tab/>'), run('två'), runWith('<w:ptab/>'), run('tre'))], ['Ett två tre']],
    ['by line ends of other kinds', [said(run('Ett\u2028två\u0085tre\u2029fyra'))], ['Ett⏎två⏎tre', 'fyra']],
    [
      'and a drop cap is the first letter of its word',
      [paragraph('<w:framePr w:dropCap="drop" w:lines="3"/>', run('V')), said(run('attnet växer.'))],
      ['Vattnet växer.'],
    ],
  ])
})

describe('a table of contents stays out', () => {
  const line = styled('TOC1', 'Bakgrund\t3')
  holds([
    [
      'as a field over paragraphs',
      [
        said(
          runWith('<w:fldChar w:fldCharType="begin"/>'),
          runWith('<w:instrText>TOC \\o "1-3"</w:instrText>'),
          runWith('<w:fldChar w:fldCharType="separate"/>'),
          run('Bakgrund 3'),
        ),
        said(run('Slut 4')),
        said(runWith('<w:fldChar w:fldCharType="end"/>')),
        said(run('Text.')),
      ],
      ['Text.'],
      { contents: 1 },
    ],
    [
      'as a control',
      [
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${said(run('Innehåll'))}${line}</w:sdtContent></w:sdt>`,
        said(run('Text.')),
      ],
      ['Text.'],
      { contents: 1 },
    ],
    ['by its styles', [styled('TOCHeading', 'Innehåll'), line, said(run('Text.'))], ['Text.'], { contents: 1 }],
  ])
})
