/**
 * Reduces a rendered page to what readers get. Next's scripts and the data they would start from are removed;
 * structured data and our own small script stay.
 */
import { createHash } from 'node:crypto'

export interface ReaderHtml {
  html: string
  /** The status that the page's `meta` element names, when it differs from the one it was rendered with. */
  status: number | undefined
  /** `'sha256-…'` for each style element, so that the policy can allow these and no others. */
  styleHashes: string[]
}

const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const keptScript = /\btype="application\/ld\+json"|\bsrc="\/newsroom\.js["?]/
const links = /<link\b[^>]*>/g
const scriptPreload = (link: string) =>
  /\brel="modulepreload"/.test(link) || (/\brel="preload"/.test(link) && /\bas="script"/.test(link))
const comments = /<!--[\s\S]*?-->/g
const emptyOutlet = /<div hidden=""><\/div>/g
const statusMeta = /<meta name="pressrum-status" content="(\d{3})"\/?>/
const styles = /<style\b[^>]*>([\s\S]*?)<\/style>/g

/** Strips a rendered page. React escapes `<` and `>` in text and attributes, so what looks like a tag here is one. */
export function readerHtml(rendered: string): ReaderHtml {
  const html = rendered
    .replace(scripts, (script, attributes: string) => (keptScript.test(attributes) ? script : ''))
    .replace(links, (link) => (scriptPreload(link) ? '' : link))
    .replace(comments, '')
    .replace(emptyOutlet, '')
  const status = statusMeta.exec(html)?.[1]
  const styleHashes = [...html.matchAll(styles)].map(([, css]) => `'sha256-${sha256(css ?? '')}'`)
  return {
    html: html.replace(statusMeta, ''),
    status: status ? Number(status) : undefined,
    styleHashes: [...new Set(styleHashes)],
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
