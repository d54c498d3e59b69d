import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { whenAnswered } from '#lib/duty/words.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'

/** The red row above every page but the statement's own, while crisis mode is on. */
export function CrisisBanner({ newsroom, now, path }: { newsroom: LiveNewsroom; now: Date; path: string }) {
  const { crisis, language } = newsroom
  const href = crisis && pathTo(crisis.lang ?? language, 'news', crisis.slug)
  if (!crisis || href === path) return null
  const t = translator(language, 'newsroom')
  return (
    <aside className="crisis-banner" aria-label={t('crisis.kind')}>
      <div className="wrap">
        <p className="kind">{t('crisis.kind')}</p>
        <p>
          <b>
            <a href={href} lang={crisis.lang} hrefLang={crisis.lang}>
              {hyphenateText(crisis.title, crisis.lang ?? language)}
            </a>
          </b>{' '}
          {t('crisis.updated', { when: whenAnswered(crisis.updatedAt, { ...newsroom, now }) })}
        </p>
      </div>
    </aside>
  )
}
