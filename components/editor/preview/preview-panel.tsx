'use client'
/** Shows the text as its readers will see it, beside the text itself or in its place. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Writing } from '../use-writing.ts'
import { LinkPreviews } from './link-previews.tsx'
import { Links } from './links.tsx'
import { PageFrame } from './page-frame.tsx'
import { type PreviewPage, usePreviewPage } from './use-preview-page.ts'

const widths = { phone: 360, tablet: 768, desktop: 1_280 } as const
const views = ['phone', 'tablet', 'desktop', 'found', 'links'] as const
type View = (typeof views)[number]

interface Props {
  releaseId: string
  writing: Writing
  isFull: boolean
  onFull: (full: boolean) => void
  onClose: () => void
}

export function PreviewPanel({ releaseId, writing, isFull, onFull, onClose }: Props) {
  const t = useText('preview')
  const page = usePreviewPage(releaseId, writing)
  const [view, setView] = useState<View>('phone')
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const isNarrow = useSyncExternalStore(onTurn, () => narrow().matches)
  const isAlone = isFull || isNarrow
  return (
    <section
      className="preview-panel"
      // In the text's place it is the main content of the page.
      role={isAlone ? 'main' : 'complementary'}
      aria-label={t('heading')}
      ref={panel}
      tabIndex={-1}
    >
      {isAlone && <h1 className="vh">{writing.fields.title || t('heading')}</h1>}
      <h2 className="vh">{t('heading')}</h2>
      <Tabs className="tabs" selectedKey={view} onSelectionChange={(key) => setView(key as View)}>
        <div className="top">
          <TabList aria-label={t('views')}>
            {views.map((name) => (
              <Tab key={name} id={name}>
                {t(name)}
              </Tab>
            ))}
          </TabList>
          <div className="end">
            <Button small look="quiet" className="wide-only" aria-pressed={isFull} onClick={() => onFull(!isFull)}>
              {t('full')}
            </Button>
            <ButtonLink
              small
              look="quiet"
              className="icon-only"
              href={`/studio/releases/${releaseId}/preview`}
              target="_blank"
              rel="noreferrer"
              title={t('new-tab')}
              aria-label={t('new-tab')}
            >
              <Icon name="external" small />
            </ButtonLink>
            <Button
              small
              look="quiet"
              className="icon-only"
              title={t('close')}
              aria-label={t('close')}
              onClick={onClose}
            >
              <Icon name="close" small />
            </Button>
          </div>
        </div>
        {views.map((name) => (
          <TabPanel key={name} id={name}>
            {name === 'links' ? <Links releaseId={releaseId} /> : <Seen page={page} view={name} />}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}

/** Whether the window is narrow; the same width as in `preview.css`. */
const narrow = () => window.matchMedia('(max-width: 56rem)')

function onTurn(listen: () => void) {
  const media = narrow()
  media.addEventListener('change', listen)
  return () => media.removeEventListener('change', listen)
}

function Seen({ page, view }: { page: PreviewPage; view: Exclude<View, 'links'> }) {
  const t = useText('preview')
  const { html, state, again } = page
  return (
    <>
      {state === 'away' && (
        <p className="bad" role="alert">
          {t('away')}{' '}
          <button type="button" className="text-button" onClick={again}>
            {t('again')}
          </button>
        </p>
      )}
      {!html && state === 'coming' && <p className="muted">{t('coming')}</p>}
      {html && (view === 'found' ? <LinkPreviews html={html} /> : <PageFrame html={html} width={widths[view]} />)}
    </>
  )
}
