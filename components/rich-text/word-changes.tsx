import type { WordChange } from '#lib/document/compare/compare-words.ts'
import type { Inline } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { Inlines } from './inline.tsx'
import { keyed } from './keyed.ts'

/** What is said, unseen, before words that were added or removed, and its language where it is not the text's. */
interface SaidOfChange {
  added: string
  removed: string
  lang?: Language | undefined
}

/** Running text in which additions and removals are marked by line, colour and a hidden word. */
export const WordChanges = ({ words, said }: { words: WordChange[]; said: SaidOfChange }) =>
  keyed(words).map(({ key, block: piece }) => {
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
          <span className="vh" lang={said.lang}>
            {said[piece.what]}{' '}
          </span>
          <Inlines content={unspaced(piece.content)} />
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
