import { describe, expect, it } from 'vitest'
import { isBare } from './imported-blocks.ts'

import { holds, read } from './testing.ts'

describe('raised and lowered words are marks', () => {
  holds([
    ['of HTML', '<p>10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub></p>', ['10^6^ m^2^ CO~2~']],
    [
      'of Google Docs',
      '<p>10<span style="font-size:0.6em;vertical-align:super;">6</span> CO<span style="vertical-align:sub">2</span></p>',
      ['10^6^ CO~2~'],
    ],
    ['of Word Online', '<p>m<span class="NormalTextRun Superscript SCXW1">2</span></p>', ['m^2^']],
    ['of Word, moved by hand', '<p>m<span style="mso-text-raise:3.0pt">2</span></p>', ['m^2^']],
    ['of a class', '<style>.s1 {vertical-align: super}</style><p>m<span class="s1">2</span></p>', ['m^2^']],
    [
      'until the line is said to be straight',
      '<p><sup>2<span style="vertical-align:baseline">3</span></sup></p>',
      ['^2^3'],
    ],
    ['but a space is not', '<p>m<sup>2 </sup>yta<sup> </sup>x</p>', ['m^2 ^yta x']],
  ])
})

describe('struck words are left out, and how many is said', () => {
  holds([
    ['s', '<p><s>500</s> 400 kronor</p>', ['400 kronor'], { struck: 1 }],
    ['strike', '<p><strike>500 kronor</strike> 400</p>', ['400'], { struck: 2 }],
    ['del', '<p><del>500</del> 400</p>', ['400'], { struck: 1 }],
    ['a style', '<p><span style="text-decoration: underline line-through">500</span> 400</p>', ['400'], { struck: 1 }],
    ['another', '<p><span style="text-decoration-line:line-through">500</span> 400</p>', ['400'], { struck: 1 }],
    [
      'a class',
      '<style>.x{text-decoration:line-through}</style><p><b class="x">500</b> 400</p>',
      ['400'],
      { struck: 1 },
    ],
    ['a whole point', '<ul><li>Ett</li><li><s>Två saker</s></li></ul>', ['* Ett'], { struck: 2 }],
    [
      'a row of a table',
      '<table><tr><td>a</td><td>b</td></tr><tr><td><s>c</s></td><td>d</td></tr></table>',
      ['a | b', ' | d'],
      { struck: 1 },
    ],
    [
      'but not a change of Word’s, which is said as one',
      '<p><del cite="mailto:K">500</del> 400</p>',
      ['400'],
      { change: 1 },
    ],
    ['and hidden words', '<p>Syns.<span style="mso-hide:all"> Inte detta</span></p>', ['Syns.'], { hidden: 2 }],
  ])
})

describe('words are not glued together, and not torn apart', () => {
  holds([
    [
      'spans that are blocks',
      '<div><span style="display:block">Ett</span><span style="display:block">två</span></div>',
      ['Ett', 'två'],
    ],
    [
      'a class that is one',
      '<style>span.rad{display:flex}</style><span class="rad">Ett</span><span class="rad">två</span>',
      ['Ett', 'två'],
    ],
    ['spans in a row', '<div style="display:flex"><span>Ett</span><span>två</span></div>', ['Ett', 'två']],
    ['a page break', '<p>Ett<br clear=all style="page-break-before:always">två</p>', ['Ett', 'två']],
    ['a column break', '<p>Ett<br style="mso-column-break-before:always">två</p>', ['Ett', 'två']],
    ['line ends of other kinds', '<p>Ett\u2028två\u0085tre\vfyra\u2029fem</p>', ['Ett⏎två⏎tre⏎fyra', 'fem']],
    ['lines that a style keeps', '<div style="white-space:pre-wrap">Ett\ntvå</div>', ['Ett⏎två']],
    [
      'a drop cap of Word',
      '<table align=left><tr><td><p class=MsoNormal style="mso-element:dropcap-dropped">V</p></td></tr></table><p>attnet växer.</p>',
      ['Vattnet växer.'],
    ],
    ['a drop cap of a page', '<p><span style="float:left;display:block">V</span>attnet växer.</p>', ['Vattnet växer.']],
    ['a drop cap in a paragraph of its own', '<p>V</p><p>attnet <b>växer</b>.</p>', ['Vattnet **växer**.']],
    ['but a word of one letter', '<p>I</p><p>början</p>', ['I', 'början']],
  ])
})

describe('text boxes of Word keep their words', () => {
  const inVml = (words: string, fallback: string) =>
    `<p>Text.<!--[if gte vml 1]><v:shape id="Ruta_1"><v:textbox><![if !mso]><table><tr><td><![endif]><div><p class=MsoNormal>${words}<o:p></o:p></p></div><![if !mso]></td></tr></table><![endif]></v:textbox></v:shape><![endif]--><![if !vml]>${fallback}<![endif]></p><p>Slut.</p>`
  holds([
    ['in a comment', inVml('Ruta <b>ett</b>', ''), ['Text.', 'Ruta **ett**', 'Slut.']],
    [
      'beside a picture of it',
      inVml('Ruta', '<img src="file:///a.png" v:shapes="Ruta_1" width=90 height=40>'),
      ['Text.', 'Ruta', 'Slut.'],
    ],
    ['once', inVml('Ruta', '<span><span v:shape="Ruta_1">Ruta</span></span>'), ['Text.', 'Ruta', 'Slut.']],
    ['as elements', '<p>Text.</p><v:shape><v:textbox><p>Ruta</p></v:textbox></v:shape>', ['Text.', 'Ruta']],
    [
      'as a picture that says them',
      '<p>Text.<img src="file:///a.png" alt="Textruta: Ruta ett" width=90 height=40></p>',
      ['Text.', 'Ruta ett'],
    ],
    [
      'in a table that only places them',
      '<table><tr><td></td></tr><tr><td></td><td><div v:shape="x"><p>Ruta</p></div></td></tr></table>',
      ['Ruta'],
    ],
  ])
})

it('a cell that is struck is empty, and those beside it stay where they are', () => {
  const { text, omitted } = read(
    '<style>.x {text-decoration:line-through}</style><table><tr><td>Ort</td><td>Pris</td><td>Nytt</td></tr><tr><td>Umeå</td><td class="x">500</td><td>400</td></tr><tr class="x"><td>Luleå</td><td>1</td><td>2</td></tr></table>',
  )
  expect({ text, omitted }).toEqual({ text: ['Ort | Pris | Nytt', 'Umeå |  | 400'], omitted: { struck: 2 } })
})

describe('lists keep their levels', () => {
  const word = (level: number, mark: string, words: string, style = '') =>
    `<p class=MsoListParagraph style='${style}mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}&nbsp; </span>${words}</p>`
  holds([
    [
      'around a paragraph that goes on with a point, by its indent',
      word(1, '·', 'Ett', 'margin-left:36pt;') +
        word(2, 'o', 'Under', 'margin-left:72pt;') +
        "<p class=MsoNormal style='margin-left:36.0pt'>Mer om ett</p>" +
        word(2, 'o', 'Också under', 'margin-left:72pt;'),
      ['* Ett', '  * Under', 'Mer om ett', '  * Också under'],
    ],
    [
      'by its style',
      `${word(1, '1.', 'Ett')}<p class=MsoListParagraphCxSpMiddle>Mer om ett</p>${word(1, '2.', 'Två')}`,
      ['1. Ett', 'Mer om ett', '2. Två'],
    ],
    [
      'by what follows',
      `${word(1, '1.', 'Ett') + word(2, 'a)', 'Under')}<p class=MsoNormal>Mer</p>${word(2, 'b)', 'Också under')}`,
      ['1. Ett', '  1. Under', '  Mer', '  2. Också under'],
    ],
    [
      'in Google Docs',
      '<ul><li aria-level="1">Ett</li><ul><li aria-level="2">Under</li></ul></ul><p style="margin-left:72pt">Mer</p><ul><ul><li aria-level="2">Också</li></ul></ul>',
      ['* Ett', '  * Under', '  Mer', '  * Också'],
    ],
    [
      'but a paragraph that is not indented ends a list',
      `${word(1, '1.', 'Ett')}<p class=MsoNormal>Emellan</p>${word(1, '2.', 'Två')}`,
      ['1. Ett', 'Emellan', '2. Två'],
    ],
    [
      'of the styles that Word has for them',
      word(1, '·', 'Ett') + word(1, '·', 'Under').replace('MsoListParagraph', 'MsoListBullet2'),
      ['* Ett', '  * Under'],
    ],
  ])
})

describe('signs', () => {
  const item = (checked: boolean, words: string) =>
    `<li role="checkbox" aria-checked="${checked}" aria-level="1"><img src="data:image/png;base64,AAAA" alt="${checked ? '' : 'un'}checked" aria-roledescription="checkbox" width="18.4px" height="18.4px"><p dir="ltr" style="display:inline-block">${words}</p></li>`
  holds([
    [
      'of a checklist in Google Docs are no pictures',
      `<ul>${item(true, 'Mät')}${item(false, 'Rena')}</ul>`,
      ['* ☒ Mät', '* ☐ Rena'],
    ],
    [
      'of points that are ticked off, whose words programs strike',
      '<ul><li role="checkbox" aria-checked="true"><p><span style="text-decoration:line-through">Mät</span></p></li></ul>',
      ['* ☒ Mät'],
    ],
    [
      'beside others, in brackets',
      '<p><ruby>東<rt>とう</rt></ruby> <ruby>京<rp>(</rp><rt>きょう</rt><rp>)</rp></ruby></p>',
      ['東(とう) 京(きょう)'],
    ],
    [
      'of a checklist on a page',
      '<ul><li><input type="checkbox" checked> Mät</li><li><input type="checkbox"> Rena</li></ul>',
      ['* ☒ Mät', '* ☐ Rena'],
    ],
    [
      'that are pictures of emoji are emoji',
      '<p>Bra <img src="https://a.example/1f642.png" alt="🙂" width="20"> <img src="x" alt="👩🏽‍🚒"><img src="x" alt="🇸🇪"></p>',
      ['Bra 🙂 👩🏽‍🚒🇸🇪'],
    ],
    [
      'but a picture of a number is one',
      '<p>Ett</p><img src="https://a.example/b.png" alt="3">',
      ['Ett'],
      { image: 1 },
    ],
    [
      'around quoted words',
      '<p>Hon sa <q>ja</q>, <q>”nej”</q> och <span lang="en-GB"><q>yes</q></span>.</p>',
      ['Hon sa ”ja”, ”nej” och “yes”.'],
    ],
    [
      'of notes in an encyclopedia',
      '<p>Vattnet<sup class="reference"><a href="https://sv.wikipedia.org/wiki/X#cite_note-1">[1]</a></sup> växer<sup>[källa behövs]</sup>.<span class="mw-editsection">[redigera]</span></p><ol class="references"><li>Boken</li></ol>',
      ['Vattnet växer.'],
      { note: 3 },
    ],
  ])
})

describe('looks that classes give', () => {
  holds([
    [
      'a header row in Excel',
      '<style><!--table\n\t{mso-displayed-decimal-separator:","}\n.xl65\n\t{font-weight:700;}\n--></style><table><tr><td class=xl65>Ort</td><td class=xl65>Volym</td></tr><tr><td>Högfors</td><td>27</td></tr></table>',
      ['!Ort | !Volym', 'Högfors | 27'],
    ],
    [
      'bold and italic in Pages',
      '<style>p.p1 {font: 12.0px Helvetica} span.s1 {font: bold 12.0px Helvetica} span.s2, em.s2 {font-style: italic}</style><p class="p1">Ett <span class="s1">två</span> <span class="s2">tre</span></p>',
      ['Ett **två** _tre_'],
    ],
    [
      'but not on paper',
      '<style>@media print { .x { display: none } .y { font-weight: 700 } }</style><p class="x y">Ett</p>',
      ['Ett'],
    ],
    [
      'and what is set off is not emphasised',
      '<style>p.MsoQuote {font-style:italic}</style><p class=MsoQuote>Så är det.</p>',
      ['> Så är det.'],
    ],
    [
      'before what an element says itself',
      '<style>.b {font-weight:700}</style><p><span class="b" style="font-weight:400">Ett</span></p>',
      ['Ett'],
    ],
  ])
})

describe('lines of one paragraph', () => {
  holds([
    ['with a dash are quotes', '<p>Text.<br>– Vi växer, säger Kim.</p>', ['Text.', '> – Vi växer, säger Kim.']],
    [
      'between others',
      '<p>Text.<br>–Vi växer, säger Kim.<br>Mer text.</p>',
      ['Text.', '> –Vi växer, säger Kim.', 'Mer text.'],
    ],
    [
      'with bullets are points',
      '<p>Två bruk:<br>• Ett mejeri<br>• Ett <b>bryggeri</b></p>',
      ['Två bruk:', '* Ett mejeri', '* Ett **bryggeri**'],
    ],
    [
      'with hyphens are points',
      '<p>Två bruk:<br>- Ett mejeri<br>- Ett bryggeri</p>',
      ['Två bruk:', '* Ett mejeri', '* Ett bryggeri'],
    ],
    [
      'that a PDF broke are one',
      '<span role="presentation">Programmet Andra vattnet låter sköljvatten i anlägg-</span><br role="presentation"><span>ningen gå ett varv till, och nu är nio företag</span><br><span>med.</span>',
      ['Programmet Andra vattnet låter sköljvatten i anläggningen gå ett varv till, och nu är nio företag med.'],
    ],
    ['are lines else', '<p>Andra vattnet<br>Box 12<br>123 45 Högfors</p>', ['Andra vattnet⏎Box 12⏎123 45 Högfors']],
  ])
})

describe('short lines with a dash', () => {
  const lines = (...words: string[]) => words.map((line) => `<p>${line}</p>`).join('')
  holds([
    ['are a list', lines('– Stockholm', '– Göteborg', 'Slut'), ['* Stockholm', '* Göteborg', 'Slut']],
    [
      'with a full stop after the last',
      lines('– minskar utsläppen', '– sparar vatten.'),
      ['* minskar utsläppen', '* sparar vatten.'],
    ],
    ['with hyphens', lines('- Ett mejeri', '- Ett bryggeri'), ['* Ett mejeri', '* Ett bryggeri']],
    ['with numbers', lines('1. Mät', '2. Rena', 'Slut'), ['1. Mät', '2. Rena', 'Slut']],
    [
      'but talk is talk',
      lines('– Ja, säger Ingrid', '– Nej, säger Kim'),
      ['> – Ja, säger Ingrid', '> – Nej, säger Kim'],
    ],
    ['and so are sentences', lines('– Det går.', '– Vi växer.'), ['> – Det går.', '> – Vi växer.']],
    ['and one line alone', lines('– Stockholm'), ['> – Stockholm']],
    [
      'and quotes after a list',
      lines('– Stockholm', '– Göteborg', '– Vi växer, säger Kim.'),
      ['* Stockholm', '* Göteborg', '> – Vi växer, säger Kim.'],
    ],
  ])
})

it('a page with nothing on it is told from one that something was left out of', () => {
  expect(isBare(read('<meta charset="utf-8"><p> </p><!--StartFragment--><!--EndFragment-->').imported)).toBe(true)
  expect(isBare(read('<p><s>500</s></p>').imported)).toBe(false)
})
