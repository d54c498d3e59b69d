import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument } from '#lib/http/fallback-page.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { respondRendered } from '../../guest-answer.ts'

/** Answers a holder who has asked for too much in a short time, with a way back. */
export function refusedVisit(state: FormState, language: Language, back: string): Response {
  const t = translator(language, 'embargo')
  const content = `<p>${escapeText(state.message ?? t('too-many-text'))}</p><p><a href="${escapeText(back)}">${t('open')}</a></p>`
  return respondRendered(refusedDocument({ state, language, title: t('too-many'), content }))
}
