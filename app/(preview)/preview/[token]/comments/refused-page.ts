import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument, refusedFields } from '#lib/http/fallback-page.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/**
 * Returns the page with a comment that was refused, to be corrected and sent again. It is plain HTML, since Next
 * renders no page as an answer to a handler.
 */
export function refusedPage({
  state,
  typed,
  back,
  language,
  fields,
}: {
  state: FormState
  typed: Record<string, unknown>
  back: string
  language: Language
  fields: readonly string[]
}) {
  const t = translator(language, 'guest')
  const { value, trouble, tied } = refusedFields(state, typed)
  const hidden = fields
    .filter((name) => name !== 'name' && name !== 'text')
    .map((name) => `<input type="hidden" name="${name}" value="${value(name)}">`)
  const quote = value('about') && `<p>${t('about-quote')}</p><blockquote>${value('about')}</blockquote>`
  const content = [
    state.message ? `<p class="trouble">${escapeText(state.message)}</p>` : '',
    `<p>${t('refused-kept')}</p>${quote}<form method="post" action="${escapeText(back)}/comments">${hidden.join('')}`,
    `<label for="name">${t('your-name')}</label>${trouble('name')}<input ${tied('name')} value="${value('name')}" autocomplete="name">`,
    `<label for="text">${t('your-comment')}</label>${trouble('text')}<textarea ${tied('text')} rows="8">\n${value('text')}</textarea>`,
    `<button type="submit">${t('send')}</button></form><p><a href="${escapeText(back)}">${t('back')}</a></p>`,
  ]
  return refusedDocument({ state, language, title: t('refused'), content: content.join('') })
}
