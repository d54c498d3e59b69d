/** Tests of what clipboards hold: the HTML, the text it makes, and what is left out and said. */
import { DOMParser } from 'linkedom'
import { expect, it } from 'vitest'
import { documentSchema } from '../../document/schema.ts'
import { importHtml } from '../from-html.ts'
import { outline } from '../test-outline.ts'

export const read = (html: string) => {
  const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  const imported = importHtml(page as unknown as Document)
  if (imported.blocks.length) documentSchema.parse({ type: 'doc', content: imported.blocks })
  const omitted = Object.fromEntries(Object.entries(imported.omitted).filter(([, count]) => count > 0))
  return { text: outline(imported.blocks), omitted, imported }
}

/** What is copied, the text it makes, and what is left out and said. */
type Case = [name: string, html: string, text: string[], omitted?: object]
/** Runs each case as a test. */
export const holds = (cases: Case[]) =>
  it.each(cases)('%s', (_, html, text, omitted = {}) => {
    const found = read(html)
    expect({ text: found.text, omitted: found.omitted }).toEqual({ text, omitted })
  })
