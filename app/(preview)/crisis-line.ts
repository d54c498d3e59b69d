import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { escapeText } from '#lib/http/fallback-page.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'

/** Returns what stands above a form that is shown again while crisis mode is on, as the red row does above every page. */
export function crisisLine(newsroom: LiveNewsroom | undefined): string {
  if (!newsroom?.crisis) return ''
  const { crisis, language } = newsroom
  const lang = crisis.lang ?? language
  const title = escapeText(plainText(crisis.title))
  return `<p class="trouble">${translator(language, 'newsroom')('crisis.kind')}: <a lang="${lang}" hreflang="${lang}" href="${pathTo(lang, 'news', crisis.slug)}">${title}</a></p>`
}
