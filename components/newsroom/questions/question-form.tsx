import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { AskedAbout } from '#db/live/questions/about.ts'
import { translator } from '#lib/messages.ts'
import { zoneName } from '#lib/time/zone.ts'
import { pathTo } from '#lib/urls.ts'

interface Props {
  newsroom: LiveNewsroom
  /** What it can be about, and which of that it was opened from. */
  texts: AskedAbout[]
  about: string
  now: Date
}

/** The form in which journalists ask. It is sent without script; only programs fill in its hidden field. */
export function QuestionForm({ newsroom, texts, about, now }: Props) {
  const { language, timeZone } = newsroom
  const t = translator(language, 'ask')
  const zone = zoneName(now, timeZone, language)
  return (
    <form className="reader-form" method="post" action="/api/questions">
      <input type="hidden" name="language" value={language} />
      <Field id="text" label={t('text')} hint={t('text-hint')}>
        <textarea id="q-text" name="text" rows={6} required maxLength={5_000} aria-describedby="q-text-hint" />
      </Field>
      <Field id="about" label={t('about')}>
        <select id="q-about" name="about" defaultValue={texts.some(({ slug }) => slug === about) ? about : ''}>
          <option value="">{t('about-other')}</option>
          {texts.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <div className="pair">
        <Field id="date" label={t('date')}>
          <input id="q-date" name="date" type="date" required />
        </Field>
        <Field id="time" label={t('time', { zone })}>
          <input id="q-time" name="time" type="time" required />
        </Field>
      </div>
      <div className="pair">
        <Field id="name" label={t('name')}>
          <input id="q-name" name="name" autoComplete="name" required maxLength={200} />
        </Field>
        <Field id="outlet" label={t('outlet')}>
          <input id="q-outlet" name="outlet" autoComplete="organization" maxLength={200} />
        </Field>
      </div>
      <Field id="email" label={t('email')}>
        <input id="q-email" name="email" type="email" autoComplete="email" required />
      </Field>
      <Field id="phone" label={t('phone')}>
        <input id="q-phone" name="phone" type="tel" autoComplete="tel" maxLength={50} />
      </Field>
      <p className="trap" aria-hidden="true">
        <label htmlFor="q-website">{t('trap')}</label>
        <input id="q-website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <button className="button" type="submit">
        {t('send')}
      </button>
      <p className="small quiet">
        {t('kept', { days: newsroom.questions.keptDays })} <a href={pathTo(language, 'privacy')}>{t('privacy')}</a>
      </p>
    </form>
  )
}

const Field = ({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) => (
  <div>
    <label htmlFor={`q-${id}`}>{label}</label>
    {hint && (
      <p className="hint" id={`q-${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
  </div>
)
