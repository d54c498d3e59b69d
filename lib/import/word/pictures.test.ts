import { describe, expect, it } from 'vitest'
import { field, run, said, shown } from '../test-word-files.ts'
import { holds, read, runWith } from './testing.ts'

const picture = { 'word/media/image1.png': Buffer.from('png') }

describe('pictures', () => {
  holds([
    ['that are linked are said', [said(run('Text.'), shown('rLinked', 'Bild.'))], ['Text.'], { image: 1 }],
    [
      'that are missing are said',
      [said(run('Text.'), shown('rPicture', 'Bild.'), shown('rNone', ''))],
      ['Text.'],
      { image: 2 },
    ],
    [
      'that only a link leads to are said',
      [said(run('Text.'), shown('rNone', '').replace('r:embed', 'r:link'))],
      ['Text.'],
      { image: 1 },
    ],
    [
      'of a field that shows none are said',
      [said(run('Text.'), field('INCLUDEPICTURE "https://a.example/b.png" \\d', ''))],
      ['Text.'],
      { image: 1 },
    ],
    [
      'of older files come',
      [
        said(
          run('Text.'),
          runWith('<w:pict><v:shape><v:imagedata r:id="rPicture" o:title="Bild."/></v:shape></w:pict>'),
        ),
      ],
      ['Text.', '[image]'],
      {},
      picture,
    ],
    [
      'that fill a shape come',
      [
        said(
          run('Text.'),
          runWith(
            '<w:drawing><wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="rPicture"/></a:blipFill></wps:spPr></wps:wsp></w:drawing>',
          ),
        ),
      ],
      ['Text.', '[image]'],
      {},
      picture,
    ],
    [
      'that stand for what cannot be drawn come',
      [
        said(
          run('Text.'),
          runWith(
            `<mc:AlternateContent><mc:Choice Requires="cx"><w:drawing><cx:chart/></w:drawing></mc:Choice><mc:Fallback>${shown('rPicture', 'Kurva.')}</mc:Fallback></mc:AlternateContent>`,
          ),
        ),
      ],
      ['Text.', '[image]'],
      {},
      picture,
    ],
  ])

  it('are kept once for each place, and as many as a text may bring', async () => {
    const { pictures, omitted } = await read([said(...Array(62).fill(shown('rPicture', 'Bild.')))], picture)
    expect([pictures.length, omitted]).toEqual([60, { image: 2 }])
  })
})
