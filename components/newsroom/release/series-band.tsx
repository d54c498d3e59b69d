import type { SeriesPosition } from '#db/live/series.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { PageSection } from '../layout/page-section.tsx'
import { PreviousNext } from '../layout/previous-next.tsx'

interface Props {
  series: SeriesPosition
  language: Language
}

/** Names the series a release is a part of, and the number of the part. */
export function PartOf({ series: { name, slug, number, total }, language }: Props) {
  const t = translator(language, 'newsroom')
  return (
    <>
      <a href={pathTo(language, 'series', slug)}>{hyphenateText(name, language)}</a>, {t('part-of', { number, total })}
    </>
  )
}

/** Does the same under the text, with links to the parts before and after. */
export function SeriesBand({ series, language }: Props) {
  const t = translator(language, 'newsroom')
  return (
    <PageSection id={t('anchors.series')} title={t('in-series')} className="no-print">
      <p>
        <PartOf series={series} language={language} />
      </p>
      <PreviousNext
        label={t('around-in-series')}
        previous={{ label: t('previous-part'), step: series.previous }}
        next={{ label: t('next-part'), step: series.next }}
        language={language}
      />
    </PageSection>
  )
}
