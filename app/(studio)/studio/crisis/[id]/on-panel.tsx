import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { PausedText } from '#db/crisis/pauses.ts'
import type { ListedDuty } from '#db/duties.ts'
import type { CrisisStatement } from '#db/schema/crises.ts'
import { languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { countdown } from '#lib/time/countdown.ts'
import { type StudioClock, whenText } from '#lib/time/phrases.ts'
import { end } from '../actions.ts'
import styles from '../crisis.module.css'

interface Props {
  statement: CrisisStatement
  waiting: PausedText[]
  onDuty: ListedDuty | undefined
  members: { id: string; name: string }[]
  languages: Language[]
  mayEnd: boolean
  clock: StudioClock
}

/** What holds while crisis mode is on: since when, what was promised, who is on duty, what waits; and its end. */
export function OnPanel({ statement, waiting, onDuty, members, languages, mayEnd, clock }: Props) {
  const t = translator(clock.language, 'crisis')
  const { storyId, startedAt, startedBy, promisedAt } = statement
  const when = (at: Date) => whenText(at, clock, clock.now)
  const starter = members.find(({ id }) => id === startedBy)
  return (
    <section className={styles.card} aria-labelledby="h-on">
      <h2 id="h-on">
        <Icon name="bell" />
        {t('is-on')}
      </h2>
      <dl className="facts-of wide">
        <dt>{t('since')}</dt>
        <dd>{startedAt && when(startedAt)}</dd>
        {starter && <dt>{t('by')}</dt>}
        {starter && <dd>{starter.name}</dd>}
        <dt>{t('promised')}</dt>
        <dd>
          {promisedAt ? (
            <>
              <b>{t('promised-by', { when: when(promisedAt) })}</b>
              <span className="m">{promisedAt > clock.now ? countdown(promisedAt, clock) : t('promise-passed')}</span>
            </>
          ) : (
            t('no-promise')
          )}
        </dd>
        <dt>{t('on-duty')}</dt>
        <dd>
          {onDuty ? (
            <>
              {onDuty.name} <span className="m">{t('until', { until: when(onDuty.until) })}</span>
            </>
          ) : (
            <a href="/studio/on-call">{t('nobody')}</a>
          )}
        </dd>
        {waiting.length > 0 && <dt>{t('paused')}</dt>}
        {waiting.length > 0 && (
          <dd>
            {t('paused-count', { count: waiting.length })}
            {waiting.map(({ id, title, at }) => (
              <span key={id} className="m">
                <a href={`/studio/releases/${id}`}>{title}</a> {when(at)}
              </span>
            ))}
          </dd>
        )}
      </dl>
      {mayEnd && (
        <ConfirmDialog
          trigger={t('end')}
          triggerLook="plain"
          question={t('end-question')}
          confirm={t('end-confirm')}
          danger={false}
          action={end.bind(null, storyId)}
        >
          <p>{t('end-text')}</p>
          {languages.map((code) => (
            <TextArea
              key={code}
              name={`texts.${code}`}
              label={languages.length > 1 ? t('last-in', { language: languageName(code, clock.language) }) : t('last')}
              lang={code}
              rows={2}
            />
          ))}
          <RadioGroup
            name="what"
            label={t('what')}
            defaultValue="keep"
            options={(['keep', 'take-away'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <TextField name="reason" label={t('reason')} hint={t('reason-hint')} />
          {waiting.length > 0 && (
            <RadioGroup
              name="paused"
              label={t('paused-texts')}
              defaultValue="leave"
              options={[
                { value: 'leave', label: t('paused-leave', { count: waiting.length }) },
                { value: 'let-go', label: t('paused-go', { count: waiting.length }) },
              ]}
            />
          )}
        </ConfirmDialog>
      )}
    </section>
  )
}
