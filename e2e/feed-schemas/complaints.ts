/** What the schema of its format has against a feed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

export async function feedComplaints(text: string, format: 'rss' | 'atom'): Promise<string[]> {
  const schema = readFileSync(join(import.meta.dirname, `${format}.rng`), 'utf8')
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.xml', contents: text }],
    schema: [{ fileName: 'feed.rng', contents: schema }],
    extension: 'relaxng',
  })
  return errors.map(({ message }) => message)
}
