import { permanentRedirect } from 'next/navigation'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { openEmbargoLink } from '#db/embargo/links.ts'
import { isReading } from '#db/embargo/visits.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatMomentInZone } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { titled } from '../../../../(newsroom)/head/metadata.ts'
import { Preview } from '../../../preview.tsx'
import { copyLineOf, holderOf, readHeldText } from '../held-text.ts'
import { HeldFiles } from './held-files.tsx'
import '../embargo.css'

interface Props {
  params: Promise<{ token: string; pass: string }>
}

/** How many blocks stand between two sentences on whose copy it is: the first has one, so that short texts have, too. */
const between = 3

/**
 * A text under embargo, for the journalist who has accepted its terms, with their name woven in. Whoever has not pressed the
 * button lately is led back to it.
 */
export default async function HeldTextPage({ params }: Props) {
  const link = await openEmbargoLink((await params).token, new Date())
  const { token, pass } = await params
  if (!link) return <meta name="pressrum-status" content="404" />
  const found = link.state === 'waiting' && isReading(token, pass, new Date()) && (await readHeldText(link))
  if (link.state === 'out') permanentRedirect(pathTo(link.language, 'news', link.slug))
  if (!found) permanentRedirect(`/embargo/${token}`)
  const { context, release } = found
  const { newsroom } = context
  const t = translator(newsroom.language, 'embargo')
  const anchor = translator(newsroom.language, 'newsroom')('anchors.files')
  const line = copyLineOf(link, newsroom)
  const { formerAt, greeting } = link
  return (
    <>
      <title>{titled(context, `${t('label')}: ${plainText(release.title)}`)}</title>
      <aside className="embargo-bar" aria-label={t('label')}>
        <div className="wrap">
          <p>
            <b>{t('not-before', { when: formatMomentInZone(link.until, newsroom) })}</b>{' '}
            {formerAt && t('formerly', { when: formatMomentInZone(formerAt, newsroom) })}{' '}
            {greeting && <q>{greeting}</q>}
          </p>
          <p>{t('copy-for', { holder: holderOf(link) })}</p>
        </div>
      </aside>
      <Preview
        context={context}
        preview={release}
        beside={(place, index) => {
          const copy = <p className="copy-for in-main">{line}</p>
          if (place === 'head') return <div className="wrap axis">{copy}</div>
          return place === 'block' && index % between === 0 && copy
        }}
        fileBand={
          <PageSection id={anchor} title={t('files')} className="no-print">
            <HeldFiles release={release} language={newsroom.language} action={`/embargo/${token}/${pass}/download`} />
          </PageSection>
        }
      />
    </>
  )
}
