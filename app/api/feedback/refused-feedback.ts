import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument, refusedFields } from '#lib/http/fallback-page.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { crisisLine } from '../../(preview)/crisis-line.ts'

/** Returns the page with a message that was refused, to be corrected and sent again. */
export function refusedFeedback({
  state,
  typed,
  language,
  newsroom,
}: {
  state: FormState
  typed: Record<string, unknown>
  language: Language
  newsroom: LiveNewsroom | undefined
}) {
  const t = translator(language, 'statement')
  const { value, trouble, tied } = refusedFields(state, typed)
  const input = (name: 'page' | 'name' | 'email') =>
    `<label for="${name}">${t(name)}</label>${trouble(name)}<input ${tied(name)} value="${value(name)}">`
  const content = [
    crisisLine(newsroom),
    state.message ? `<p class="trouble">${escapeText(state.message)}</p>` : '',
    `<p>${t('refused-kept')}</p><form method="post" action="/api/feedback">`,
    `<input type="hidden" name="language" value="${escapeText(language)}">`,
    `<label for="text">${t('message')}</label>${trouble('text')}<textarea ${tied('text')} rows="8">\n${value('text')}</textarea>`,
    input('page') + input('name') + input('email'),
    `<button type="submit">${t('send')}</button></form>`,
    `<p><a href="${pathTo(language, 'accessibility')}">${t('thanks-back')}</a></p>`,
  ]
  return refusedDocument({ state, language, title: t('refused'), content: content.join('') })
}
