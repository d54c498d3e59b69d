import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { DeskSection } from './section.tsx'

/** What readers meet before anything has been published. */
export function ReadersNow({ path, language }: { path: string; language: Language }) {
  const t = translator(language, 'first-steps')
  return (
    <DeskSection
      id="readers-now"
      heading={t('readers-now')}
      empty={{
        heading: t('front-is-open'),
        text: t('front-is-open-text'),
        act: <a href={path}>{translator(language, 'studio')('show-newsroom')}</a>,
      }}
    />
  )
}
