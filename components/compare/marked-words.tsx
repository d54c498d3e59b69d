import { compareText, type WordChange } from '#lib/document/compare/compare-words.ts'
import { WordChanges } from '../rich-text/word-changes.tsx'
import { type CompareContext, interfaceLang } from './context.ts'

/** Running text in which additions and removals are marked. */
export const MarkedWords = ({ words, context }: { words: WordChange[]; context: CompareContext }) => {
  const { lang } = interfaceLang(context)
  const said = { added: context.t('said-added'), removed: context.t('said-removed'), lang }
  return <WordChanges words={words} said={said} />
}

/** Does the same for plain text. */
export const MarkedText = ({ before, after, context }: { before: string; after: string; context: CompareContext }) => (
  <MarkedWords words={compareText(before, after)} context={context} />
)

/** One thing replaced by another, neither of them running text. */
export const Swapped = ({ before, after, context }: { before: string; after: string; context: CompareContext }) => (
  <>
    {before && (
      <del>
        <span className="vh" {...interfaceLang(context)}>
          {context.t('said-removed')}{' '}
        </span>
        {before}
      </del>
    )}
    {before && after && ' '}
    {after && (
      <ins>
        <span className="vh" {...interfaceLang(context)}>
          {context.t('said-added')}{' '}
        </span>
        {after}
      </ins>
    )}
  </>
)
