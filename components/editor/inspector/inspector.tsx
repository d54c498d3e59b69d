'use client'
/** Beside the text: going out to readers, people, pictures, details and history. */
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useText } from '#components/ui/messages.tsx'
import type { TextFacts } from '../text-facts.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { Act } from './act.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ImagesPanel } from './images-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { usePublishing } from './use-publishing.ts'

const tabs = ['publish', 'people', 'images', 'details', 'history'] as const
type TabName = (typeof tabs)[number]

interface Props extends EditorProps {
  writing: Writing
  facts: TextFacts
}

export function Inspector({ writing, facts, ...page }: Props) {
  const t = useText('editor')
  const router = useRouter()
  const { fields, change } = writing
  const { release, user } = page
  const [tab, setTab] = useState<TabName>('publish')
  const publishing = usePublishing({ ...page, writing, blockers: facts.blockers })
  const quoted = useMemo(() => {
    const byPerson = Map.groupBy(facts.quotes, (quote) => quote.personId ?? '')
    return new Map([...byPerson].map(([id, quotes]) => [id, quotes.length]))
  }, [facts.quotes])

  const open = (name: TabName) => {
    setTab(name)
    // Versions come about while one writes.
    if (name === 'history') router.refresh()
  }
  return (
    <aside className="inspector" aria-label={t('inspector')} id="inspector" tabIndex={-1}>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => open(key as TabName)}
        keyboardActivation="manual"
      >
        <TabList aria-label={t('inspector')}>
          {tabs.map((name) => (
            <Tab key={name} id={name}>
              {t(`tab-${name}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="publish">
          <PublishPanel {...page} title={fields.title} blockers={facts.blockers} publishing={publishing} />
        </TabPanel>
        <TabPanel id="people">
          <PeoplePanel cards={fields.cards} contactIds={fields.contactIds} quoted={quoted} onChange={change} />
        </TabPanel>
        <TabPanel id="images">
          <ImagesPanel hero={fields.hero} images={facts.images} onHero={(hero) => change({ hero })} />
        </TabPanel>
        <TabPanel id="details">
          <DetailsPanel
            fields={fields}
            topics={page.topics}
            language={release.language}
            addressPrefix={page.addressPrefix}
            onChange={change}
          />
        </TabPanel>
        <TabPanel id="history">
          <HistoryPanel history={page.history} user={user} standing={release.standing} />
        </TabPanel>
      </Tabs>
      <Act publishing={publishing} />
    </aside>
  )
}
