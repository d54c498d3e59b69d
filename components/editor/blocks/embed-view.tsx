'use client'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { useId } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { filmAddress } from '#lib/document/links.ts'
import { Embed, type Film } from '../document/embed.ts'
import { SameNotes } from '../translation/untranslated.tsx'

/** A film as the writer sees it: what it is and where, with a field for its title. Nothing is fetched from its host. */
function EmbedView({ node, updateAttributes }: ReactNodeViewProps) {
  const t = useText('editor')
  const id = useId()
  const film = node.attrs as Film & { title: string }
  return (
    <NodeViewWrapper className="film" contentEditable={false}>
      <p className="film-what">
        <Icon name="embed" />
        <span>
          {t(film.provider === 'youtube' ? 'film-youtube' : 'film-vimeo')}{' '}
          <a href={filmAddress(film)} target="_blank" rel="noreferrer">
            {film.videoId}
          </a>
        </span>
      </p>
      <div className="field">
        <label htmlFor={id}>{t('film-title')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('film-title-hint')}
        </p>
        <SameNotes texts={[film.title]} />
        <input
          className="input"
          id={id}
          value={film.title}
          maxLength={200}
          aria-describedby={`${id}-hint`}
          onChange={(event) => updateAttributes({ title: event.target.value })}
        />
      </div>
    </NodeViewWrapper>
  )
}

export const EmbedWithView = Embed.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) })
