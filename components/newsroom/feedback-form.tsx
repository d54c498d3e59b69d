import { env } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/**
 * The form in which readers say what does not work for them. It is sent without script; only programs fill in its
 * hidden field.
 */
export function FeedbackForm({ language, name }: { language: Language; name: string }) {
  const t = translator(language, 'statement')
  return (
    <form className="reader-form" method="post" action="/api/feedback">
      <input type="hidden" name="language" value={language} />
      <p>
        <label htmlFor="f-text">{t('message')}</label>
        <textarea id="f-text" name="text" rows={6} required maxLength={5_000} />
      </p>
      <p>
        <label htmlFor="f-page">{t('page')}</label>
        <input id="f-page" name="page" maxLength={500} />
      </p>
      <p>
        <label htmlFor="f-name">{t('name')}</label>
        <input id="f-name" name="name" autoComplete="name" maxLength={200} />
      </p>
      <p>
        <label htmlFor="f-email">{t('email')}</label>
        <input id="f-email" name="email" type="email" autoComplete="email" />
      </p>
      <p className="trap" aria-hidden="true">
        <label htmlFor="f-website">{t('trap')}</label>
        <input id="f-website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <p className="small quiet">{t(env.mailServer ? 'kept-mailed' : 'kept', { name })}</p>
      <button className="button" type="submit">
        {t('send')}
      </button>
    </form>
  )
}
