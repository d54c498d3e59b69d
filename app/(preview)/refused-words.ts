import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument, refusedFields } from '#lib/http/fallback-page.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** What is shown again for correction; everything else of the form goes along unseen. */
const written = /(?:^|\.)(words|reason|name)$/

/**
 * Returns the page with words that were refused, to be corrected and sent again. Where the text has been changed since it
 * was read, they are shown and cannot be sent: what is answered to has to be read first.
 */
export function refusedWords(form: {
  state: FormState
  sent: FormData
  title: 'refused-answer' | 'refused-suggestion'
  action: string
  back: string
  language: Language
}) {
  const { state, sent, title, action, back, language } = form
  const t = translator(language, 'sign-off')
  const fields = [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const { value, trouble, tied } = refusedFields(state, Object.fromEntries(fields))
  const labelOf = (name: string): string => {
    const kind = written.exec(name)?.[1]
    const label = t(kind === 'name' ? 'your-name' : kind === 'reason' ? 'reason' : 'words')
    const number = /^quotes\.(\d+)\./.exec(name)?.[1]
    return number ? `${t('quote-number', { number: Number(number) + 1 })}: ${label}` : label
  }
  const parts = fields.map(([name]) => {
    const id = escapeText(name)
    if (!written.test(name)) return `<input type="hidden" name="${id}" value="${value(name)}">`
    return `<label for="${id}">${escapeText(labelOf(name))}</label>${trouble(name)}<textarea ${tied(name)} rows="4">\n${value(name)}</textarea>`
  })
  const unseen = Object.entries(state.errors).filter(([name]) => !written.test(name))
  const mayResend = state.code !== 'words-changed' && state.code !== 'answer-missing'
  const content = [
    ...[state.message ?? '', ...unseen.map(([, text]) => text)]
      .filter(Boolean)
      .map((text) => `<p class="trouble">${escapeText(text)}</p>`),
    `<p>${t('refused-kept')}</p><form method="post" action="${escapeText(action)}">${parts.join('')}`,
    mayResend ? `<button type="submit">${t('send')}</button>` : '',
    `</form><p><a href="${escapeText(back)}">${t(mayResend ? 'back' : 'read-again')}</a></p>`,
  ]
  return refusedDocument({ state, language, title: t(title), content: content.join('') })
}
