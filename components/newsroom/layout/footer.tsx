import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone, telHref } from '#lib/phone.ts'
import { yearIn } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'

/** Returns the years beside ©, as the newsroom wants them. */
function footYears({ footYears: { form, year }, foundedYear }: LiveNewsroom, now: number): string {
  if (form === 'none') return ''
  const first = year ?? foundedYear
  return form === 'since' && first < now ? `${first}–${now}` : `${form === 'since' ? now : first}`
}

export function Footer({ newsroom, now, permalink }: { newsroom: LiveNewsroom; now: Date; permalink: string }) {
  const { language, name, texts, tagline, timeZone, pressPhone } = newsroom
  const t = translator(language, 'newsroom')
  const copyright = ['©', footYears(newsroom, yearIn(now, timeZone)), `${name}.`, texts.legal]
  const press = pathTo(language, 'press')
  return (
    <footer className="footer">
      <div className="wrap axis">
        <p className="in-margin">
          <strong>{hyphenateText(name, language)}</strong>
          {tagline.text && <br />}
          {tagline.text && <span lang={tagline.lang}>{hyphenateText(tagline.text, tagline.lang ?? language)}</span>}
        </p>
        <div className="in-main cols">
          <address>
            {texts.address && <span className="lines">{hyphenateText(texts.address, language)}</span>}
            {pressPhone && <a href={telHref(pressPhone, timeZone)}>{formatPhone(pressPhone, language, timeZone)}</a>}
          </address>
          <ul>
            {texts.boilerplate && (
              <li>
                <a href={`${press}#${t('anchors.about')}`}>{hyphenateText(t('about', { name }), language)}</a>
              </li>
            )}
            <li>
              <a href={press}>{t('press-contact')}</a>
            </li>
            <li>
              <a href={pathTo(language, 'news')}>{t('all-news')}</a>
            </li>
            <li>
              <a href={pathTo(language, 'feeds')}>{t('feeds')}</a>
            </li>
            <li>
              <a href={pathTo(language, 'corrections')}>{t('corrections')}</a>
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
        <p className="in-main legal">{hyphenateText(copyright.filter(Boolean).join(' '), language)}</p>
        <p className="in-main permalink">{permalink}</p>
      </div>
    </footer>
  )
}
