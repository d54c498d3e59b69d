import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { AskedAbout } from '#db/live/questions/about.ts'
import type { FormState } from '#lib/form.ts'
import { escapeText, refusedDocument, refusedFields } from '#lib/http/fallback-page.ts'
import { translator } from '#lib/messages.ts'
import { instantsOf, offsetName, readTime, zoneName } from '#lib/time/zone.ts'
import { pathTo } from '#lib/urls.ts'
import { crisisLine } from '../../(preview)/crisis-line.ts'

interface Refused {
  state: FormState
  typed: Record<string, unknown>
  texts: AskedAbout[]
  newsroom: LiveNewsroom
  now: Date
}

const fields = ['text', 'about', 'date', 'time', 'which', 'name', 'outlet', 'email', 'phone'] as const
type Field = (typeof fields)[number]

/** Returns the page with a question that was refused, to be corrected and sent again. */
export function refusedQuestion({ state, typed, texts, newsroom, now }: Refused) {
  const { language, timeZone, pressPhone } = newsroom
  const t = translator(language, 'ask')
  const { value, trouble, tied } = refusedFields(state, typed)
  const label = (name: Field) => t(name, { zone: zoneName(now, timeZone, language) })
  const field = (name: Field, control: string) =>
    `<label for="${name}">${label(name)}</label>${trouble(name)}${control}`
  const input = (name: Field, more = '') => field(name, `<input ${tied(name)}${more} value="${value(name)}">`)
  const select = (name: Field, options: { value: string; words: string }[]) => {
    const chosen = typed[name]
    const written = options.map(
      (option) =>
        `<option value="${escapeText(option.value)}"${option.value === chosen ? ' selected' : ''}>${escapeText(option.words)}</option>`,
    )
    return field(name, `<select ${tied(name)}>${written.join('')}</select>`)
  }
  const wrong = fields.filter((name) => state.errors[name])
  const content = [
    crisisLine(newsroom),
    state.message ? `<p class="trouble">${escapeText(state.message)}</p>` : '',
    `<p>${t('refused-kept')}</p>`,
    wrong.length
      ? `<ul>${wrong.map((name) => `<li><a href="#${name}">${label(name)}: ${escapeText(state.errors[name] ?? '')}</a></li>`).join('')}</ul>`
      : '',
    '<form method="post" action="/api/questions">',
    `<input type="hidden" name="language" value="${escapeText(language)}">`,
    field('text', `<textarea ${tied('text')} rows="8">\n${value('text')}</textarea>`),
    select('about', [
      { value: '', words: t('about-other') },
      ...texts.map(({ slug, title }) => ({ value: slug, words: title })),
    ]),
    input('date', ' type="date"') + input('time', ' type="time"'),
    state.errors.which ? select('which', meanings(typed, newsroom)) : '',
    input('name', ' autocomplete="name"') + input('outlet', ' autocomplete="organization"'),
    input('email', ' type="email" autocomplete="email"') + input('phone', ' type="tel" autocomplete="tel"'),
    `<button type="submit">${t('send')}</button></form>`,
    pressPhone ? `<p>${t('refused-call', { phone: escapeText(pressPhone) })}</p>` : '',
    `<p><a href="${pathTo(language, 'press')}">${t('thanks-back')}</a></p>`,
  ]
  return refusedDocument({ state, language, title: t('refused'), content: content.join('') })
}

/** The two moments that a time is in the hour that comes twice, by how far the clocks are ahead. */
function meanings({ date, time }: Record<string, unknown>, { language, timeZone }: LiveNewsroom) {
  const t = translator(language, 'ask')
  const instants = instantsOf({ date: String(date), time: readTime(String(time)) ?? '' }, timeZone)
  return (['first', 'second'] as const).map((which, place) => {
    const at = instants[place]
    return { value: which, words: t(which, { offset: at ? offsetName(at, timeZone) : '' }) }
  })
}
