/** Turns a Word file into HTML with its images beside it, and counts what has no place in a text here. */
import type JSZip from 'jszip'
import mammoth from 'mammoth'
import type { Omitted } from './read-file.ts'

/** Styles by the names they have in Word in every language. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
]

interface WordElement {
  type: string
  children?: WordElement[]
}

/** Returns the HTML. `keep` stores an image and returns its address in the HTML. */
export async function htmlOfWordFile(
  buffer: Buffer,
  zip: JSZip,
  keep: (bytes: Buffer) => Promise<string>,
): Promise<{ html: string; omitted: Partial<Omitted> }> {
  let notes = 0
  const withoutNotes = (element: WordElement): WordElement => {
    const children = element.children?.filter((child) => {
      if (child.type === 'noteReference') notes++
      return child.type !== 'noteReference'
    })
    return children ? { ...element, children: children.map(withoutNotes) } : element
  }
  const { value: html } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: styles,
      // A file may bring a style map of its own, and with it any element it likes.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: withoutNotes,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: await keep(await image.readAsBuffer()) })),
    },
  )
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0
  return {
    html,
    omitted: {
      note: notes,
      comment: count(/<w:commentReference\b/g),
      change: count(/<w:(del|ins|moveFrom|moveTo) /g),
      box: Math.max(count(/<wps:txbx\b/g), count(/<v:textbox\b/g)),
      equation: count(/<m:oMath>/g),
      shape: count(/<(wps:wsp|wpg:wgp|c:chart|dgm:relIds|o:OLEObject)\b/g) - count(/<wps:txbx\b/g),
    },
  }
}
