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

interface Part {
  release: Pick<LiveRelease, 'corrections' | 'notes'>
  newsroom: LiveNewsroom
}

/** What has been corrected in a release, and what is new in it, each with its time. */
export function Corrections({ release: { corrections, notes }, newsroom }: Part) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  return (
    <>
      {corrections.length > 0 && (
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
          <p className="more">
            <a href={pathTo(language, 'corrections')}>{t('all-corrections')}</a>
          </p>
        </aside>
      )}
      {notes.length > 0 && (
        <aside className="note" id={t('anchors.changes')} aria-label={t('changes')}>
          {notes.map(({ text, at }) => (
            <p key={at.getTime()}>
              <strong>
                {t('changed')} <DateTime date={at} clock={newsroom} />.
              </strong>{' '}
              {hyphenateText(text, language)}
            </p>
          ))}
        </aside>
      )}
    </>
  )
}
