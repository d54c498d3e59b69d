'use client'
/** Shows a block as text, for reading two drafts side by side. */
import type { ReactNode } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { setQuote } from '#lib/document/attribution.ts'
import { compareText } from '#lib/document/compare/compare-words.ts'
import { type Block, documentText, type Image, inlineText } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { usePickers } from '../editor/pickers/picker-context.tsx'
import { usePicture } from '../editor/pickers/use-picture.ts'

/** With `beside`, words that the other block does not have are marked. */
export function BlockText({ block, beside }: { block: Block; beside?: Block }) {
  const t = useText('editor')
  const { person, language } = usePickers()
  const own = textOf(block, language)
  const words = beside ? <MarkedText own={own} other={textOf(beside, language)} /> : own
  switch (block.type) {
    case 'heading':
      return (
        <p>
          <b>{words}</b>
        </p>
      )
    case 'quote':
      return (
        <p>
          <span className="muted">{person(block.attrs.personId)?.name ?? t('who-says')}: </span>
          {words}
        </p>
      )
    case 'image':
      return <ImageText image={block} words={words} />
    case 'gallery':
      return block.content.map((image) => <BlockText key={image.attrs.mediaId} block={image} />)
    case 'embed':
      return (
        <p className="muted">
          {t('block-embed')}: {block.attrs.title || block.attrs.videoId}
        </p>
      )
    case 'download':
      return (
        <p>
          <span className="muted">{t('block-download')}: </span>
          {words}
        </p>
      )
    case 'horizontalRule':
      return <p className="muted">{t('block-divider')}</p>
    default:
      return <p className="lines">{own ? words : t('empty-paragraph')}</p>
  }
}

function ImageText({ image, words }: { image: Image; words: ReactNode }) {
  const t = useText('editor')
  const { mediaId, altDecision, alt } = image.attrs
  const picture = usePicture(mediaId)
  const read = altDecision === 'describe' ? alt : t(altDecision ? 'alt-is-decorative' : 'alt-open')
  return (
    <p>
      <span className="muted">
        {t('block-image')} ({[picture?.filename, read].filter(Boolean).join(', ')}){' '}
      </span>
      {words}
    </p>
  )
}

/** Returns a block's text; a quote's with its speaker as the page names them. */
const textOf = (block: Block, language: Language): string =>
  block.type === 'quote' ? inlineText(setQuote(block, language)) : documentText({ type: 'doc', content: [block] })

function MarkedText({ own, other }: { own: string; other: string }) {
  return compareText(own, other)
    .filter(({ what }) => what !== 'added')
    .map(({ what, content }, index) => {
      const key = String(index)
      return what === 'removed' ? (
        <mark key={key}>{inlineText(content)}</mark>
      ) : (
        <span key={key}>{inlineText(content)}</span>
      )
    })
}
