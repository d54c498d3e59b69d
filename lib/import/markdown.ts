/** Reads Markdown, by way of HTML. */
import { Marked } from 'marked'
import { spokenParagraph } from './spoken-paragraph.ts'

const marked = new Marked({
  gfm: true,
  renderer: {
    // One tilde strikes words out only in some programs; in others it lowers them: `CO~2~`.
    del({ raw, tokens }) {
      const tag = /^~[^~\s]+~$/.test(raw) ? 'sub' : 'del'
      return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`
    },
  },
  // A footnote looks like the address of a link, and its words would be lost.
  tokenizer: { def: (source) => (/^ {0,3}\[\^/.test(source) ? undefined : false) },
})

/** Returns Markdown as HTML, which is as foreign as any other: `importHtml` decides what becomes of it. */
export const htmlOfMarkdown = (text: string): string => marked.parse(withShortLines(spoken(text)), { async: false })

/** No width breaks a line as early as this, in letters. */
const early = 45
const isMarked = (line: string) => /^(?:\s*$|\s*[-*+>#|~`]|\s*\d{1,3}[.)]|\s*:?-{3}| {4}|\t)/.test(line)

/** Keeps short lines apart, as those of an address or of contacts, which Markdown would join. */
function withShortLines(text: string): string {
  const lines = text.split('\n')
  const endsEarly = (line: string, next = '') => line.length < early && !isMarked(line) && !isMarked(next)
  return lines.map((line, at) => (endsEarly(line, lines[at + 1]) ? `${line}  ` : line)).join('\n')
}

/** Marks lines of speech that a hyphen opens: Markdown would make them a list, but to a Swede they are a quote. */
const spoken = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(^|\n\n)(- [^\n]+)(?=\n\n|\n*$)/g, (whole, before: string, line: string) =>
      spokenParagraph([{ type: 'text', text: line }]) ? `${before}–${line.slice(1)}` : whole,
    )
