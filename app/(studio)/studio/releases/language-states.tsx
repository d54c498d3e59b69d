import { Icon } from '#components/ui/icon.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { shapeOf, standingName } from '../review-note.ts'
import { startTranslation } from './actions.ts'

interface Props {
  versions: ListedRelease[]
  languages: Language[]
  interfaceLanguage: Language
  /** How much of its source has changed since a version was translated, by version. */
  behind: Map<string, number>
}

/** The status of a story in each language; a missing language is offered. */
export function LanguageStates({ versions, languages, interfaceLanguage, behind }: Props) {
  const t = translator(interfaceLanguage, 'releases')
  const source = versions[0]
  return languages.map((language) => {
    const version = versions.find((candidate) => candidate.language === language)
    if (version) {
      return (
        <a key={language} className="lang" href={`/studio/releases/${version.id}`}>
          <StatusGlyph displayStatus={shapeOf(version)} />
          {language.toUpperCase()}
          <span className="vh">
            {' '}
            {[
              t(version.isUnderEmbargo ? 'standing-embargo' : `standing-${version.displayStatus}`),
              version.review && standingName(version.review, interfaceLanguage),
              version.goingOut?.leavesOut && t('leaves-out'),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
          <Behind count={behind.get(version.id)} language={interfaceLanguage} />
        </a>
      )
    }
    return (
      source && (
        <form key={language} action={startTranslation.bind(null, source.id, language)}>
          <button
            className="lang missing"
            type="submit"
            aria-label={[`${language.toUpperCase()} ${t('create-version')}`, source.title].filter(Boolean).join(': ')}
          >
            <Icon name="plus" small />
            {language.toUpperCase()}
          </button>
        </form>
      )
    )
  })
}

function Behind({ count, language }: { count: number | undefined; language: Language }) {
  if (!count) return null
  const words = translator(language, 'releases')('behind', { count })
  return (
    <span className="behind" title={words}>
      <span aria-hidden="true">{count}</span>
      <span className="vh">, {words}</span>
    </span>
  )
}
