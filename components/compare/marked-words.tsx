import type { Inline } from '#lib/document/rich-text.ts'
import { Inlines } from '../rich-text/inline.tsx'
import { keyed } from '../rich-text/keyed.ts'
import { compareText, type Piece } from './compare-words.ts'
import { type CompareContext, interfaceLang } from './context.ts'

/** Running text in which additions and removals are marked by line, colour and a hidden word. */
export const MarkedWords = ({ words, context }: { words: Piece[]; context: CompareContext }) =>
  keyed(words).map(({ key, block: piece }) => {
    const said = <Inlines content={unspaced(piece.content)} />
    if (piece.what === 'same') return <Inlines key={key} content={piece.content} />
    if (piece.what === 'restyled')
      return (
        <span key={key} className="restyled">
          <Inlines content={piece.content} />
        </span>
      )
    const [first, last] = [piece.content[0], piece.content.at(-1)]
    const isReplaced = piece.what === 'removed' && words[Number(key) + 1]?.what === 'added'
    const Mark = piece.what === 'added' ? 'ins' : 'del'
    return (
      <span key={key}>
        {first?.type === 'text' && /^\s/.test(first.text) && ' '}
        <Mark>
          <span className="vh" {...interfaceLang(context)}>
            {context.t(piece.what === 'added' ? 'said-added' : 'said-removed')}{' '}
          </span>
          {said}
          {piece.content.every((node) => node.type === 'hardBreak') && '↵'}
        </Mark>
        {(isReplaced || (last?.type === 'text' && /\s$/.test(last.text))) && ' '}
      </span>
    )
  })

/** Takes spaces out of a mark: a marked space looks like a missing word. */
function unspaced(content: Inline[]): Inline[] {
  const trimmed = content.map((node, place) => {
    if (node.type !== 'text') return node
    const text = place === 0 ? node.text.trimStart() : node.text
    return { ...node, text: place === content.length - 1 ? text.trimEnd() : text }
  })
  return trimmed.some((node) => node.type === 'hardBreak' || node.text) ? trimmed : content
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
