import './corrections.css'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { DateTime } from '../date-time.tsx'

/** What was wrong and what is right; an old correction says both in its text. */
export function WrongAndRight({ wrong, text, language }: { wrong: string; text: string; language: Language }) {
  const t = translator(language, 'newsroom')
  if (!wrong) return <p>{hyphenateText(text, language)}</p>
  return (
    <dl className="wrong-and-right">
      <dt>{t('wrong')}</dt>
      <dd className="wrong">{hyphenateText(wrong, language)}</dd>
      <dt>{t('right')}</dt>
      <dd>{hyphenateText(text, language)}</dd>
    </dl>
  )
}

/** What has been corrected in a release, each with its time. */
export function Corrections({ corrections, newsroom }: Pick<LiveRelease, 'corrections'> & { newsroom: LiveNewsroom }) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  if (corrections.length === 0) return null
  return (
    <aside className="note" id={t('anchors.correction')} aria-label={t('correction')}>
      {corrections.map(({ wrong, text, at }) => (
        <div key={at.getTime()}>
          <p>
            <strong>
              {t('correction')} <DateTime date={at} clock={newsroom} />
            </strong>
          </p>
          <WrongAndRight wrong={wrong} text={text} language={language} />
        </div>
      ))}
      <p className="more no-print">
        <a href={pathTo(language, 'corrections')}>{t('all-corrections')}</a>
      </p>
    </aside>
  )
}
