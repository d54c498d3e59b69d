'use client'
/** Everything about publishing a text, changing it once it is live, and withdrawing it. */
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { DocumentPosition } from '#lib/checks/rule.ts'
import { rulesOf } from '#lib/locale.ts'
import { momentText } from '#lib/time/phrases.ts'
import type { Embargo } from '../embargo/use-embargo.ts'
import { StoryPanel } from '../inspector/story-panel.tsx'
import type { Together } from '../together/use-together.ts'
import type { EditorProps } from '../types.ts'
import type { Change } from './changes.ts'
import { ReviewDate } from './review-date.tsx'
import { TakeBack } from './take-back.tsx'
import type { Publishing } from './use-publishing.ts'
import { WhenFields } from './when.tsx'

const changeList = onDemand(async () => (await import('./change-list.tsx')).ChangeList)
const embargoPanel = onDemand(async () => (await import('../embargo/embargo-panel.tsx')).EmbargoPanel)
const cancelEmbargo = onDemand(async () => (await import('../embargo/cancel-embargo.tsx')).CancelEmbargo)
const togetherPanel = onDemand(async () => (await import('../together/together-panel.tsx')).TogetherPanel)
const withdrawDialog = onDemand(async () => (await import('./withdraw-dialog.tsx')).WithdrawDialog)

type Page = Pick<
  EditorProps,
  'release' | 'mayPublish' | 'successors' | 'actions' | 'versions' | 'out' | 'topics' | 'series'
>

interface Props extends Page {
  title: string
  publishing: Publishing
  embargo: Embargo
  together: Together
  /** The single changes that are not out, once they are known. */
  changes: Change[] | undefined
  onGo: (place: DocumentPosition) => void
  /** The checks, shown above the time of publication. */
  children: ReactNode
}

export function PublishPanel({ title, publishing, embargo, together, changes, onGo, children, ...page }: Props) {
  const { release, mayPublish, successors, actions, versions } = page
  const t = useText('editor')
  const clock = useLocale()
  const id = useId()
  const { displayStatus, publishAt, goingOut } = release
  const isSeen = displayStatus === 'live' || displayStatus === 'changed'
  const wasSeen = isSeen || displayStatus === 'withdrawn'
  const [withdrawing, setWithdrawing] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const isHeld = embargo.held.length > 0
  return (
    <>
      {mayPublish && <TakeBack release={release} publishing={publishing} />}
      <WhatGoesOut {...page} isChanged={publishing.isChanged}>
        {changes && <OnDemand part={changeList} changes={changes} onGo={onGo} {...page} />}
      </WhatGoesOut>
      <FallenBehind versions={versions} here={release.id} />
      {children}
      <section className="panel-sec" aria-label={t('when')}>
        {wasSeen && (
          <p>
            {t(isSeen ? 'published-at' : 'withdrawn-first', {
              when: publishAt ? momentText(new Date(publishAt), clock) : '',
            })}{' '}
            {isSeen && release.path && <a href={release.path}>{t('see-published')}</a>}
          </p>
        )}
        {publishing.now && (
          <WhenFields
            when={publishing.when}
            resolved={publishing.resolved}
            now={publishing.now}
            onChange={publishing.setWhen}
          />
        )}
        {goingOut && mayPublish && (
          <Button
            small
            icon="close"
            disabled={publishing.isPending}
            aria-haspopup={isHeld ? 'dialog' : undefined}
            onClick={isHeld ? () => setCancelling(true) : publishing.cancel}
          >
            {t(wasSeen ? 'cancel-change' : 'cancel-schedule')}
          </Button>
        )}
        {cancelling && (
          <OnDemand
            part={cancelEmbargo}
            releaseId={release.id}
            held={embargo.held}
            greeting={publishing.greeting}
            onGreeting={publishing.setGreeting}
            cancel={actions.cancelSchedule}
            onCancelled={publishing.moved}
            onClose={() => setCancelling(false)}
          />
        )}
      </section>
      {isSeen && <ReviewDate release={release} actions={actions} />}
      {displayStatus === 'scheduled' && mayPublish && (
        <>
          <OnDemand part={embargoPanel} releaseId={release.id} embargo={embargo} />
          <OnDemand part={togetherPanel} together={together} cancel={actions.cancelSchedule} />
        </>
      )}
      {isSeen && mayPublish && (
        <section className="panel-sec" aria-labelledby={`${id}-withdraw`}>
          <h2 id={`${id}-withdraw`}>{t('withdraw-heading')}</h2>
          <p className="muted">{t('withdraw-about')}</p>
          <Button look="danger" small aria-haspopup="dialog" onClick={() => setWithdrawing(true)}>
            {t('withdraw-open')}
          </Button>
          {withdrawing && (
            <OnDemand
              part={withdrawDialog}
              release={release}
              title={title}
              successors={successors}
              withdraw={actions.withdraw}
              onWithdrawn={publishing.moved}
              onClose={() => setWithdrawing(false)}
            />
          )}
        </section>
      )}
      <StoryPanel release={release} actions={actions} />
    </>
  )
}

interface OutProps extends Pick<EditorProps, 'release' | 'out'> {
  isChanged: boolean
  /** The single changes. */
  children: ReactNode
}

/** Says what goes out by itself, and above all where it, or what readers see, is not what stands in the text. */
function WhatGoesOut({ release, out, isChanged, children }: OutProps) {
  const t = useText('editor')
  const clock = useLocale()
  const { id, displayStatus, goingOut } = release
  const when = goingOut ? momentText(new Date(goingOut.at), clock) : ''
  if (isChanged && out) {
    const b = (text: ReactNode) => <b>{text}</b>
    const { title } = out.draft
    const saved = goingOut ? momentText(new Date(goingOut.savedAt), clock) : ''
    return (
      <div className="panel-sec">
        <div className="notice warn">
          <Icon name="warn" small />
          <p>
            {goingOut ? t.rich('left-out-notice', { when, saved, title, b }) : t.rich('unseen-notice', { title, b })}
          </p>
        </div>
        {children}
        <p>
          <a href={`/studio/releases/${id}/history?from=${out.revisionId}`}>
            {t(goingOut ? 'left-out-compare' : 'unseen-compare')}
          </a>
        </p>
      </div>
    )
  }
  if (!goingOut || displayStatus === 'scheduled') return null
  return <p className="notice">{t(displayStatus === 'withdrawn' ? 'again-goes-out' : 'change-goes-out', { when })}</p>
}

/** Lists translations that have fallen behind their source, with links to update them. */
function FallenBehind({ versions, here }: { versions: EditorProps['versions']; here: string }) {
  const t = useText('editor')
  const behind = versions.filter((version) => version.behind > 0)
  if (behind.length === 0) return null
  return (
    <ul className="notice fallen-behind">
      {behind.map(({ id, language, behind: count }) => (
        <li key={language}>
          <a href={`/studio/releases/${id}/translation`}>
            {id === here ? t('behind', { count }) : `${rulesOf(language).name}: ${t('behind', { count })}`}
          </a>
        </li>
      ))}
    </ul>
  )
}
