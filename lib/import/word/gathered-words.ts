/** Gathers the words of a Word file, counts their letters, and remembers those that it does not show. */

import { readLetters, symbolFontIn } from '../foreign/symbol-letters.ts'
import { lettersOf } from '../line.ts'
import { LineHtml } from '../line-html.ts'
import { Fields } from './fields.ts'
import { Outline } from './outline.ts'
import type { Look, ParagraphStyle, Styles } from './styles.ts'
import { lettersIn, textWithin, type XmlElement } from './xml.ts'

/** How many things were left out, by kind. */
const wordKinds = [
  'note',
  'comment',
  'change',
  'image',
  'box',
  'equation',
  'shape',
  'contents',
  'part',
  'place',
] as const

/** Paragraphs that stand by themselves: the text, a cell, a text box. */
export interface Story {
  outline: Outline
  line: LineHtml
  /** What stands in boxes beside the paragraph and follows it here. */
  after: string[]
  fields: Fields
  isCell: boolean
}

/** What has been deleted, and what has paragraphs and fields of its own. */
const elsewhere = /^w:(del|moveFrom|txbxContent)$/

/** Begins to gather the paragraphs of an element. A cell may stand in the middle of a field. */
export const storyOf = (
  element: XmlElement,
  isCell = false,
  fields: Fields = new Fields(element, elsewhere),
): Story => ({ outline: new Outline(isCell), line: new LineHtml(), after: [], fields, isCell })

export class GatheredWords {
  readonly omitted = Object.fromEntries(wordKinds.map((kind) => [kind, 0])) as Record<
    (typeof wordKinds)[number],
    number
  >
  /** How many letters and digits should come. */
  letters: number
  hidden = ''
  struck = ''
  here: Story
  paragraph: ParagraphStyle
  look: Look
  href: string | undefined

  constructor(here: Story, styles: Styles, letters: number) {
    this.here = here
    this.paragraph = styles.paragraph()
    this.look = styles.look(undefined, this.paragraph)
    this.letters = letters
  }

  /** Gathers the words of one story, and goes on with the one it stands in. */
  gather(story: Story, read: () => void): void {
    const { here, paragraph, look, href } = this
    this.here = story
    this.href = undefined
    read()
    Object.assign(this, { here, paragraph, look, href })
  }

  /** Takes words, if they are any that readers of the file see. */
  say(text: string) {
    const { fields, line } = this.here
    if (fields.isInstruction) fields.instruct(text)
    else if (fields.isContents || this.paragraph.kind === 'contents') this.omitted.contents = 1
    else if (this.look.hidden) this.hidden += text
    else if (this.look.struck) this.struck += text
    else {
      fields.noteWords()
      const { bold, italic, script } = this.look
      const look = { bold, italic, script: script === 'none' || !text.trim() ? undefined : script }
      line.add(text, look, this.href ?? fields.href)
      return
    }
    this.letters -= lettersOf(text)
  }

  /** Takes words as the file has them, in the letters of its font. */
  sayInFont(written: string) {
    const { text, unknown } = readLetters(symbolFontIn(this.look.font), written)
    this.letters += lettersOf(text) - lettersOf(written)
    if (!this.isSilent) this.omitted.shape += unknown
    this.say(text)
  }

  /** Takes words that the file says otherwise than in letters. */
  sayAlso(text: string) {
    this.letters += lettersOf(text)
    this.say(text)
  }

  leave(element: XmlElement) {
    this.letters -= lettersIn(element)
  }

  /** Leaves out what Word does not show, and remembers its words. */
  hide(element: XmlElement) {
    this.hidden += ` ${textWithin(element)} `
    this.leave(element)
  }

  get isSilent(): boolean {
    const { fields } = this.here
    return fields.isInstruction || fields.isContents || this.paragraph.kind === 'contents' || this.look.hidden === true
  }

  break(html: string) {
    if (!this.isSilent) this.here.line.addMarkup(html)
  }
}
