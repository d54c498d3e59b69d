import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { type Language, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo, type UrlSection } from '#lib/urls.ts'
import { CompactSearch } from '../search-form.tsx'
import { BrandMark } from './organisation-mark.tsx'

/** The reader's section of the menu, and whether the page is the section itself or something in it. */
export interface Here {
  section?: Exclude<UrlSection, 'search'>
  exactly?: boolean
}

/** The same page in other languages; where it does not exist, that language's front page is linked. */
export type Addresses = Partial<Record<Language, string>>

export function Masthead({
  newsroom,
  here = {},
  addresses,
  search = true,
}: {
  newsroom: LiveNewsroom
  here?: Here
  addresses: Addresses
  search?: boolean
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const menu = [
    ['news', pathTo(language)],
    ['people', pathTo(language, 'people')],
    ['topics', pathTo(language, 'topics')],
    ['press', pathTo(language, 'press')],
  ] as const
  return (
    <header className="masthead">
      <div className="wrap axis">
        <a className="brand in-margin" href={pathTo(language)}>
          {newsroom.owner && <BrandMark organisation={newsroom.owner} />}
          <span>{withSoftHyphens(newsroom.name, language)}</span>
        </a>
        {newsroom.tagline.text && (
          <p className="tagline" lang={newsroom.tagline.lang}>
            {hyphenateText(newsroom.tagline.text, newsroom.tagline.lang ?? language)}
          </p>
        )}
        <div className="aside">
          {search && <CompactSearch language={language} />}
          {search && (
            <a className="find-link" href={pathTo(language, 'search')}>
              {t('search')}
            </a>
          )}
          {newsroom.languages
            .filter((other) => other !== language)
            .map((other) => (
              <a key={other} className="lang" href={addresses[other] ?? pathTo(other)} lang={other} hrefLang={other}>
                {rulesOf(other).name}
              </a>
            ))}
        </div>
        <nav aria-label={t('menu')}>
          <ul>
            {menu.map(([section, href]) => (
              <li key={section}>
                <a href={href} aria-current={here.section === section ? (here.exactly ? 'page' : 'true') : undefined}>
                  {t(section)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
