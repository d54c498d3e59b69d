/** Makes Word files for tests: one as a press officer writes it, and those that are made to harm. */
import JSZip from 'jszip'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const styled = (style: string, words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(words)}</w:p>`
export const run = (words: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
export const said = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
export const point = (words: string, level: number, list: number) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${said(cell)}</w:tc>`).join('')}</w:tr>`
/** Shows the picture of that relation: there are `rPicture`, `rDrawing` and `rLinked`. */
export const shown = (id: string, alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const level = (number: number, format: string, start = 1) =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:pPr><w:ind w:left="${720 * (number + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
/** A complex field: its instructions, and what Word made of them. */
export const field = (instructions: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instructions}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** A document with something of every kind; its image is `png`, and one in a format of Word's own follows it. */
export const pressRelease = [
  styled('Rubrik', 'Andra vattnet växer'),
  styled('Rubrik1', 'Kontrollen sitter med'),
  said(
    run('Programmet '),
    run('Andra vattnet', '<w:b/>'),
    run(' låter '),
    run('sköljvatten', '<w:i/>'),
    run(' gå ett varv till. '),
    `<w:hyperlink r:id="rLink">${run('Metoden')}</w:hyperlink>`,
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>',
    '<w:del w:id="5" w:author="K"><w:r><w:delText>Borttaget.</w:delText></w:r></w:del>',
  ),
  said(run('– Reningen klarar det redan, säger Ingrid.')),
  point('Mät', 0, 2),
  point('vid inloppet', 1, 2),
  point('Rena', 0, 2),
  point('Ett mejeri', 0, 1),
  `<w:tbl>${row(run('Ort', '<w:b/>'), run('Volym', '<w:b/>'))}${row(run('Högfors'), run('27 m3'))}</w:tbl>`,
  said(shown('rPicture', 'Flaskor på rad.'), shown('rDrawing', '')),
  said('<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>'),
]

interface Parts {
  [name: string]: string | Buffer
}

const names = `xmlns:w="${word}" xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
const style = (id: string, name: string, more = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
export const characterStyle = (id: string, name: string, more: string) => style(id, name, more, 'character')
export const paragraphStyle = (id: string, name: string, more: string) => style(id, name, more)
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"${mode}/>`
const relationsPart = (...related: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`
const outside = ' TargetMode="External"'

/** The words of a file. Its relations, styles and lists are the same whatever part they stand in. */
export const documentPart = (paragraphs: string[]) =>
  `<w:document ${names}><w:body>${paragraphs.join('')}</w:body></w:document>`
export const mainPart = (target: string) => relationsPart(relation('r1', 'officeDocument', target))
export const documentRelations = relationsPart(
  relation('rLink', 'hyperlink', 'https://andravattnet.example/metod', outside),
  relation('rPicture', 'image', 'media/image1.png'),
  relation('rDrawing', 'image', 'media/image2.emf'),
  relation('rLinked', 'image', 'https://andravattnet.example/bild.png', outside),
  relation('rStyles', 'styles', 'styles.xml'),
  relation('rNumbering', 'numbering', 'numbering.xml'),
  relation('rHeader', 'header', 'header1.xml'),
)
export const headerPart = (...paragraphs: string[]) => `<w:hdr ${names}>${paragraphs.join('')}</w:hdr>`
export const stylesPart = (...styles: string[]) =>
  `<w:styles ${names}>${style('Rubrik', 'Title')}${style('Rubrik1', 'heading 1')}${style('Rubrik2', 'heading 2')}${style('Rubrik3', 'heading 3')}${style('Rubrik4', 'heading 4')}${styles.join('')}</w:styles>`
/** Lists: 1 has bullets, 2 numbers, 3 numbers from three on; 4 begins the numbers of 2 anew, 5 goes on with them. */
const numberingPart = `<w:numbering ${names}><w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 3)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

/** Makes a Word file of paragraphs, with images and other parts put in it. */
export async function wordFile(paragraphs: string[], more: Parts = {}): Promise<Buffer> {
  const parts: Parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>',
    '_rels/.rels': mainPart('word/document.xml'),
    'word/document.xml': documentPart(paragraphs),
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': stylesPart(),
    'word/numbering.xml': numberingPart,
    ...more,
  }
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } })
}

/** Returns the same file with a directory that says its large parts are a few bytes long. */
export function lyingAboutSizes(file: Buffer): Buffer {
  const lying = Buffer.from(file)
  for (const [signature, at] of [
    ['PK\x01\x02', 24],
    ['PK\x03\x04', 22],
  ] as const) {
    for (let place = lying.indexOf(signature, 0, 'latin1'); place >= 0; ) {
      if (lying.readUInt32LE(place + at) > 1_000_000) lying.writeUInt32LE(10, place + at)
      place = lying.indexOf(signature, place + 4, 'latin1')
    }
  }
  return lying
}
