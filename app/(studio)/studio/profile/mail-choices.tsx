import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import type { User } from '#db/schema/users.ts'
import { mailChoiceNames } from '#db/types.ts'
import { choicesOf, dailyMailTime, mailTopicNames } from '#db/users/mail-choices.ts'
import { translator } from '#lib/messages.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { zoneName } from '#lib/time/zone.ts'
import { saveMail } from './actions.ts'
import styles from './profile.module.css'

interface Props {
  user: Pick<User, 'mailChoices'>
  /** Whether the server sends mail at all. */
  hasMail: boolean
  clock: StudioClock
}

/** What the member wants mail about, and when. */
export function MailChoices({ user, hasMail, clock }: Props) {
  const t = translator(clock.language, 'notifications')
  if (!hasMail) {
    return (
      <div className="form">
        <FormSection id="notifications" heading={t('heading')} text={t('choices-text')}>
          <p>{t('no-mail')}</p>
        </FormSection>
      </div>
    )
  }
  const chosen = choicesOf(user)
  const zone = zoneName(clock.now, clock.timeZone, clock.language)
  return (
    <ActionForm action={saveMail} label={t('heading')} askBeforeLeaving={false}>
      <FormSection id="notifications" heading={t('heading')} text={t('choices-text')}>
        <table className={styles.matrix}>
          <caption className="vh">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              {mailChoiceNames.map((choice) => (
                <th key={choice} scope="col" id={`mail-${choice}`}>
                  {t(choice)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mailTopicNames.map((topic) => (
              <tr key={topic}>
                <th scope="row" id={`mail-${topic}`}>
                  {t(`topic-${topic}`)}
                </th>
                {mailChoiceNames.map((choice) => (
                  <td key={choice}>
                    <input
                      type="radio"
                      name={topic}
                      value={choice}
                      defaultChecked={chosen[topic] === choice}
                      aria-labelledby={`mail-${topic} mail-${choice}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">{t('daily-of', { time: dailyMailTime, zone })}</p>
        <div className={styles.row}>
          <SubmitButton look="plain">{t('save')}</SubmitButton>
        </div>
      </FormSection>
    </ActionForm>
  )
}
