'use client'
/** What is left to translate: the meter beside the text, and the notes above its fields. */
import { Fragment, use } from 'react'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { openingWords } from '#lib/checks/structure.ts'
import { languageName } from '#lib/format.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { Language } from '#lib/locale.ts'
import { capital } from '#lib/time/phrases.ts'
import { type Untranslated, UntranslatedContext } from './use-untranslated.ts'
import './untranslated.css'

/** More than so many parts of a bar are not told apart. */
const mostParts = 60

export function TranslationMeter({ untranslated, language }: { untranslated: Untranslated; language: Language }) {
  const t = useText('beside')
  const own = useLocale().language
  const { left, total, alike, unmark } = untranslated
  if (total === 0) return null
  const parts = Math.min(total, mostParts)
  const done = Math.floor(((total - left) / total) * parts)
  return (
    <section className="panel-sec" aria-labelledby="h-translated">
      <h2 id="h-translated">{capital(languageName(language, own))}</h2>
      <div className="meter">
        <p>{left ? <b className="todo">{t('untranslated', { left, total })}</b> : t('translated')}</p>
        <div className="bar" aria-hidden="true">
          {Array.from({ length: parts }, (_, part) => (
            <i key={part.toString()} className={part < done ? 'ok' : undefined} />
          ))}
        </div>
        {left > 0 && <p className="why">{t('alike-about')}</p>}
        {alike.length > 0 && (
          <div className="alike">
            <h3>{t('alike-list')}</h3>
            <ul>
              {alike.map((text) => (
                <li key={text}>
                  <span lang={language}>{excerpt(text, 60)}</span>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('alike-undo-what', { what: openingWords(text) })}
                    onClick={() => unmark(text)}
                  >
                    {t('alike-undo-one')}
                  </button>
                </li>
              ))}
            </ul>
            {alike.length > 1 && (
              <button type="button" className="text-button" onClick={() => unmark(null)}>
                {t('alike-undo')}
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}

/** The notes above a field: one for each of its texts that still reads as the source. */
export function SameNotes({ texts }: { texts: string[] }) {
  const untranslated = use(UntranslatedContext)
  const t = useText('beside')
  const { language } = useLocale()
  const left = untranslated ? [...new Set(texts)].filter(untranslated.isLeft) : []
  if (!untranslated || left.length === 0) return null
  return (
    <div className="same-note" lang={language} contentEditable={false}>
      <span>{t('same-note', { language: untranslated.source.language })}</span>
      {left.map((text) => (
        <Fragment key={text}>
          <button
            type="button"
            className="text-button"
            aria-label={t('alike-what', { what: openingWords(text) })}
            onClick={() => untranslated.mark(text)}
          >
            {left.length > 1 ? t('alike-what', { what: openingWords(text, 24) }) : t('alike')}
          </button>
        </Fragment>
      ))}
    </div>
  )
}
