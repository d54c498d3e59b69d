/** Makes pages that can always be shown: without a database or Next, one small document in the house style. */

import { createHash } from 'node:crypto'
import type { FormState } from '../form.ts'
import { firstSpoken, isLanguage, type Language, rootLanguage } from '../locale.ts'
import { messagesIn } from '../messages.ts'
import { pathTo } from '../urls.ts'
import { refusalHeaders, refusalStatus } from './refusal-status.ts'
import type { Rendered } from './rendered.ts'
import { readerPolicy } from './security-headers.ts'

/** A status, or a reason with texts of its own: `store-away` and `not-set-up` are 503, `link-opens-nothing` a 404. */
export type FallbackReason =
  | 400
  | 403
  | 404
  | 405
  | 413
  | 500
  | 503
  | 'store-away'
  | 'not-set-up'
  | 'link-opens-nothing'

const css = `
:root{color-scheme:light dark;--ground:#fcfbf9;--ink:#1c1b19;--ink-2:#55514b;--link:#2447b2}
@media(prefers-color-scheme:dark){:root{--ground:#161513;--ink:#edeae4;--ink-2:#bdb7ad;--link:#a9b9f5}}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.45 "Inter Variable",Inter,system-ui,sans-serif;overflow-wrap:anywhere;hyphens:auto}
main{max-inline-size:38.25rem;margin:15vh auto;padding-inline:1.25rem}
h1{font:600 clamp(1.944rem,1.15rem + 3.5vw,2.799rem)/1.12 "Source Serif 4 Variable","Source Serif 4",Georgia,serif;letter-spacing:-.012em;text-wrap:balance;margin:0 0 1.25rem}
p{margin:0 0 1rem;font-size:1.125rem}
.code{color:var(--ink-2);font-size:.9375rem}
.trouble{border-inline-start:3px solid #a8261b;padding-inline-start:1rem}
blockquote{margin:0 0 1.5rem;padding-inline-start:1rem;border-inline-start:1px solid;color:var(--ink-2)}
label{display:block;font-weight:500;margin-block:1rem .25rem}
input,select,textarea{box-sizing:border-box;inline-size:100%;min-block-size:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--ink-2);border-radius:4px}
input[type=radio]{inline-size:1.25rem;min-block-size:1.25rem;vertical-align:middle}
fieldset{margin:0;padding:0;border:0}
button{min-block-size:2.75rem;margin-block-start:1rem;padding-inline:1.25rem;font:inherit;font-weight:500;color:var(--ground);background:var(--link);border:0;border-radius:4px;cursor:pointer}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--link);outline-offset:3px}`

const policy = readerPolicy([`'sha256-${createHash('sha256').update(css).digest('base64')}'`])

/** Returns the language of an address: the code it begins with, else the one at the root. */
export function languageOfPath(path: string): Language {
  const code = /^\/([\w-]+)(?:[/?]|$)/.exec(path)?.[1]
  return isLanguage(code) ? code : rootLanguage
}

/** Returns the language a browser asks for, for addresses that do not tell. */
export const preferredLanguage = (accepted: string | null | undefined): Language =>
  firstSpoken((accepted ?? '').split(',').slice(0, 1))

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes a text for a document or an attribute. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign)

/** Returns a document in the house style. `content` is HTML: what others have written must have been escaped. */
function fallbackDocument(document: { language: Language; status: number; title: string; content: string }): Rendered {
  const { language, status, title, content } = document
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${css}</style></head><body><main><p class="code">${status}</p><h1>${title}</h1>${content}</main></body></html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
    },
    body: Buffer.from(html),
  }
}

const statuses = { 'store-away': 503, 'not-set-up': 503, 'link-opens-nothing': 404 } as const

export const httpStatusOf = (reason: FallbackReason): number => (typeof reason === 'number' ? reason : statuses[reason])

export function fallbackPage(reason: FallbackReason, language: Language): Rendered {
  const { [reason]: words, home } = messagesIn(language).serving
  const status = httpStatusOf(reason)
  const isHomeHelpful = status !== 503 && status !== 500
  const content = `<p>${words.text}</p>${isHomeHelpful ? `<p><a href="${pathTo(language)}">${home}</a></p>` : ''}`
  const page = fallbackDocument({ language, status, title: words.title, content })
  if (status === 503) page.headers['retry-after'] = reason === 'store-away' ? '5' : '30'
  if (status === 405) page.headers.allow = 'GET, HEAD, OPTIONS'
  return page
}

/** Returns the document that shows a refused form again, with the status of the refusal. */
export function refusedDocument(document: { state: FormState; language: Language; title: string; content: string }) {
  const { state, ...words } = document
  const page = fallbackDocument({ ...words, status: refusalStatus(state.code) })
  return { ...page, headers: { ...page.headers, ...refusalHeaders(state.retryAfter) } }
}

/**
 * Returns the parts of a form that is shown again: what was typed, what was wrong with it, and the attributes that tie
 * the two together.
 */
export function refusedFields({ errors }: FormState, typed: Record<string, unknown>) {
  return {
    value: (name: string) => escapeText(typeof typed[name] === 'string' ? typed[name] : ''),
    trouble: (name: string) =>
      errors[name] ? `<p class="trouble" id="trouble-${name}">${escapeText(errors[name])}</p>` : '',
    tied: (name: string) =>
      `id="${name}" name="${name}"${errors[name] ? ` aria-invalid="true" aria-describedby="trouble-${name}"` : ''}`,
  }
}
