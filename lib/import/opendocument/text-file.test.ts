import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readTextFile } from '../read-file.ts'
import { outline } from '../test-outline.ts'

const names = [
  ...['office', 'text', 'style', 'table', 'manifest'].map((name) => [name, name]),
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"')
  .join(' ')

interface Made {
  body: string
  automatic?: string
  styles?: string
  manifest?: string
  parts?: Record<string, string>
}

async function openDocument({ body, automatic = '', styles = '', manifest = '', parts = {} }: Made): Promise<Buffer> {
  const zip = new JSZip()
  const files = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${names}><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${names}>${styles}</office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${names}>${manifest}</manifest:manifest>`,
    ...parts,
  }
  for (const [name, content] of Object.entries(files)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer' })
}

async function read(made: Made) {
  const directory = await mkdtemp(join(tmpdir(), 'odt-'))
  try {
    const path = join(directory, 'file.odt')
    await writeFile(path, await openDocument(made))
    const { title, blocks, omitted, pictures } = await readTextFile(path, 'file.odt', directory)
    const counted = Object.entries(omitted).filter(([, count]) => count !== 0)
    return { title, pictures, text: outline(blocks), omitted: Object.fromEntries(counted) }
  } finally {
    await rm(directory, { recursive: true })
  }
}

const text = (...blocks: string[]) => `<office:text>${blocks.join('')}</office:text>`
const p = (words: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${words}</text:p>`
const span = (style: string, words: string) => `<text:span text:style-name="${style}">${words}</text:span>`
const style = (name: string, looks: string, family = 'text', more = '') =>
  `<style:style style:name="${name}" style:family="${family}"${more}><style:text-properties ${looks}/></style:style>`
const automatic = [
  style('B', 'fo:font-weight="bold"'),
  style('I', 'fo:font-style="italic"'),
  style('Sup', 'style:text-position="super 58%"'),
  style('Sub', 'style:text-position="-33% 58%"'),
  style('Struck', 'style:text-line-through-style="solid" style:text-line-through-type="single"'),
  style('Hidden', 'text:display="none"'),
  style('P1', 'fo:font-weight="bold"', 'paragraph', ' style:parent-style-name="Title"'),
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
  '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/></text:list-style>',
].join('')
const styles =
  '<office:styles><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/></office:styles><office:master-styles><style:master-page><style:header><text:p>Pressmeddelande</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>'

const list = (style: string, more: string, ...items: string[]) =>
  `<text:list text:style-name="${style}"${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`

describe('an OpenDocument text', () => {
  it('keeps its title, headings, emphasis, links, lists, tables, quotes and pictures, and what stays out is said', async () => {
    const body = text(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Borttaget.</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      p('Andra vattnet växer', 'P1'),
      '<text:h text:outline-level="1">Kontrollen sitter med</text:h>',
      p(
        `Programmet ${span('B', 'Andra vattnet')} låter ${span('I', 'sköljvatten')} gå<text:s text:c="2"/>ett varv till.<text:line-break/><text:a xlink:href="https://andravattnet.example/metod">Metoden</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body>${p('En fotnot.')}</text:note-body></text:note><office:annotation><text:p>Stämmer det?</text:p></office:annotation>`,
      ),
      p(
        `10${span('Sup', '6')} ton CO${span('Sub', '2')} för ${span('Struck', '500 kronor')} 400${span('Hidden', ' Dolt')}`,
      ),
      p('– Reningen klarar det redan, säger Ingrid.'),
      p('Så är det.', 'Quotations'),
      '<text:h text:style-name="Heading_20_2" text:outline-level="2">Tre steg</text:h>',
      list('L1', ' xml:id="a"', p('Mät') + list('L1', '', p('vid inloppet')), p('Rena') + p('Mer om det')),
      p('Emellan'),
      list('L1', ' text:continue-list="a"', p('Vila')),
      list('L2', '', p('Tre')),
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('Ort')}</table:table-cell><table:table-cell>${p('Volym')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('Högfors')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
      p(
        'Bild<draw:frame><draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/a.png"/><svg:title>Flaskor på rad.</svg:title></draw:frame><draw:frame><draw:image xlink:href="https://a.example/b.png"/></draw:frame>',
      ),
      p(`Text.<draw:frame><draw:text-box>${p('Ruta')}</draw:text-box></draw:frame>`),
      p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame><draw:custom-shape/>'),
      '<text:table-of-content><text:index-body><text:p>Bakgrund 3</text:p></text:index-body></text:table-of-content>',
      `<text:section>${p('I en del')}</text:section>`,
      `<text:section text:display="none">${p('Dold del')}</text:section>`,
    )
    const manifest =
      '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.formula"/>'
    const parts = { 'Pictures/a.svg': '<svg/>', 'Pictures/a.png': 'png' }
    expect(await read({ body, automatic, styles, manifest, parts })).toEqual({
      title: 'Andra vattnet växer',
      pictures: [0],
      text: [
        '## Kontrollen sitter med',
        'Programmet **Andra vattnet** låter _sköljvatten_ gå ett varv till.⏎[Metoden](https://andravattnet.example/metod)',
        '10^6^ ton CO~2~ för 400',
        '> – Reningen klarar det redan, säger Ingrid.',
        '> Så är det.',
        '### Tre steg',
        '1. Mät',
        '  * vid inloppet',
        '2. Rena',
        'Mer om det',
        'Emellan',
        '3. Vila',
        '3. Tre',
        '!Ort | !Volym',
        'Högfors',
        'Bild',
        '[image]',
        'Text.',
        'Ruta',
        'I en del',
      ],
      omitted: {
        note: 1,
        comment: 1,
        change: 1,
        image: 1,
        box: 1,
        equation: 1,
        shape: 1,
        contents: 1,
        margin: 1,
        hidden: 3,
        struck: 2,
      },
    })
  })

  it('loses no words in what nobody knows, whatever its namespaces are called', async () => {
    const body = text('<text:p>Ett <text:unknown>två <text:deeper>tre</text:deeper></text:unknown></text:p>')
    const other = body.replaceAll('text:', 't:').replaceAll('office:t:', 'office:text')
    const renamed = other.replace(
      '<office:text',
      `<office:text xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`,
    )
    expect(await read({ body })).toMatchObject({ text: ['Ett två tre'], omitted: {} })
    expect(await read({ body: renamed })).toMatchObject({ text: ['Ett två tre'], omitted: {} })
  })

  it('has signs of other fonts as everybody reads them', async () => {
    const fonts =
      '<office:font-face-decls><style:font-face style:name="Tecken1" svg:font-family="Symbol"/></office:font-face-decls>'
    const looks = style('S', 'style:font-name="Tecken1"') + style('W', 'fo:font-family="Wingdings"')
    const body = text(p(`5 ${span('S', 'm')}g ${span('S', '\uf06d')}g ${span('W', '\uf0e0')} \ue000`))
    expect(await read({ body, automatic: fonts + looks })).toMatchObject({ text: ['5 μg μg →'], omitted: { shape: 1 } })
  })

  it('does not tell what a condition hides, or a program in it', async () => {
    const section = (isHidden: boolean) =>
      `<text:section text:display="condition" text:condition="ooow:1" text:is-hidden="${isHidden}">${p('Del')}</text:section>`
    const body = text(section(true), section(false), p('Text<text:script>alert(1)</text:script>.'))
    expect(await read({ body })).toMatchObject({ text: ['Del', 'Text.'], omitted: { hidden: 1 } })
  })

  it.each<[string, Made, string]>([
    ['a spreadsheet', { body: '<office:spreadsheet><table:table/></office:spreadsheet>' }, 'import-sheet'],
    ['one that is locked', { body: text(p('a')), manifest: '<manifest:encryption-data/>' }, 'import-locked'],
    ['one without a text', { body: '' }, 'import-broken'],
    ['one without words', { body: text(p(' ')) }, 'import-no-text'],
  ])('is refused: %s', async (_, made, code) => {
    await expect(read(made)).rejects.toMatchObject({ name: 'Refusal', code })
  })
})
