import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone, telHref } from '#lib/phone.ts'
import { yearIn } from '#lib/time/format.ts'
import { feedPath, pathTo } from '#lib/urls.ts'

export function Footer({ newsroom, now, permalink }: { newsroom: LiveNewsroom; now: Date; permalink: string }) {
  const { language, name, texts, foundedYear, timeZone, pressPhone } = newsroom
  const t = translator(language, 'newsroom')
  const year = yearIn(now, timeZone)
  const press = pathTo(language, 'press')
  return (
    <footer className="footer">
      <div className="wrap axis">
        <p className="in-margin">
          <strong>{name}</strong>
          {texts.tagline && <br />}
          {texts.tagline}
        </p>
        <div className="in-main cols">
          <address>
            {texts.address && <span className="lines">{texts.address}</span>}
            {pressPhone && <a href={telHref(pressPhone, timeZone)}>{formatPhone(pressPhone, language, timeZone)}</a>}
          </address>
          <ul>
            {texts.boilerplate && (
              <li>
                <a href={`${press}#${t('anchors.about')}`}>{t('about', { name })}</a>
              </li>
            )}
            <li>
              <a href={press}>{t('press-contact')}</a>
            </li>
            <li>
              <a href={pathTo(language, 'news')}>{t('all-news')}</a>
            </li>
            <li>
              <a href={feedPath(language, 'rss')}>{t('feed')}</a>
            </li>
            {newsroom.hasAccessibility && (
              <li>
                <a href={pathTo(language, 'accessibility')}>{t('accessibility')}</a>
              </li>
            )}
            <li>
              <a href={pathTo(language, 'privacy')}>{t('privacy')}</a>
            </li>
          </ul>
        </div>
        <p className="in-main legal">
          {`© ${foundedYear < year ? `${foundedYear}–` : ''}${year} ${name}. ${texts.legal}`.trim()}
        </p>
        <p className="in-main permalink">{permalink}</p>
      </div>
    </footer>
  )
}
