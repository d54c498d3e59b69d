import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument, refusedFields } from '#lib/http/fallback-page.ts'
import type { Language } from '#lib/locale.ts'
import { type MeetingWay, meetingWays } from '#lib/meeting/meeting.ts'
import { translator } from '#lib/messages.ts'
import { crisisLine } from '../../(preview)/crisis-line.ts'

/** Returns the page with a sign-up that was refused, to be corrected and sent again. */
export function refusedSignUp(form: {
  state: FormState
  typed: Record<string, unknown>
  language: Language
  newsroom: LiveNewsroom | undefined
  ways: MeetingWay[]
  asksPressCard: boolean
  back: string
}) {
  const { state, typed, language, newsroom, ways, asksPressCard, back } = form
  const t = translator(language, 'meeting')
  const { value, trouble, tied } = refusedFields(state, typed)
  const field = (name: string, label: string, more = '') =>
    `<label for="${name}">${label}</label>${trouble(name)}<input ${tied(name)} value="${value(name)}"${more}>`
  const chosen = meetingWays.find((way) => way === typed.way && ways.includes(way)) ?? ways[0]
  const way = (one: MeetingWay) =>
    `<label><input type="radio" name="way" value="${one}"${one === chosen ? ' checked' : ''}> ${t(`way-${one}`)}</label>`
  const content = [
    crisisLine(newsroom),
    state.message ? `<p class="trouble">${escapeText(state.message)}</p>` : '',
    `<p>${t('refused-kept')}</p><form method="post" action="/api/meeting-sign-ups">`,
    `<input type="hidden" name="language" value="${escapeText(language)}">`,
    `<input type="hidden" name="release" value="${value('release')}">`,
    trouble('way'),
    ways.length > 1
      ? `<fieldset><legend>${t('how')}</legend>${ways.map(way).join('')}</fieldset>`
      : `<input type="hidden" name="way" value="${chosen ?? ''}">`,
    field('name', t('name'), ' autocomplete="name"'),
    field('outlet', t('outlet'), ' autocomplete="organization"'),
    field('email', t('email'), ' type="email" autocomplete="email"'),
    asksPressCard ? field('pressCard', t('press-card')) : '',
    `<label for="wishes">${t('wishes')} ${t('optional')}</label>${trouble('wishes')}<textarea ${tied('wishes')} rows="4">\n${value('wishes')}</textarea>`,
    `<button type="submit">${t('sign-up')}</button></form>`,
    `<p><a href="${escapeText(back)}">${t('back')}</a></p>`,
  ]
  return refusedDocument({ state, language, title: t('refused'), content: content.join('') })
}
