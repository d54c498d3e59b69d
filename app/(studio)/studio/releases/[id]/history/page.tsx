import { notFound } from 'next/navigation'
import { ChangeSteps } from '#components/compare/change-steps.tsx'
import { ComparisonView } from '#components/compare/comparison-view.tsx'
import type { CompareContext } from '#components/compare/context.ts'
import { Page } from '#components/ui/page.tsx'
import { StatusLabel } from '#components/ui/status-glyph.tsx'
import { UndoToast } from '#components/ui/undo-toast.tsx'
import { may } from '#db/permissions.ts'
import { getGoingOut } from '#db/releases/going-out.ts'
import { displayStatusOf } from '#db/releases/list.ts'
import { formatList } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'
import { currentSettings } from '../../../../current-settings.ts'
import { restoreVersion } from './actions.ts'
import { CompareBar } from './compare-bar.tsx'
import { Delta } from './delta.tsx'
import { getHistoryPage } from './history-page.ts'
import { readHistoryParams, type SearchParams } from './history-params.ts'
import { Timeline } from './timeline.tsx'
import './history.css'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function HistoryOfRelease({ params, searchParams }: Props) {
  const user = await requireRole('contributor')
  const [{ id }, query, settings] = await Promise.all([params, searchParams, currentSettings()])
  const historyParams = readHistoryParams(query)
  const page = await getHistoryPage(id, historyParams)
  if (!page) notFound()
  const now = new Date()
  const t = translator(user.language, 'history')
  const { release, comparison, from, to, draft } = page
  const displayStatus = displayStatusOf(release, now)
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const versionContext = { t, clock, userId: user.id, displayStatus }
  const context: CompareContext = {
    ...page.mentioned,
    ai: new Map([
      ...Object.entries(messagesIn(user.language).ai.choices),
      ['unused', messagesIn(user.language).ai['not-used']],
    ]),
    t,
    language: user.language,
    textLanguage: release.language,
    stops: comparison.stops,
  }
  const undone = typeof query.undo === 'string' && draft.reason === 'restore' ? query.undo : undefined
  const statusText = translator(user.language, 'editor')
  const standing = statusText(`standing-${displayStatus}`)
  const leavesOut = (await getGoingOut(release, now))?.leavesOut === true
  return (
    <Page
      heading={t('heading')}
      crumb={{ href: `/studio/releases/${id}`, label: page.title || t('untitled') }}
      actions={
        <StatusLabel displayStatus={displayStatus}>
          {leavesOut ? statusText('standing-left-out', { standing }) : standing}
        </StatusLabel>
      }
    >
      <div className="history">
        <Timeline page={page} historyParams={historyParams} versionContext={versionContext} />
        <section aria-labelledby="comparison">
          <h2 className="vh" id="comparison" tabIndex={-1}>
            {t('comparison')}
          </h2>
          <CompareBar
            page={page}
            historyParams={historyParams}
            versionContext={versionContext}
            mayRemove={may(user, 'publish', release)}
          />
          <Gone asked={query.gone} t={t} language={user.language} />
          <div className="sums">
            {from.id === to.id ? (
              <p className="delta">{t('only-one')}</p>
            ) : historyParams.plain ? (
              <p className="delta">{t('plain-text')}</p>
            ) : (
              <Delta comparison={comparison} t={t} />
            )}
            {comparison.stops > 0 && <ChangeSteps key={`${from.id} ${to.id}`} count={comparison.stops} />}
          </div>
          <ComparisonView
            comparison={comparison}
            context={context}
            kindText={translator(user.language, 'kinds')}
            whole={historyParams.plain || from.id === to.id}
          />
        </section>
      </div>
      {undone && (
        <UndoToast key={undone} action={restoreVersion.bind(null, id, undone, release.draftVersion)} undo={t('undo')}>
          {t('restored')}
        </UndoToast>
      )}
    </Page>
  )
}

/** Says what could not be restored with an older version, and how many of each. */
function Gone({
  asked: query,
  t,
  language,
}: { asked: SearchParams[string]; language: Language } & Pick<CompareContext, 't'>) {
  const [, ...counts] = /^(\d+)-(\d+)-(\d+)$/.exec(String(query ?? '')) ?? []
  const gone = (['images', 'people', 'topics'] as const).flatMap((what, place) => {
    const count = Number(counts[place] ?? 0)
    return count > 0 ? [t(`gone-${what}`, { count })] : []
  })
  if (gone.length === 0) return null
  return (
    <p className="notice warn" role="status">
      {t('left-out', { gone: formatList(gone, language) })}
    </p>
  )
}
