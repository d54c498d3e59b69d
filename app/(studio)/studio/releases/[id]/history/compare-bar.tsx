import { type VersionContext, versionLabel } from '#components/compare/version-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import type { Version } from '#db/releases/history.ts'
import { whenName } from '#lib/time/phrases.ts'
import { versionPath } from '#lib/urls.ts'
import { nameVersion, removeFromReaders, restoreVersion } from './actions.ts'
import type { HistoryPage } from './history-page.ts'
import { type HistoryParams, historyPath } from './history-params.ts'

interface Props {
  page: HistoryPage
  historyParams: HistoryParams
  versionContext: VersionContext
}

/** Names the two versions compared, and offers what can be done with them. */
export function CompareBar({ page, historyParams, versionContext, mayRemove }: Props & { mayRemove: boolean }) {
  const { from, to, draft, live, release } = page
  const { t } = versionContext
  const ends = { from: from.id, to: to.id, before: historyParams.before }
  const isLiveToDraft = live && live.id !== draft.id && !(from.id === live.id && to.id === draft.id)
  return (
    <div className="compare-head">
      <div className="compare-bar">
        <form className="ends" action={historyPath(release.id)} key={`${from.id} ${to.id}`}>
          {historyParams.before && <input type="hidden" name="before" value={historyParams.before} />}
          <End name="from" label={t('from')} chosen={from} {...{ page, versionContext }} />
          <End name="to" label={t('to')} chosen={to} {...{ page, versionContext }} />
          <button className="button" type="submit">
            {t('compare')}
          </button>
        </form>
        <div className="end">
          <Restore {...{ page, versionContext }} />
        </div>
      </div>
      <div className="more-ways">
        <ButtonLink small look="quiet" href={historyPath(release.id, { ...ends, plain: !historyParams.plain })}>
          {t(historyParams.plain ? 'with-marks' : 'without-marks')}
        </ButtonLink>
        <Naming version={to} {...{ page, versionContext }} />
        <ForReaders page={page} versionContext={versionContext} mayRemove={mayRemove} />
        {isLiveToDraft && (
          <ButtonLink small look="quiet" href={historyPath(release.id, { from: live.id, to: draft.id })}>
            {t('live-to-draft')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function End({
  name,
  label,
  chosen,
  page,
  versionContext,
}: Omit<Props, 'historyParams'> & { name: string; label: string; chosen: Version }) {
  const { versions, draft, live, from, to } = page
  const choices = new Map(
    [draft, ...(live ? [live] : []), ...versions, from, to].map((version) => [version.id, version]),
  )
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={chosen.id}>
        {[...choices.values()].map((version) => (
          <option key={version.id} value={version.id}>
            {versionLabel(version, versionContext)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The version that can be restored: the later of the two, or the earlier when the later is the draft already. */
function Restore({ page: { from, to, draft, live, release }, versionContext }: Omit<Props, 'historyParams'>) {
  const { t } = versionContext
  const chosen = to.id === draft.id ? from : to
  if (chosen.id === draft.id) return null
  return (
    <ConfirmDialog
      trigger={t('restore-open')}
      triggerIcon="restore"
      triggerLook="plain"
      question={t('restore-question')}
      confirm={t('restore')}
      danger={false}
      action={restoreVersion.bind(null, release.id, chosen.id, release.draftVersion)}
    >
      <p>
        <b>{versionLabel(chosen, versionContext)}</b>
      </p>
      <p>{t('restore-what')}</p>
      {live && <p>{t('restore-readers')}</p>}
    </ConfirmDialog>
  )
}

/** Where readers can read the later of the two, once another has replaced it, and a way to remove it there. */
function ForReaders({ page, versionContext, mayRemove }: Omit<Props, 'historyParams'> & { mayRemove: boolean }) {
  const { t, clock, displayStatus } = versionContext
  const { to, release, published } = page
  const version = published.find(({ revisionId }) => revisionId === to.id)
  if (!version || version === published.at(-1) || !release.slug) return null
  const { number, removedAt, removedReason } = version
  if (removedAt)
    return (
      <p className="muted">
        {t('gone-for-readers', { when: whenName(removedAt, clock), reason: removedReason ?? '' })}
      </p>
    )
  const isReadable = displayStatus === 'live' || displayStatus === 'changed'
  return (
    <>
      {isReadable && (
        <ButtonLink small look="quiet" icon="external" href={versionPath(release.language, release.slug, number)}>
          {t('as-readers-got-it')}
        </ButtonLink>
      )}
      {mayRemove && (
        <ConfirmDialog
          key={version.number}
          trigger={t('remove-open')}
          small
          question={t('remove-question')}
          confirm={t('remove-from-readers')}
          action={removeFromReaders.bind(null, release.id, number)}
        >
          <p>
            <b>{versionLabel(to, versionContext)}</b>
          </p>
          <p>{t('remove-what')}</p>
          <TextField name="reason" label={t('remove-reason')} hint={t('remove-reason-hint')} max={500} />
        </ConfirmDialog>
      )}
    </>
  )
}

function Naming({ version, page: { release }, versionContext }: Omit<Props, 'historyParams'> & { version: Version }) {
  const { t } = versionContext
  return (
    <ConfirmDialog
      key={version.id + version.name}
      trigger={t(version.name ? 'rename' : 'name')}
      small
      question={t('name-question')}
      confirm={t('name-save')}
      danger={false}
      action={nameVersion.bind(null, release.id, version.id)}
    >
      <p>
        <b>{versionLabel(version, versionContext)}</b>
      </p>
      <TextField name="name" label={t('name-label')} hint={t('name-hint')} max={80} defaultValue={version.name} />
    </ConfirmDialog>
  )
}
