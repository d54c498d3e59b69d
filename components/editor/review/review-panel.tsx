'use client'
/**
 * Where the text stands in its review, what has changed since it was last approved, and what the member may do about it.
 * Imported only on demand.
 */
import { type ReactNode, useId, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextArea } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { StatusLabel } from '#components/ui/status-glyph.tsx'
import type { DocumentPosition } from '#lib/checks/rule.ts'
import { whenName } from '#lib/time/phrases.ts'
import { ChangeList } from '../publishing/change-list.tsx'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { DueFields } from './due-fields.tsx'
import type { Standing } from './use-review-standing.ts'
import { useReviewing } from './use-reviewing.ts'
import './review-panel.css'

const maxNote = 1_000

interface Props
  extends Pick<EditorProps, 'release' | 'review' | 'reviewing' | 'user' | 'out' | 'topics' | 'series' | 'mayPublish'> {
  writing: Writing
  reviewStanding: Standing
  onGo: (place: DocumentPosition) => void
}

type Stepping = Props & Pick<Parameters<typeof useReviewing>[0], 'onOvertaken'>

export function ReviewPanel(props: Props) {
  const { release, review, user, out, topics, series, reviewStanding, onGo } = props
  const t = useText('review')
  const clock = useLocale()
  const id = useId()
  const [overtaken, setOvertaken] = useState<string>()
  const stepping = { ...props, onOvertaken: setOvertaken }
  const { standing, changes } = reviewStanding
  const { approved, reviewer, last } = review
  const isOthers = last?.by.id !== user.id && (!reviewer || reviewer.id === user.id)
  const isAsked = standing === 'review' && review.mayReview && isOthers
  // What differs from what is out is listed above.
  const isListed = approved?.revisionId === out?.revisionId
  return (
    <section className="panel-sec review-panel" aria-labelledby={`${id}-review`}>
      <h2 id={`${id}-review`}>{isAsked ? t('asks-you', { name: last?.by.name ?? '' }) : t('heading')}</h2>
      {overtaken && (
        <p className="notice warn" role="alert">
          {overtaken}
        </p>
      )}
      {standing && !isAsked && (
        <p>
          <StatusLabel displayStatus={standing}>{t(`standing-${standing}`)}</StatusLabel>
        </p>
      )}
      <LastStep review={review} standing={standing} />
      <Unread {...stepping} />
      <Advice {...props} />
      {standing === 'review' && !approved && <p className="muted">{t('all-new')}</p>}
      {changes && approved && !isListed && standing !== 'approved' && (
        <>
          <h3>{t('changed-since')}</h3>
          {standing === 'review' && approved.at && (
            <p className="muted">
              {t('said-altered', {
                name: approved.by ?? '',
                when: whenName(approved.at, { ...clock, now: new Date() }),
              })}
            </p>
          )}
          <ChangeList changes={changes} release={release} topics={topics} series={series} onGo={onGo} />
          <p>
            <a href={`/studio/releases/${release.id}/history?from=${approved.revisionId}`}>{t('compare')}</a>
          </p>
        </>
      )}
      <Steps {...stepping} />
    </section>
  )
}

/** Who did what last, with what they said, and until when something is to be done. */
function LastStep({ review, standing }: Pick<Props, 'review'> & Pick<Standing, 'standing'>) {
  const t = useText('review')
  const locale = useLocale()
  const { last, dueAt, reviewer, gone } = review
  if (!last || !standing) return null
  const now = new Date()
  const clock = { ...locale, now }
  const when = whenName(last.at, clock)
  return (
    <>
      <p>{t(`said-${standing}`, { name: last.by.name, when })}</p>
      {last.note && <blockquote>{last.note}</blockquote>}
      <dl className="facts-of">
        {dueAt && (
          <>
            <dt>{t('due')}</dt>
            <dd className={dueAt < now ? 'late' : undefined}>
              {dueAt < now ? t('late', { when: whenName(dueAt, clock) }) : whenName(dueAt, clock)}
            </dd>
          </>
        )}
        {standing === 'review' && (
          <>
            <dt>{t('reviewer')}</dt>
            <dd>
              {reviewer?.name ?? t('anybody')}
              {gone && <span className="m">{t('gone', { name: gone })}</span>}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** Says what two pairs of eyes ask for, where they ask for anything. */
function Advice({ mayPublish, review, reviewStanding }: Props) {
  const t = useText('review')
  const { standing, isUnreviewed } = reviewStanding
  if (isUnreviewed && mayPublish) return <p className="notice warn">{t('own-words')}</p>
  return standing || review.unread ? null : <p className="muted">{t('about')}</p>
}

/** Who let it go out unreviewed and why, until somebody else has read it. */
function Unread(props: Stepping) {
  const { review, release } = props
  const t = useText('review')
  const locale = useLocale()
  const reviewing = useReviewing(props)
  const { unread } = review
  if (!unread) return null
  const when = whenName(unread.at, { ...locale, now: new Date() })
  return (
    <>
      <p>{t('unread', { name: unread.by, when })}</p>
      <blockquote>{unread.note}</blockquote>
      {!unread.isDraft && (
        <p>
          <a href={`/studio/releases/${release.id}/history?from=${unread.revisionId}`}>{t('unread-compare')}</a>
        </p>
      )}
      {unread.mayRead && (
        <ConfirmDialog
          trigger={t('asks', { what: t('read-afterwards') })}
          triggerLook="plain"
          triggerClass="wide"
          triggerIcon="check"
          question={t('read-question')}
          confirm={t('read-afterwards')}
          danger={false}
          action={(_previous, data) => reviewing.noteRead(data)}
        >
          <TextArea name="note" label={t('read-note')} max={500} />
        </ConfirmDialog>
      )}
    </>
  )
}

function Steps(props: Stepping) {
  const { review, reviewStanding } = props
  const t = useText('review')
  const reviewing = useReviewing(props)
  const isUnder = reviewStanding.standing === 'review'
  const mayReview = review.mayReview && !reviewStanding.isUnreviewed
  const step = (act: () => ReturnType<typeof reviewing.approve>, button: ReactNode) => (
    <ActionForm action={act} askBeforeLeaving={false} className="" refusedHeading={t('refused')}>
      {button}
    </ActionForm>
  )
  return (
    <div className="review-acts">
      {mayReview && (
        <>
          {step(
            reviewing.approve,
            <SubmitButton className="wide" icon="check">
              {t('approve')}
            </SubmitButton>,
          )}
          <ConfirmDialog
            trigger={t('asks', { what: t('return') })}
            triggerLook="plain"
            triggerClass="wide"
            question={t('return-question', { name: review.last?.by.name ?? '' })}
            confirm={t('return-send')}
            danger={false}
            action={(_previous, data) => reviewing.askForChanges(data)}
          >
            <TextArea name="reason" label={t('return-reason')} max={maxNote} />
            <DueFields label={t('return-due')} />
          </ConfirmDialog>
        </>
      )}
      {(review.maySubmit || reviewStanding.standing === 'altered') && (
        <ConfirmDialog
          trigger={t('asks', { what: t(isUnder ? 'submit-on' : 'submit') })}
          triggerLook="plain"
          triggerClass="wide"
          triggerIcon="send"
          question={t(isUnder ? 'submit-on-question' : 'submit-question')}
          confirm={t('submit')}
          danger={false}
          action={(_previous, data) => reviewing.submit(data)}
        >
          <Select
            name="reviewerId"
            label={t('reviewer')}
            defaultValue={review.reviewer?.id ?? ''}
            options={[
              { value: '', label: t('anybody') },
              ...review.reviewers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DueFields label={t('due-optional')} />
          <TextArea name="note" label={t('note')} max={maxNote} />
        </ConfirmDialog>
      )}
      {review.mayRemind &&
        step(
          reviewing.remind,
          <SubmitButton look="plain" className="wide" icon="clock">
            {t('remind', { reviewer: review.reviewer ? 'named' : 'anybody', name: review.reviewer?.name ?? '' })}
          </SubmitButton>,
        )}
      {review.mayWithdraw &&
        step(
          reviewing.takeBack,
          <SubmitButton look="plain" className="wide" icon="undo">
            {t('withdraw')}
          </SubmitButton>,
        )}
    </div>
  )
}
