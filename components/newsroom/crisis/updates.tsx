import type { LiveCourse, LiveUpdate } from '#db/live/crisis/updates.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { whenAnswered } from '#lib/duty/words.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { isoMoment } from '#lib/time/format.ts'
import { feedPath, pathTo } from '#lib/urls.ts'
import { PageSection } from '../layout/page-section.tsx'

interface Read {
  newsroom: LiveNewsroom
  now: Date
}

/** Returns the anchor of an update on the page of its statement. */
export const updateAnchor = ({ number }: Pick<LiveUpdate, 'number'>): string => `u${number}`

/** The updates under a statement, the latest first, and how to hear of the next one. */
export function Updates({ course, slug, newsroom, now }: Read & { course: LiveCourse; slug: string }) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const { updates, promisedAt, endedAt } = course
  const path = pathTo(language, 'news', slug)
  if (endedAt && updates.length === 0) return null
  return (
    <div className="wrap">
      <PageSection id={t('anchors.updates')} title={t('crisis.updates')}>
        {updates.length > 0 ? (
          <ol className="updates rows">
            {updates.map((update, index) => (
              <Update key={update.id} update={update} isLatest={index === 0 && !endedAt} {...{ newsroom, now }} />
            ))}
          </ol>
        ) : (
          <p className="text">{t('crisis.no-updates')}</p>
        )}
        {promisedAt && (
          <p className="promise">{t('crisis.more-by', { when: whenAnswered(promisedAt, { ...newsroom, now }) })}</p>
        )}
        {!endedAt && (
          <p className="hint no-print">
            {t.rich('crisis.no-script', {
              reload: (words) => <a href={path}>{words}</a>,
              feed: (words) => <a href={feedPath(language, 'rss', 'news', slug)}>{words}</a>,
            })}
          </p>
        )}
      </PageSection>
    </div>
  )
}

/** An update with its time, and when it was corrected. */
export function Update({ update, isLatest, newsroom, now }: Read & { update: LiveUpdate; isLatest: boolean }) {
  const { language, timeZone } = newsroom
  const t = translator(language, 'newsroom')
  const { at, text, correctedAt, wrong } = update
  const corrected = correctedAt && whenAnswered(correctedAt, { ...newsroom, now })
  return (
    <li id={updateAnchor(update)}>
      <h3>
        <time dateTime={isoMoment(at, timeZone)}>{whenAnswered(at, { ...newsroom, now })}</time>
        {isLatest && <span className="new">{t('crisis.latest')}</span>}
      </h3>
      <p className="para" lang={text.lang}>
        {hyphenateText(text.text, text.lang ?? language)}
      </p>
      {corrected && (
        <p className="hint">
          {hyphenateText(
            wrong.text
              ? t('crisis.corrected-wrong', { when: corrected, wrong: wrong.text })
              : t('crisis.corrected', { when: corrected }),
            language,
          )}
        </p>
      )}
    </li>
  )
}
