'use client'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Image as ImageBlock } from '#lib/document/rich-text.ts'
import { movePicture, removePicture } from '../document/gallery.ts'
import { Image } from '../document/image.ts'
import { PictureUse } from './picture-use.tsx'

function ImageView(props: ReactNodeViewProps) {
  const { node, updateAttributes, editor, getPos } = props
  const at = getPos()
  const inGallery = at !== undefined && editor.state.doc.resolve(at).parent.type.name === 'gallery'
  return (
    <NodeViewWrapper className="picture" data-image-use="">
      <PictureUse use={node.attrs as ImageBlock['attrs']} onChange={updateAttributes} canDrag />
      {inGallery && <GalleryTools {...props} />}
    </NodeViewWrapper>
  )
}

/** Buttons that move and remove an image of a gallery, without dragging it. */
function GalleryTools({ editor, getPos }: ReactNodeViewProps) {
  const t = useText('editor')
  const move = (direction: -1 | 1, act: string) => {
    const at = getPos()
    if (at === undefined) return
    const { childCount: count } = editor.state.doc.resolve(at).parent
    const moved = movePicture(editor, at, direction)
    if (!moved) return announce(t(direction < 0 ? 'already-first' : 'already-last'))
    announce(t('moved-to', { place: moved.place, count }))
    // The image is rendered anew at its new place; the focus stays on the same button.
    requestAnimationFrame(() => {
      const picture = editor.view.nodeDOM(moved.at)
      if (picture instanceof HTMLElement) picture.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus()
    })
  }
  const remove = () => {
    const at = getPos()
    if (at === undefined) return
    removePicture(editor, at)
    editor.view.focus()
    announce(t('gallery-removed'))
  }
  const button = (act: 'gallery-earlier' | 'gallery-later' | 'gallery-remove', onClick: () => void) => (
    <button type="button" data-act={act} aria-label={t(act)} title={t(act)} onClick={onClick}>
      <Icon name={icons[act]} />
    </button>
  )
  return (
    <div className="picture-tools" contentEditable={false}>
      {button('gallery-earlier', () => move(-1, 'gallery-earlier'))}
      {button('gallery-later', () => move(1, 'gallery-later'))}
      {button('gallery-remove', remove)}
    </div>
  )
}

const icons = { 'gallery-earlier': 'arrow-up', 'gallery-later': 'arrow-down', 'gallery-remove': 'close' } as const

export const ImageWithView = Image.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) })
