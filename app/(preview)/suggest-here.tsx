/** The suggestions to a block, and a form to write it anew that needs no script. */
import { MarkedText } from '#components/compare/marked-words.tsx'
import { DateTime } from '#components/newsroom/date-time.tsx'
import { Icon } from '#components/newsroom/layout/icon.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import { rewritable, type SuggestionFacts } from '#db/sign-off/suggestions.ts'
import { maxBlockWords } from '#lib/document/block-words.ts'
import { type Anchor, followAnchors, maxCommentLength } from '#lib/document/comment-anchor.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import type { Clock } from '#lib/time/format.ts'
import { compareContext } from './compare-context.ts'

export interface Suggesting {
  /** Where the form is sent. */
  action: string
  draft: Draft
  /** The moments in the language of whoever reads. */
  clock: Clock
  /** Whether somebody has to say who they are. */
  asksName: boolean
  suggestions: SuggestionFacts[]
}

/** Returns the suggestions that stand at a part of the text now. */
function suggestionsAt({ draft, suggestions }: Suggesting, at: Pick<Anchor, 'place' | 'index'>) {
  const standing = followAnchors(new Map(suggestions.map(({ id, anchor }) => [id, anchor])), draft)
  return suggestions.filter(({ id }) => standing.get(id)?.place === at.place && standing.get(id)?.index === at.index)
}

export function SuggestHere({
  suggesting,
  place,
  index,
}: { suggesting: Suggesting } & Pick<Anchor, 'place' | 'index'>) {
  const { action, draft, clock, asksName } = suggesting
  const about = rewritable(draft, { place, index })
  const t = translator(clock.language, 'sign-off')
  const id = `suggest-${place}-${index}`
  const said = suggestionsAt(suggesting, { place, index })
  return (
    <>
      {said.length > 0 && (
        <ul className="said-here">
          {said.map((one) => (
            <li key={one.id} id={`s-${one.id}`}>
              <p className="m">
                <b>{one.author}</b> <DateTime date={one.createdAt} clock={clock} />
              </p>
              <p className="words">
                <MarkedText before={one.before} after={one.words} context={compareContext(clock.language)} />
              </p>
              {one.reason && <p className="words">{one.reason}</p>}
            </li>
          ))}
        </ul>
      )}
      {about && (
        <details>
          <summary>
            <Icon name="comment" />
            {t('suggest-here')}
            <span className="vh">: {excerpt(about.words, 40)}</span>
          </summary>
          <form method="post" action={action}>
            {(['place', 'index', 'key'] as const).map((name) => (
              <input key={name} type="hidden" name={name} value={about.anchor[name]} />
            ))}
            <input type="hidden" name="about" value={about.anchor.text} />
            <input type="hidden" name="before" value={about.words} />
            {asksName && (
              <>
                <label htmlFor={`${id}-name`}>{t('your-name')}</label>
                <input id={`${id}-name`} name="name" required maxLength={100} autoComplete="name" />
              </>
            )}
            <label htmlFor={`${id}-words`}>{t('words')}</label>
            <textarea
              id={`${id}-words`}
              name="words"
              required
              maxLength={maxBlockWords}
              rows={4}
              defaultValue={about.words}
            />
            <label htmlFor={`${id}-reason`}>{t('reason')}</label>
            <textarea id={`${id}-reason`} name="reason" maxLength={maxCommentLength} rows={2} />
            <button type="submit" className="button">
              {t('suggest-send')}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
