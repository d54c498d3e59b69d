'use client'
/** The single changes that are not out, each with the way to it, and the way to the whole comparison. */
import { useText } from '#components/ui/messages.tsx'
import type { DocumentPosition } from '#lib/checks/rule.ts'
import type { AiUse } from '#lib/document/ai-use.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import type { EditorProps } from '../types.ts'
import type { Change } from './changes.ts'
import './change-list.css'

/** More than so many are counted, and read in the comparison. */
const most = 6

interface Props extends Pick<EditorProps, 'release' | 'topics' | 'series'> {
  changes: Change[]
  onGo: (place: DocumentPosition) => void
}

export function ChangeList({ changes, release, topics, series, onGo }: Props) {
  const t = useText('editor')
  const ai = useText('ai')
  const { person } = usePickers()
  const nameOf = ({ what, id }: Change): string => {
    if (what === 'cards' || what === 'contacts') return person(id)?.name ?? ''
    if (what === 'ai') return id ? (id === 'unused' ? ai('not-used') : ai(`choices.${id as AiUse}`)) : ''
    return [...topics, ...series].find((one) => one.id === id)?.name ?? ''
  }
  return (
    <ol className="changes-left" aria-label={t('changes-list')}>
      {changes.slice(0, most).map((change, index) => {
        const { what, number, place } = change
        const name = t(`changed-${what}`, { number, name: nameOf(change) })
        return (
          <li key={`${what} ${number} ${change.id} ${change.how}`}>
            <span className="no" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {name}
              <span className="m">{howIn(change, release.goingOut ? 'later' : 'now', t)}</span>
            </span>
            {place && (
              <button
                type="button"
                className="text-button"
                aria-label={`${t('go-there')}: ${name}`}
                onClick={() => onGo(place)}
              >
                {t('go-there')}
              </button>
            )}
          </li>
        )
      })}
      {changes.length > most && <li className="more">{t('changes-more', { count: changes.length - most })}</li>}
    </ol>
  )
}

function howIn({ how, words, added, removed }: Change, what: 'later' | 'now', t: ReturnType<typeof useText<'editor'>>) {
  if (words) return t('how-title', { what, ...words })
  if (how !== 'changed' || added + removed === 0) return t(`how-${how}`)
  return t('how-words', { added, removed, between: added && removed ? 'yes' : 'no' })
}
