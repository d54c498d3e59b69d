'use client'
/** The inspector beside the text: publication, people, images, details and history. */
import type { Editor } from '@tiptap/core'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { Tabs } from '#components/ui/tabs.tsx'
import { useEmbargo } from '../embargo/use-embargo.ts'
import type { Change } from '../publishing/changes.ts'
import { PublishButton } from '../publishing/publish-button.tsx'
import { PublishPanel } from '../publishing/publish-panel.tsx'
import { PublishToast } from '../publishing/publish-toast.tsx'
import { ThrowAway } from '../publishing/throw-away.tsx'
import type { Publishing } from '../publishing/use-publishing.ts'
import type { Standing } from '../review/use-review-standing.ts'
import type { SignOffs } from '../sign-offs/use-sign-offs.ts'
import type { TextFacts } from '../text-facts.ts'
import { useTogether } from '../together/use-together.ts'
import { TranslationMeter } from '../translation/untranslated.tsx'
import type { Untranslated } from '../translation/use-untranslated.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { fixIt } from './apply-fix.ts'
import { Checks } from './checks.tsx'
import { goTo } from './go-to.ts'
import { useChecks } from './use-checks.ts'
import { useNewsroom } from './use-newsroom.ts'

const peoplePanel = onDemand(async () => (await import('./people-panel.tsx')).PeoplePanel)
const imagesPanel = onDemand(async () => (await import('./images-panel.tsx')).ImagesPanel)
const detailsPanel = onDemand(async () => (await import('./details-panel.tsx')).DetailsPanel)
const publishQuestion = onDemand(async () => (await import('../publishing/publish-question.tsx')).PublishQuestion)
const reviewPanel = onDemand(async () => (await import('../review/review-panel.tsx')).ReviewPanel)
const historyPanel = onDemand(async () => (await import('./history-panel.tsx')).HistoryPanel)

const tabs = ['publish', 'people', 'images', 'details', 'history'] as const
export type TabName = (typeof tabs)[number]

interface Props extends EditorProps {
  writing: Writing
  facts: TextFacts
  editor: Editor | null
  tab: TabName
  onTab: (tab: TabName) => void
  untranslated: Untranslated | undefined
  publishing: Publishing
  changes: Change[] | undefined
  reviewStanding: Standing
  signOffs: SignOffs
}

export function Inspector(props: Props) {
  const { writing, facts, editor, tab, onTab, untranslated, publishing, changes, reviewStanding, signOffs, ...page } =
    props
  const t = useText('editor')
  const router = useRouter()
  const { fields, change } = writing
  const { release, user } = page
  const [made, setMade] = useState<Record<'topics' | 'series', EditorProps['topics']>>({ topics: [], series: [] })
  const report = useChecks(
    writing.read,
    facts,
    useNewsroom(page, publishing, { source: untranslated?.source ?? null, signOffs: signOffs.known }),
  )
  const quoted = useMemo(() => {
    const byPerson = Map.groupBy(facts.quotes, (quote) => quote.personId ?? '')
    return new Map([...byPerson].map(([id, quotes]) => [id, quotes.length]))
  }, [facts.quotes])

  const open = (name: TabName) => {
    onTab(name)
    // New versions arise while somebody writes.
    if (name === 'history') router.refresh()
  }
  const make = async (where: 'topics' | 'series', name: string) => {
    const outcome = await page.making.makeSubject(where, name, release.language).catch(() => undefined)
    const { id } = outcome ?? {}
    if (!id) {
      announce(outcome?.message ?? Object.values(outcome?.errors ?? {})[0] ?? t('make-failed'))
      return undefined
    }
    setMade((before) => ({ ...before, [where]: [...before[where], { id, name, uses: 0, usedAt: null }] }))
    announce(t('person-made', { name }))
    return id
  }
  const handles = { editor, openTab: open }
  const isScheduled = page.mayPublish && release.displayStatus === 'scheduled'
  const embargo = useEmbargo(release.id, isScheduled)
  const together = useTogether(release.id, isScheduled)
  useAskedByAddress(publishing)
  // What readers see already, and nobody has changed, is nothing to review.
  const isUnseen = release.displayStatus === 'draft' || release.displayStatus === 'withdrawn'
  const isReviewable =
    reviewStanding.standing !== null || isUnseen || publishing.isChanged || page.review.unread !== null
  return (
    <aside className="inspector" aria-label={t('inspector')} id="inspector" tabIndex={-1}>
      <Tabs
        label={t('inspector')}
        tabs={tabs.map((name) => ({ name, label: t(`tab-${name}`) }))}
        open={tab}
        onOpen={open}
      >
        {tab === 'publish' && (
          <PublishPanel
            {...page}
            title={fields.title}
            publishing={publishing}
            embargo={embargo}
            together={together}
            changes={changes}
            onGo={(place) => goTo(place, handles)}
          >
            {isReviewable && (
              <OnDemand
                part={reviewPanel}
                {...page}
                writing={writing}
                reviewStanding={reviewStanding}
                onGo={(place) => goTo(place, handles)}
              />
            )}
            {untranslated && <TranslationMeter untranslated={untranslated} language={release.language} />}
            <Checks
              blockers={facts.blockers}
              report={report}
              onGo={({ place }) => goTo(place, handles)}
              onFix={(finding) => fixIt(finding, handles, change)}
            />
          </PublishPanel>
        )}
        {tab === 'people' && (
          <OnDemand
            part={peoplePanel}
            cards={fields.cards}
            contactIds={fields.contactIds}
            quoted={quoted}
            onChange={change}
            signOffs={signOffs}
          />
        )}
        {tab === 'images' && (
          <OnDemand part={imagesPanel} hero={fields.hero} images={facts.images} onHero={(hero) => change({ hero })} />
        )}
        {tab === 'details' && (
          <OnDemand
            part={detailsPanel}
            fields={fields}
            topics={[...page.topics, ...made.topics]}
            series={[...page.series, ...made.series]}
            onMake={page.mayMake ? make : undefined}
            language={release.language}
            addressPrefix={page.addressPrefix}
            releaseId={release.id}
            signedUp={page.meeting}
            now={publishing.now}
            onChange={change}
          />
        )}
        {tab === 'history' && (
          <OnDemand
            part={historyPanel}
            releaseId={release.id}
            history={page.history}
            user={user}
            displayStatus={release.displayStatus}
          />
        )}
      </Tabs>
      <PublishButton release={release} publishing={publishing} isFinished={!untranslated?.left}>
        {publishing.isChanged && page.out && (
          <ThrowAway {...page} out={page.out} writing={writing} publishing={publishing} />
        )}
      </PublishButton>
      {publishing.isAsking && (
        <OnDemand
          part={publishQuestion}
          release={release}
          versions={page.versions}
          title={fields.title}
          left={untranslated}
          publishing={publishing}
          held={embargo.held}
          companions={together.companions}
          looks={report?.looks ?? []}
          onGo={({ place }) => {
            publishing.stopAsking()
            // The dialog first gives the focus back to the button that opened it.
            requestAnimationFrame(() => requestAnimationFrame(() => goTo(place, handles)))
          }}
          onClose={publishing.stopAsking}
        />
      )}
      <PublishToast release={release} publishing={publishing} />
    </aside>
  )
}

/** Asks the question at once where the address says so: it is where another language's page leads. */
function useAskedByAddress({ now, why, ask }: Publishing) {
  const mayAsk = now !== null && why === null
  useEffect(() => {
    if (!mayAsk || location.hash !== '#publish') return
    history.replaceState(null, '', location.pathname + location.search)
    ask()
  }, [mayAsk, ask])
}
