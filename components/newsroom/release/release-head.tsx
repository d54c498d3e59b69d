import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { env } from '#lib/env.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { type Clock, yearIn } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { canBeReached, FirstCall } from '../contact.tsx'
import { DateTime } from '../date-time.tsx'
import type { OnDuty } from '../press-duty.tsx'
import type { Download } from './downloads.ts'
import { ReleaseTools } from './release-tools.tsx'
import { PartOf } from './series-band.tsx'

const wordsPerMinute = 200

/** Returns how long the text takes to read, in whole minutes. */
function minutesToRead({ lead, body }: Pick<LiveRelease, 'lead' | 'body'>): number {
  const words = [...lead, documentText(body)].join(' ').split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/**
 * The head of a release: kind and dates in the margin, the headline and the lead, and a journalist's tools beside them.
 */
export const ReleaseHead = ({
  release,
  newsroom,
  duty,
  files,
  isPublished,
}: {
  release: LiveRelease
  newsroom: LiveNewsroom
  duty: OnDuty | undefined
  files: Download[]
  /** Whether readers see it: what is not out has no meeting to sign up for. */
  isPublished: boolean
}) => (
  <header className="wrap axis">
    <Meta release={release} clock={newsroom} />
    <div className="title in-main">
      <h1>{withSoftHyphens(release.title, newsroom.language)}</h1>
      <FirstCall people={release.contacts} newsroom={newsroom} duty={duty} />
      <Lead release={release} language={newsroom.language} />
    </div>
    <ReleaseTools
      newsroom={newsroom}
      reachable={canBeReached(release.contacts, newsroom)}
      files={files}
      meeting={isPublished && release.meeting ? { ...release.meeting, slug: release.slug } : undefined}
      link={env.publicUrl + pathTo(newsroom.language, 'news', release.slug)}
    />
  </header>
)

function Meta({ release, clock }: { release: LiveRelease; clock: Clock }) {
  const { kind, publishAt, place, byline, series, crisis } = release
  const isCrisis = crisis !== undefined && crisis.endedAt === null
  const t = translator(clock.language, 'newsroom')
  return (
    <div className="in-margin meta">
      <p className="kicker">{isCrisis ? t('crisis.kind') : messagesIn(clock.language).kinds[kind]}</p>
      {crisis?.endedAt && (
        <p>
          {t('crisis.ended')} <DateTime date={crisis.endedAt} clock={clock} />
        </p>
      )}
      <p>
        <DateTime date={publishAt} clock={clock} />
      </p>
      <Changed release={release} clock={clock} />
      <p>
        {hyphenateText(
          [place, t('minutes', { count: minutesToRead(release) })].filter(Boolean).join(', '),
          clock.language,
        )}
      </p>
      {byline && <p>{hyphenateText(t('by', { byline }), clock.language)}</p>}
      {series && (
        <p>
          {t('in-series')}: <PartOf series={series} language={clock.language} />
        </p>
      )}
    </div>
  )
}

/**
 * Says when the text was last corrected, with a link to the correction under it, and when it was changed after that.
 */
function Changed({ release: { publishAt, revisedAt, corrections }, clock }: { release: LiveRelease; clock: Clock }) {
  const t = translator(clock.language, 'newsroom')
  const corrected = corrections.at(-1)?.at
  const updated = revisedAt && (!corrected || revisedAt > corrected) ? revisedAt : undefined
  const moment = (date: Date) => (
    <DateTime date={date} clock={clock} year={yearIn(date, clock.timeZone) !== yearIn(publishAt, clock.timeZone)} />
  )
  return (
    <>
      {corrected && (
        <p>
          <a href={`#${t('anchors.correction')}`}>
            {t('corrected')} {moment(corrected)}
          </a>
        </p>
      )}
      {updated && (
        <p>
          {t('updated')} {moment(updated)}
        </p>
      )}
    </>
  )
}

function Lead({ release: { lead, leadForm }, language }: { release: LiveRelease; language: Language }) {
  if (lead.length === 0) return null
  if (leadForm === 'paragraph')
    return lead.map((line) => (
      <p key={line} className="lead">
        {hyphenateText(line, language)}
      </p>
    ))
  return (
    <ul className="lead">
      {lead.map((line) => (
        <li key={line}>{hyphenateText(line, language)}</li>
      ))}
    </ul>
  )
}
