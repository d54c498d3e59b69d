import { SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { maxMails } from '#db/outbox/feedback-mail.ts'
import { may } from '#db/permissions.ts'
import { type ListedFeedback, listFeedback } from '#db/statements/feedback.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { fateOf } from '../mail-fate.ts'
import { handle, remove } from './actions.ts'
import styles from './feedback.module.css'

export default async function FeedbackPage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const [messages, settings] = await Promise.all([listFeedback(now), currentSettings()])
  const t = translator(user.language, 'statement-pages')
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  return (
    <Page
      heading={t('feedback')}
      intro={env.mailServer ? t('feedback-intro-mailed', { most: maxMails }) : t('feedback-intro')}
    >
      {messages.length === 0 ? (
        <EmptyState heading={t('feedback-none')}>{t('feedback-none-text')}</EmptyState>
      ) : (
        <ul className={styles.messages}>
          {messages.map((message) => (
            <Message key={message.id} message={message} clock={clock} mayDelete={may(user, 'delete-feedback')} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Message({ message, clock, mayDelete }: { message: ListedFeedback; clock: StudioClock; mayDelete: boolean }) {
  const t = translator(clock.language, 'statement-pages')
  const { id, name, email, page, text, createdAt, handledAt, handledByName, mails } = message
  const who = name || email || t('unnamed')
  return (
    <li>
      <h2>{who}</h2>
      <p className="muted">
        <time dateTime={createdAt.toISOString()}>{capital(whenName(createdAt, clock))}</time>
        {' · '}
        {handledAt ? t('handled-by', { name: handledByName ?? '' }) : t('waiting')}
      </p>
      {mails.length === 0 && <p className="muted">{t('mail-none')}</p>}
      {mails.map((mail) => (
        <p key={mail.id} className={`${styles.fate} ${mail.givenUpAt ? styles.failed : 'muted'}`}>
          {fateOf(mail, clock)} {mail.lastError && <span lang="en">{mail.lastError}</span>}
        </p>
      ))}
      {page && <p className="muted">{t('about-page', { page })}</p>}
      <p className={styles.text} lang={message.language}>
        {text}
      </p>
      <div className={styles.acts}>
        {email && (
          <a className="button small" href={`mailto:${email}`}>
            {t('answer')}
            <span className="vh"> {who}</span>
          </a>
        )}
        <ActionForm action={handle.bind(null, id, !handledAt)} className={styles.act} askBeforeLeaving={false}>
          <SubmitButton look="plain" small>
            {t(handledAt ? 'reopen' : 'handle')}
          </SubmitButton>
        </ActionForm>
        {mayDelete && (
          <ConfirmDialog
            trigger={t('delete')}
            triggerIcon="trash"
            small
            question={t('delete-what', { name: who })}
            confirm={t('delete')}
            action={remove.bind(null, id)}
          >
            <p>{t('delete-sure')}</p>
          </ConfirmDialog>
        )}
      </div>
    </li>
  )
}
