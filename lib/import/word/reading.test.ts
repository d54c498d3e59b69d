import { describe, expect, it } from 'vitest'
import {
  documentPart,
  documentRelations,
  field,
  headerPart,
  mainPart,
  point,
  run,
  said,
  styled,
} from '../test-word-files.ts'
import { holds, paragraph, read, runWith } from './testing.ts'

const box = (words: string) => `<w:txbxContent>${said(run(words))}</w:txbxContent>`
const deep = 400

describe('no wrapper loses words', () => {
  holds([
    [
      'a simple field',
      [said(run('Figur '), `<w:fldSimple w:instr=" SEQ Figur ">${run('1')}</w:fldSimple>`, run(': Vattnet'))],
      ['Figur 1: Vattnet'],
    ],
    [
      'w:dir and w:bdo',
      [said(`<w:dir w:val="rtl">${run('Ett')}</w:dir>`, `<w:bdo w:val="ltr">${run(' två')}</w:bdo>`)],
      ['Ett två'],
    ],
    [
      'w:ruby',
      [said(runWith(`<w:ruby><w:rubyPr/><w:rt>${run('とう')}</w:rt><w:rubyBase>${run('東')}</w:rubyBase></w:ruby>`))],
      ['東(とう)'],
    ],
    [
      'tags, controls and what nobody knows',
      [
        said(
          `<w:smartTag>${run('Ett')}</w:smartTag>`,
          `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run(' två')}</w:sdtContent></w:sdt>`,
          `<w:customXml>${run(' tre')}</w:customXml>`,
          `<x:y xmlns:x="urn:x"><x:z>${run(' fyra')}</x:z></x:y>`,
        ),
      ],
      ['Ett två tre fyra'],
    ],
    [
      'boxes to tick, in forms old and new',
      [
        said(
          `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`,
          run(' Klart '),
        ),
        said(
          runWith(
            '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar>',
          ),
          runWith('<w:instrText> FORMCHECKBOX </w:instrText>'),
          runWith('<w:fldChar w:fldCharType="end"/>'),
          run(' Nytt'),
        ),
      ],
      ['☒ Klart', '☒ Nytt'],
    ],
    [
      'the line chosen in a list of a form',
      [
        said(
          runWith(
            '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList></w:ffData></w:fldChar>',
          ),
          runWith('<w:instrText> FORMDROPDOWN </w:instrText>'),
          runWith('<w:fldChar w:fldCharType="end"/>'),
        ),
      ],
      ['Nej'],
    ],
    [
      'a text box without a fallback',
      [
        said(
          run('Text.'),
          runWith(
            `<mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp><wps:txbx>${box('Ruta')}</wps:txbx></wps:wsp></mc:Choice></mc:AlternateContent>`,
          ),
        ),
      ],
      ['Text.', 'Ruta'],
      { box: 1 },
    ],
    [
      'a text box with one, once',
      [
        said(
          run('Text.'),
          runWith(
            `<mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp><wps:txbx>${box('Ruta')}</wps:txbx></wps:wsp></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Ruta')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
          ),
        ),
      ],
      ['Text.', 'Ruta'],
      { box: 1 },
    ],
    [
      'lettering as older programs draw it, in the place where it stands',
      [
        said(
          run('Text.'),
          runWith(
            '<w:pict><v:shapetype id="t136"><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape type="#t136"><v:textpath style="font-size:36pt" string="Öppet hus&#10;på lördag"/></v:shape></w:pict>',
          ),
        ),
        said(run('Mer.')),
      ],
      ['Text.', 'Öppet hus', 'på lördag', 'Mer.'],
      { box: 1 },
    ],
    [
      'lettering that is hidden, turned off or without words',
      [
        said(
          run('Text.'),
          runWith('<w:pict><v:shape style="visibility:hidden"><v:textpath string="UTKAST"/></v:shape></w:pict>'),
          runWith('<w:pict><v:shape><v:textpath on="f" string="Av"/></v:shape></w:pict>'),
          runWith('<w:pict><v:shape><v:textpath string=" "/></v:shape></w:pict>'),
        ),
      ],
      ['Text.'],
      { hidden: 1, shape: 2 },
    ],
    [
      'tracked changes: what was added is there, what was taken away is not',
      [
        said(
          run('Vi '),
          `<w:ins w:id="1">${run('växer')}</w:ins>`,
          '<w:del w:id="2"><w:r><w:delText>krymper</w:delText></w:r></w:del>',
          `<w:moveFrom w:id="3">${run(' bort')}</w:moveFrom>`,
          `<w:moveTo w:id="4">${run(' nu')}</w:moveTo>`,
        ),
      ],
      ['Vi växer nu'],
      { change: 4 },
    ],
    [
      'a paragraph whose end was taken away',
      [paragraph('<w:rPr><w:del w:id="1"/></w:rPr>', run('Vatt')), said(run('net'))],
      ['Vattnet'],
      { change: 1 },
    ],
    [
      'a field that never ends',
      [said(run('Före '), runWith('<w:fldChar w:fldCharType="begin"/>'), run('efter')), said(run('Sist'))],
      ['Före efter', 'Sist'],
    ],
    [
      'a field within the instructions of another',
      [
        said(
          run('Kära '),
          runWith('<w:fldChar w:fldCharType="begin"/>'),
          runWith('<w:instrText>IF </w:instrText>'),
          field('MERGEFIELD kön', run('kvinna')),
          runWith('<w:instrText> = 1</w:instrText>'),
          runWith('<w:fldChar w:fldCharType="separate"/>'),
          run('läsare'),
          runWith('<w:fldChar w:fldCharType="end"/>'),
        ),
      ],
      ['Kära läsare'],
    ],
    ['signs of other fonts', [said(runWith('<w:sym w:font="Wingdings" w:char="F0FC"/>'), run(' klart'))], ['✓ klart']],
    [
      'a sign that only its font knows',
      [said(run('klart'), runWith('<w:sym w:font="Egen" w:char="F0FC"/>'))],
      ['klart'],
      { shape: 1 },
    ],
    [
      'tables in tables, and in something else',
      [
        `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${said(run('a'))}</w:tc><w:tc>${said(run('b'))}</w:tc></w:tr></w:sdtContent></w:sdt><w:tr><w:tc><w:tbl><w:tr><w:tc>${point('c', 0, 2)}</w:tc></w:tr></w:tbl></w:tc><w:tc>${said(run('d'))}</w:tc></w:tr></w:tbl>`,
      ],
      ['a | b', 'c | d'],
    ],
    [
      'wrappers within each other',
      [said('<w:smartTag>'.repeat(deep) + run('Djupt') + '</w:smartTag>'.repeat(deep))],
      ['Djupt'],
    ],
  ])

  it('and the letters of the text are counted against those of the file', async () => {
    // A link to a note of LibreOffice's is left out where a page is read, without anybody having said so.
    const parts = {
      'word/_rels/document.xml.rels': documentRelations.replace(
        'https://andravattnet.example/metod',
        '#sdfootnote1sym',
      ),
    }
    const { text, omitted } = await read(
      [said(run('Se '), `<w:hyperlink r:id="rLink">${run('not 1')}</w:hyperlink>`)],
      parts,
    )
    expect(text).toEqual(['Se'])
    expect(omitted).toEqual({ place: 1, letters: 4 })
  })

  it('and digits that somebody typed before points are no letters that are missing', async () => {
    const { text, omitted } = await read([said(run('1. Mät')), said(run('2. Rena')), said(run('10. juni'))])
    expect({ text, omitted }).toEqual({ text: ['1. Mät', '2. Rena', '10. juni'], omitted: {} })
  })

  it('and headers, documents inside and what else stands beside the text are said', async () => {
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/></w:sectPr>'
    const { omitted } = await read([said(run('Text.')), '<w:altChunk r:id="rPart"/>', section], {
      'word/header1.xml': headerPart(said(run('Pressmeddelande'))),
    })
    expect(omitted).toEqual({ margin: 1, part: 1 })
    const numbered = await read([said(run('Text.')), section], {
      'word/header1.xml': headerPart(said(field('PAGE', run('1')))),
    })
    expect(numbered.omitted).toEqual({})
  })
})

describe('parts have other names', () => {
  it('as Word Online gives them', async () => {
    const paragraphs = [styled('Rubrik', 'Titel'), point('Ett', 0, 2)]
    const { title, text } = await read([said(run('Fel'))], {
      '_rels/.rels': mainPart('/word/document2.xml'),
      'word/document2.xml': documentPart(paragraphs),
      'word/_rels/document2.xml.rels': documentRelations,
    })
    expect([title, ...text]).toEqual(['Titel', '1. Ett'])
  })

  it('and so have namespaces, in the strict form of the format too', async () => {
    const names = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    const { text } = await read([], {
      'word/document.xml': `<x:document ${names}><x:body><x:p><x:r><x:rPr><x:b/></x:rPr><x:t>Ord</x:t></x:r></x:p></x:body></x:document>`,
    })
    expect(text).toEqual(['**Ord**'])
  })
})
