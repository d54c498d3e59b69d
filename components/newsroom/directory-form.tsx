import type { Directory, DirectoryChoice, DirectoryOption } from '#db/live/directory.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'

/** The form that filters people by name, organisation and position, on the same page. */
export function DirectoryForm({
  choice,
  directory,
  language,
}: {
  choice: DirectoryChoice
  directory: Directory
  language: Language
}) {
  const t = translator(language, 'newsroom')
  const { urls } = messagesIn(language)
  const selects = [
    {
      name: urls.organisation,
      label: t('find.organisation'),
      any: t('find.any-organisation'),
      at: choice.organisation,
      options: directory.organisations,
    },
    { name: urls.role, label: t('find.role'), any: t('find.any-role'), at: choice.role, options: directory.roles },
  ]
  return (
    <search>
      <form className="choose" action={pathTo(language, 'people')}>
        <div>
          <label htmlFor="name">{t('find.name')}</label>
          <input id="name" name="q" defaultValue={choice.name} autoComplete="off" maxLength={200} />
        </div>
        {selects.map(
          ({ options, ...select }) => options.length > 1 && <Choice key={select.name} options={options} {...select} />,
        )}
        <div>
          <button type="submit" className="button">
            {t('find.find')}
          </button>{' '}
          {Object.values(choice).some(Boolean) && <a href={pathTo(language, 'people')}>{t('find.all')}</a>}
        </div>
      </form>
    </search>
  )
}

const Choice = ({
  name,
  label,
  any,
  at,
  options,
}: {
  name: string
  label: string
  any: string
  at: string
  options: DirectoryOption[]
}) => (
  <div>
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={at}>
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.labelIn}>
          {option.label} ({option.people})
        </option>
      ))}
    </select>
  </div>
)

/** Returns the id of a letter's place on the page. */
export const letterId = (letter: string): string => (letter === '#' ? '0-9' : letter.toLowerCase())

/** Links to each letter that a name begins with. */
export const Letters = ({ initials, language }: { initials: { letter: string }[]; language: Language }) => (
  <nav className="letters axis" aria-label={translator(language, 'newsroom')('find.letters')}>
    <ul className="in-main">
      {initials.map(({ letter }) => (
        <li key={letter}>
          <a href={`#${encodeURIComponent(letterId(letter))}`}>{letter}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Suggests what to try when nobody fits the filters. */
export function NobodyFound({ name, total, language }: { name: string; total: number; language: Language }) {
  const t = translator(language, 'newsroom')
  const search = `${pathTo(language, 'search')}${name ? `?q=${encodeURIComponent(name.toWellFormed())}` : ''}`
  return (
    <div className="axis">
      <div className="in-main" role="status">
        <p>
          <strong>{t('find.none')}</strong>
        </p>
        <p>
          {t.rich('find.none-help', {
            search: () => (
              <a key="search" href={search}>
                {t('find.none-search')}
              </a>
            ),
            all: () => (
              <a key="all" href={pathTo(language, 'people')}>
                {t('find.none-all', { count: total })}
              </a>
            ),
          })}
        </p>
      </div>
    </div>
  )
}
