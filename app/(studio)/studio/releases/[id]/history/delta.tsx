import type { Comparison } from '#components/compare/compare-drafts.ts'
import type { CompareContext } from '#components/compare/context.ts'

/** Sums up the changes in numbers. */
export function Delta({ comparison, t }: { comparison: Comparison; t: CompareContext['t'] }) {
  const { stops, wordsAdded, wordsRemoved, lix } = comparison
  if (stops === 0) return <p className="delta">{t('no-changes')}</p>
  return (
    <p className="delta">
      <span>
        <b>{t('changes', { count: stops })}</b>
      </span>
      {wordsAdded > 0 && (
        <span>
          <b>+{wordsAdded}</b> {t('words', { count: wordsAdded })}
        </span>
      )}
      {wordsRemoved > 0 && (
        <span>
          <b>−{wordsRemoved}</b> {t('words', { count: wordsRemoved })}
        </span>
      )}
      {lix.before !== lix.after && lix.before !== undefined && lix.after !== undefined && (
        <span>
          LIX <b>{lix.before}</b> → <b>{lix.after}</b>
        </span>
      )}
      <span>
        <a href="#change-1">{t('first-change')}</a>
      </span>
    </p>
  )
}
