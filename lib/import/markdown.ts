/** Markdown, on its way to blocks. */
import { Marked } from 'marked'
import { saidIn } from './said.ts'

const marked = new Marked({
  gfm: true,
  renderer: {
    // Words that have been struck out are still words somebody wrote.
    del({ tokens }) {
      return this.parser.parseInline(tokens)
    },
  },
  // A footnote looks like the address of a link, and its words would go.
  tokenizer: { def: (source) => (/^ {0,3}\[\^/.test(source) ? undefined : false) },
})

/** Markdown as HTML, which is as foreign as any other: only `carriedFrom` says what becomes of it. */
export const htmlOfMarkdown = (text: string): string => marked.parse(spoken(text), { async: false })

/** A line of talk opened by a hyphen is a list to Markdown, and a quote to a Swede. */
const spoken = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(^|\n\n)(- [^\n]+)(?=\n\n|\n*$)/g, (whole, before: string, line: string) =>
      saidIn([{ type: 'text', text: line }]) ? `${before}–${line.slice(1)}` : whole,
    )
