/** Answers with a reader's page as Markdown, at an address of its own and to whoever asks for that at the page's. */
import { pageMarkdown } from '#lib/formats/page-markdown.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import { filePolicy } from '#lib/http/security-headers.ts'
import { isOpenData } from '#lib/open-data/problems.ts'
import { markdownPath, pageBehindMarkdown } from '#lib/urls.ts'
import { classifyUrl } from './classify-url.ts'
import { missingPage } from './reader-response.ts'

/**
 * Returns the key of the page that is to be written as Markdown under a key; undefined where a key asks for none. Only
 * readers' pages are written: no address in Markdown leads to the studio or to a preview.
 */
export function pageToWrite(key: string): string | undefined {
  const page = pageBehindMarkdown(key)
  return page && classifyUrl(page).kind === 'reader' ? page : undefined
}

/** Returns the key of a page as Markdown; undefined for what is a file, or data. */
export const markdownKey = (key: string): string | undefined =>
  isOpenData(key) || /\.\w+$/.test(key.replace(/\?.*/, '')) ? undefined : markdownPath(key)

/**
 * Turns the answer of a page into the one in Markdown. A redirect leads to the Markdown of where it led; a page that is
 * missing or withdrawn stays as it is, and what is no page is missing.
 */
export function markdownResponse(
  page: string,
  answer: Rendered,
  { publicUrl, common }: { publicUrl: string; common: Record<string, string> },
): Rendered {
  const { location } = answer.headers
  if (typeof location === 'string') {
    const target = URL.parse(location, publicUrl)
    if (target?.origin !== new URL(publicUrl).origin) return answer
    return { ...answer, headers: { ...answer.headers, location: markdownPath(target.pathname + target.search) } }
  }
  if (answer.status !== 200) return answer
  const isPage = String(answer.headers['content-type'] ?? '').startsWith('text/html')
  const text = isPage ? pageMarkdown(answer.body.toString('utf8'), publicUrl) : undefined
  if (text === undefined) return missingPage(page, common)
  const headers = {
    ...common,
    'content-type': 'text/markdown; charset=utf-8',
    'cache-control': answer.headers['cache-control'],
    'content-security-policy': filePolicy,
    link: `<${publicUrl}${page}>; rel="canonical"`,
  }
  return { status: 200, headers, body: Buffer.from(text) }
}

/** Whether whoever asks would rather have Markdown than HTML. Browsers never name it. */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (!accept?.includes('markdown')) return false
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    return { type, quality: Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1) || 0 }
  })
  const markdown = ranges.findIndex(({ type }) => /^text\/(?:x-)?markdown$/.test(type))
  const html = ranges.findIndex(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const qualityOf = (index: number) => ranges[index]?.quality ?? 0
  // Of two that are as welcome, the one named first is meant.
  return (
    qualityOf(markdown) > qualityOf(html) ||
    (qualityOf(markdown) > 0 && qualityOf(markdown) === qualityOf(html) && markdown < html)
  )
}
