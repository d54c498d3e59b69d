/** What the schemas of sitemaps.org and Google have against a sitemap, one of news, or a list of sitemaps. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const ours = (fileName: string) => ({ fileName, contents: readFileSync(join(import.meta.dirname, fileName), 'utf8') })
const theirs = join(import.meta.dirname, '../../node_modules/sitemap/schema/sitemap.xsd')

export async function sitemapComplaints(contents: string): Promise<string[]> {
  const isIndex = contents.includes('<sitemapindex')
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents }],
    schema: [ours(isIndex ? 'siteindex.xsd' : 'all.xsd')],
    preload: [
      { fileName: 'sitemap.xsd', contents: readFileSync(theirs, 'utf8') },
      ...['image.xsd', 'news.xsd', 'xhtml-link.xsd'].map(ours),
    ],
  })
  return errors.map(({ message }) => message)
}
