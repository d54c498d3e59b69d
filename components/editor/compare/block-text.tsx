'use client'
/** A block in words, for laying two texts side by side. */
import { useText } from '#components/ui/messages.tsx'
import { type Block, documentText } from '#lib/rich-text.ts'
import { useChoices } from '../choices.tsx'

export function BlockText({ block }: { block: Block }) {
  const t = useText('editor')
  const { person, picture } = useChoices()
  const lines = documentText({ type: 'doc', content: [block] }).split('\n')
  switch (block.type) {
    case 'heading':
      return (
        <p>
          <b>{lines.join(' ')}</b>
        </p>
      )
    case 'quote':
      return (
        <p>
          <span className="muted">{person(block.attrs.personId)?.name ?? t('who-says')}: </span>
          {lines.join(' ')}
        </p>
      )
    case 'image': {
      const { mediaId, altDecision, alt } = block.attrs
      const read = altDecision === 'describe' ? alt : t(altDecision ? 'alt-is-decorative' : 'alt-open')
      return (
        <p>
          <span className="muted">
            {t('block-image')} ({picture(mediaId)?.filename ?? ''}, {read}){' '}
          </span>
          {lines.join(' ')}
        </p>
      )
    }
    case 'gallery':
      return block.content.map((image) => <BlockText key={image.attrs.mediaId} block={image} />)
    case 'embed':
      return (
        <p className="muted">
          {t('block-embed')}: {block.attrs.title || block.attrs.videoId}
        </p>
      )
    case 'horizontalRule':
      return <p className="muted">{t('block-divider')}</p>
    default:
      return <p className="lines">{lines.join('\n') || t('empty-paragraph')}</p>
  }
}
