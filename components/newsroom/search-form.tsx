import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { maxTyped } from '#lib/search/terms.ts'
import { pathTo } from '#lib/urls.ts'
import { Icon } from './layout/icon.tsx'

/** The small search in the masthead. */
export function CompactSearch({ language }: { language: Language }) {
  const t = translator(language, 'newsroom')
  return (
    <search>
      <form className="find compact" action={pathTo(language, 'search')}>
        <input
          type="search"
          name="q"
          aria-label={t('search-newsroom')}
          placeholder={t('search')}
          autoComplete="off"
          maxLength={maxTyped}
        />
        <button type="submit" aria-label={t('search')}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}

/** A search field with a label, for pages with nothing better to offer. */
export function LabelledSearch({ language }: { language: Language }) {
  const t = translator(language, 'newsroom')
  return (
    <search>
      <form className="field after-s" action={pathTo(language, 'search')}>
        <label htmlFor="q">{t('search-newsroom')}</label>
        <div className="find">
          <input id="q" type="search" name="q" maxLength={maxTyped} />
          <button className="button" type="submit">
            {t('search')}
          </button>
        </div>
      </form>
    </search>
  )
}
