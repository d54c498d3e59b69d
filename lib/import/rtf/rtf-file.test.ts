import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTextFile } from '../read-file.ts'
import { outline } from '../test-outline.ts'

async function read(rtf: string) {
  const directory = await mkdtemp(join(tmpdir(), 'rtf-'))
  try {
    const path = join(directory, 'file.rtf')
    await writeFile(path, Buffer.from(rtf, 'latin1'))
    const { title, blocks, omitted, pictures } = await readTextFile(path, 'file.rtf', directory)
    const counted = Object.entries(omitted).filter(([, count]) => count !== 0)
    return { title, pictures, text: outline(blocks), omitted: Object.fromEntries(counted) }
  } finally {
    await rm(directory, { recursive: true })
  }
}

const fonts = String.raw`{\fonttbl{\f0\fswiss\fcharset0 Helvetica;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}}`
const styles = String.raw`{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2\b heading 2;}{\s15\b Title;}{\s16\i Quote;}{\s17 toc 1;}{\*\cs10 Default;}}`
const file = (...body: string[]) =>
  String.raw`{\rtf1\ansi\ansicpg1252\uc1\deff0${fonts}${styles}{\info{\title Nej}}${body.join('\n')}}`

/** What is written, the text it makes, and what is left out and said. */
type Case = [name: string, body: string[], text: string[], omitted?: object]
const holds = (cases: Case[]) =>
  it.each(cases)('%s', async (_, body, text, omitted = {}) => {
    const found = await read(file(...body))
    expect({ text: found.text, omitted: found.omitted }).toEqual({ text, omitted })
  })

describe('an RTF file', () => {
  it('has a title and headings by its styles', async () => {
    const body = String.raw`\pard\s15\b Andra vattnet v\'e4xer\par\pard\s1\b Kontrollen\par\pard\plain Text.\par\pard\s2\b Steg\par\pard\outlinelevel1 Niv\u229 ?\par`
    expect(await read(file(body))).toEqual({
      title: 'Andra vattnet växer',
      pictures: [],
      text: ['## Kontrollen', 'Text.', '### Steg', '### Nivå'],
      omitted: {},
    })
  })

  holds([
    [
      'as TextEdit writes it',
      [
        "\\pard\\tx560\\f0\\fs24 \\cf0 Ett\\'e5\\'e4\\'f6 \\b fet\\b0  och \\i kursiv\\i0 .\\",
        String.raw`Tv\u229\'e5.`,
      ],
      ['Ettåäö **fet** och _kursiv_.', 'Två.'],
    ],
    [
      'looks until the end of a group',
      [String.raw`\pard {\b Fet {\i b\'e5da}} vanlig{\b\plain  ren}\par`],
      ['**Fet ****_båda**_ vanlig ren'],
    ],
    [
      'raised, lowered and struck words',
      [String.raw`\pard 10{\super 6} CO{\sub 2} m{\up6 3}\nosupersub  {\strike 500 kronor} 400{\v  Dolt}\par`],
      ['10^6^ CO~2~ m^3^ 400'],
      { struck: 2, hidden: 1 },
    ],
    [
      'tracked changes',
      [String.raw`\pard Vi {\revised v\'e4xer}{\deleted krymper} nu\par`],
      ['Vi växer nu'],
      { change: 2 },
    ],
    [
      'signs',
      [String.raw`\pard \endash  Vi v\'e4xer\emdash s\'e4ger\~Kim\line en\tab g\'e5ng\_till \{a\}\par`],
      ['> – Vi växer—säger\u00a0Kim⏎en gång‑till {a}'],
    ],
    [
      'signs beyond older programs',
      [String.raw`\pard \u8364 ?uro {\uc2\u937 xy}\u-10179?\u-8704?.\par`],
      ['€uro Ω😀.'],
    ],
    ['letters of other alphabets', [String.raw`\pard {\f2 \'cf\'f0\'e8\'e2\'e5\'f2} {\f1 \'b7}\par`], ['Привет •']],
    [
      'links',
      [
        String.raw`\pard Se {\field{\*\fldinst{HYPERLINK "https://andravattnet.example/metod"}}{\fldrslt{\ul metoden}}}.{\field{\*\fldinst PAGE}{\fldrslt 3}}\par`,
      ],
      ['Se [metoden](https://andravattnet.example/metod).3'],
    ],
    [
      'a link to a file',
      [String.raw`\pard {\field{\*\fldinst{HYPERLINK "file:///C:/a.doc"}}{\fldrslt metoden}}\par`],
      ['metoden'],
      { place: 1 },
    ],
    [
      'lists',
      [
        String.raw`\pard\li720{\listtext 1.\tab}\ls1 M\'e4t\par{\listtext a)\tab}\pard\li1440\ilvl1\ls1 vid inloppet\par{\listtext b)\tab}vid utloppet\par`,
        String.raw`\pard\li720 Mer om det\par{\listtext 2.\tab}\pard\li720\ls1 Rena\par{\pntext\f1\'b7\tab}\pard\li720 Punkt\par`,
      ],
      ['1. Mät', '  1. vid inloppet', '  2. vid utloppet', 'Mer om det', '2. Rena', '* Punkt'],
    ],
    [
      'tables',
      [
        String.raw`\trowd\trhdr\cellx3000\cellx6000\pard\intbl Ort\cell Volym\cell\row`,
        String.raw`\trowd\clmgf\cellx3000\clmrg\cellx6000\pard\intbl H\'f6gfors\par ny rad\cell\cell\row\pard Efter\par`,
      ],
      ['!Ort | !Volym', 'Högfors/ny rad', 'Efter'],
    ],
    [
      'what has no place in a text',
      [
        String.raw`{\header\pard Pressmeddelande\par}{\footer\pard\chpgn\par}\pard\s17 Bakgrund 3\par\pard\plain Text{\footnote\pard En fotnot.\par}{\annotation Nej}{\*\bkmkstart x}{\*\unknown leak}.\par`,
      ],
      ['Text.'],
      { margin: 1, note: 1, comment: 1, contents: 1 },
    ],
    [
      'a text box, and what holds it',
      [
        String.raw`\pard Text.{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain Ruta\par}}{\shprslt{\*\do{\dptxbxtext Ruta}}}}\par`,
      ],
      ['Text.', 'Ruta'],
      { box: 1 },
    ],
    ['both versions of a sign, once', [String.raw`\pard {\upr{A?}{\*\ud{A\u937 ?}}}\par`], ['AΩ']],
    ['unknown words of its text', [String.raw`\pard\whatever5 Ett {\other tv\'e5}\par`], ['Ett två']],
    [
      'signs of other fonts, also where a field alone has them',
      [
        String.raw`\pard 5 {\field{\*\fldinst SYMBOL 109 \\f "Symbol" \\s 11}{\fldrslt\f1}}g {\f1\u-3987\'6d}g {\f1 m}g{\u-3987 ?}\par`,
      ],
      ['5 μg μg μg'],
      { shape: 1 },
    ],
    [
      'shapes in fields, and the words that one is drawn as',
      [
        String.raw`\pard Text.{\field{\*\fldinst SHAPE }{\fldrslt{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 1}}{\sp{\sn gtextUNICODE}{\sv Ord i form}}}}}}{\field{\*\fldinst SHAPE }{\fldrslt{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 1}}}}}}\par`,
      ],
      ['Text.', 'Ord i form'],
      { box: 1, shape: 1 },
    ],
    [
      'the words of a button, and the cells that a row says it has',
      [
        String.raw`\pard Hej {\field{\*\fldinst MACROBUTTON  None namn}}!\par\trowd\cellx100\cellx200\pard\intbl a\cell b\cell\cell\row\trowd\cellx100\cellx200\pard\intbl c\cell\cell\row\pard`,
      ],
      ['Hej namn!', 'a | b', 'c | '],
    ],
    [
      'formulas that no words are written out of',
      [String.raw`\pard En {\field{\*\fldinst EQ \\f(1,2)}{\fldrslt }} liter{\field{\*\fldinst EQ \\f(1,2)}}\par`],
      ['En liter'],
      { equation: 2 },
    ],
    [
      'boxes to tick and lines to choose',
      [
        String.raw`\pard {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt }} Ja {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres0\ffdefres1}}}{\fldrslt}} Nej {\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl Ett}{\*\ffl Tv\'e5}}}}{\fldrslt}}\par`,
      ],
      ['☒ Ja ☐ Nej Två'],
    ],
    [
      'what has been moved, where it stands now',
      [String.raw`\pard Vi {\mvf\mvauth1 i dag }v\'e4xer{\mvt  i dag}.\par`],
      ['Vi växer i dag.'],
      { change: 2 },
    ],
    ['pages', [String.raw`\pard Ett\page tv\'e5\par`], ['Ett', 'två']],
  ])

  it('has its pictures, and not what stands in for them in older programs', async () => {
    const png = '89504e470d0a1a0a'
    const body = String.raw`\pard Text.{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv Flaskor.}}}\pngblip ${png}}}{\nonshppict{\pict\wmetafile8 0102}}{\pict\pngblip\bin4 ab}{\par`
    const { text, pictures } = await read(file(`${body}}`))
    expect([text, pictures]).toEqual([
      ['Text.', '[image]', '[image]'],
      [0, 1],
    ])
  })

  it.each([
    ['one that breaks off', String.raw`{\rtf1\ansi {\b Text`, 'import-broken'],
    ['one without words', String.raw`{\rtf1\ansi\pard\par}`, 'import-no-text'],
    ['groups inside each other', `{\\rtf1 ${'{'.repeat(5_000)}a${'}'.repeat(5_000)}}`, 'import-broken'],
  ])('is refused: %s', async (_, rtf, code) => {
    await expect(read(rtf)).rejects.toMatchObject({ name: 'Refusal', code })
  })
})
