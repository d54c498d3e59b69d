/** Tells a CDN in front how long it may keep an answer, and what the answer is about. */
import type { Rendered } from '#lib/http/rendered.ts'
import { languages } from '#lib/locale.ts'
import { everything } from '#lib/outbound/cdn.ts'
import { pathTo, urlSections } from '#lib/urls.ts'

/** So many seconds a CDN may send what it has kept while it asks for the new: less than readers would notice. */
const whileRevalidating = 1
/** So many seconds it may go on sending it while the newsroom does not answer. */
const ifError = 7 * 86_400

/**
 * Returns the keys by which an answer can be purged: `newsroom` for everything, the language, the section such as `news`, and
 * the item such as `news/a-slug` or `files/an-id`, whichever form of it the address is.
 */
export function surrogateKeys(address: string): string[] {
  const path = address.replace(/\?.*$/, '').replace(/\.md$/, '')
  const [, kind, id] = /^\/(files|crops|share)\/([^/]+)/.exec(path) ?? []
  if (kind && id) return [everything, kind, `${kind}/${id}`]
  for (const language of languages) {
    for (const section of urlSections) {
      const [root, slug] = [pathTo(language, section), path.slice(pathTo(language, section).length).split('/')[1]]
      if (path === root) return [everything, language, section]
      if (path.startsWith(`${root}/`)) return [everything, language, section, `${section}/${slug}`]
    }
  }
  return [everything]
}

/** Returns the answer with the headers for a CDN, where `maxAge` says that there is one and the answer is for everybody. */
export function forCdn(address: string, rendered: Rendered, maxAge: number | undefined): Rendered {
  const given = String(rendered.headers['cache-control'] ?? '')
  // A file that is missing may be one that members see.
  const isForAll = rendered.status < 400 || (rendered.status !== 503 && !address.startsWith('/files/'))
  if (maxAge === undefined || !isForAll || !/\bpublic\b/.test(given)) return rendered
  // Whoever must ask again may not be sent what is old while the newsroom is away.
  const plain = given.replace(/,\s*must-revalidate\b/, '')
  const shared = `s-maxage=${maxAge}, stale-while-revalidate=${whileRevalidating}, stale-if-error=${ifError}`
  const headers = {
    ...rendered.headers,
    'cache-control': /\bimmutable\b/.test(plain) ? plain : `${plain}, ${shared}`,
    'surrogate-key': surrogateKeys(address).join(' '),
  }
  return { ...rendered, headers }
}
