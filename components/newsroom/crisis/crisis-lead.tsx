import type { LiveCrisis } from '#db/live/crisis/banner.ts'
import type { LiveUpdate } from '#db/live/crisis/updates.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LivePerson } from '#db/live/people.ts'
import { whenAnswered } from '#lib/duty/words.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { FirstContact } from '../contact.tsx'
import type { OnDuty } from '../press-duty.tsx'
import { Update } from './updates.tsx'

/** The opening of the front page while crisis mode is on: the statement, the latest update, and whom to call. */
export function CrisisLead({
  crisis,
  opening,
  latest,
  contact,
  duty,
  newsroom,
  now,
}: {
  crisis: LiveCrisis
  /** How it begins, where it has no summary and no lead. */
  opening: string
  latest: LiveUpdate | undefined
  contact: LivePerson | undefined
  duty: OnDuty | undefined
  newsroom: LiveNewsroom
  now: Date
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const spoken = crisis.lang ?? language
  const href = pathTo(spoken, 'news', crisis.slug)
  const intro = crisis.summary || crisis.lead[0] || opening
  const when = (at: Date) => whenAnswered(at, { ...newsroom, now })
  return (
    <article className="lead-story axis">
      <div className="in-margin meta">
        <p className="kicker">{t('crisis.kind')}</p>
        <p>{t('crisis.updated', { when: when(crisis.updatedAt) })}</p>
      </div>
      <div className="in-main">
        <h2 className="title" lang={crisis.lang}>
          <a href={href} hrefLang={crisis.lang}>
            {withSoftHyphens(crisis.title, spoken)}
          </a>
        </h2>
        {intro && (
          <p className="intro" lang={crisis.lang}>
            {hyphenateText(intro, spoken)}
          </p>
        )}
        {crisis.promisedAt && <p className="promise">{t('crisis.more-by', { when: when(crisis.promisedAt) })}</p>}
        {latest && (
          <ol className="updates rows">
            <Update update={latest} isLatest newsroom={newsroom} now={now} />
          </ol>
        )}
        {latest && (
          <p className="more">
            <a href={href}>{t('crisis.all')}</a>
          </p>
        )}
      </div>
      <FirstContact person={contact} newsroom={newsroom} duty={duty} />
    </article>
  )
}
