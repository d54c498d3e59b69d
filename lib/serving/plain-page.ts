/** The pages we can always show: no database, no framework, one small document in the house style. */
import { createHash } from 'node:crypto'
import type { Language } from '../locale.ts'
import { messages } from '../messages.ts'
import { pathTo } from '../urls.ts'
import { readerPolicy } from './security-headers.ts'
import type { Rendered } from './stored-response.ts'

/** A status, or `not-set-up`, which is a 503 with words of its own. */
export type PlainReason = 400 | 403 | 404 | 405 | 413 | 500 | 503 | 'not-set-up'

const css = `
:root{color-scheme:light dark;--ground:#fcfbf9;--ink:#1c1b19;--ink-2:#55514b;--link:#2447b2}
@media(prefers-color-scheme:dark){:root{--ground:#161513;--ink:#edeae4;--ink-2:#bdb7ad;--link:#a9b9f5}}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.45 "Inter Variable",Inter,system-ui,sans-serif}
main{max-inline-size:38.25rem;margin:15vh auto;padding-inline:1.25rem}
h1{font:600 clamp(1.944rem,1.15rem + 3.5vw,2.799rem)/1.12 "Source Serif 4 Variable","Source Serif 4",Georgia,serif;letter-spacing:-.012em;text-wrap:balance;margin:0 0 1.25rem}
p{margin:0 0 1rem;font-size:1.125rem}
.code{color:var(--ink-2);font-size:.9375rem}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--link);outline-offset:3px}`

const policy = readerPolicy([`'sha256-${createHash('sha256').update(css).digest('base64')}'`])

/** The language of an address: the code it begins with, else the one at the root. */
export const languageOfPath = (path: string): Language => (/^\/en(?:[/?]|$)/.test(path) ? 'en' : 'sv')

export function plainPage(reason: PlainReason, language: Language): Rendered {
  const { [reason]: words, home } = messages[language].serving
  const status = reason === 'not-set-up' ? 503 : reason
  const isHomeHelpful = status !== 503 && status !== 500
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${words.title}</title><style>${css}</style></head><body><main><p class="code">${status}</p><h1>${words.title}</h1><p>${words.text}</p>${isHomeHelpful ? `<p><a href="${pathTo(language)}">${home}</a></p>` : ''}</main></body></html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      ...(status === 503 ? { 'retry-after': '30' } : {}),
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    },
    body: Buffer.from(html),
  }
}
