'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { addPictures, Gallery } from '../document/gallery.ts'
import { usePickers } from '../pickers/picker-context.tsx'

/** Several images side by side, as readers get them, and a button to add more. */
function GalleryView({ node, editor, getPos }: ReactNodeViewProps) {
  const t = useText('editor')
  const { choosePictures } = usePickers()
  const add = async () => {
    const pictures = await choosePictures()
    const at = getPos()
    if (pictures.length > 0 && at !== undefined) addPictures(editor, at, pictures)
  }
  return (
    <NodeViewWrapper role="group" className="gallery-block" aria-label={t('gallery', { count: node.childCount })}>
      <NodeViewContent className="gallery-pictures" />
      <div className="block-tools" contentEditable={false}>
        <button type="button" className="text-button" onClick={() => void add()}>
          <Icon name="plus" small />
          {t('gallery-add')}
        </button>
      </div>
    </NodeViewWrapper>
  )
}

export const GalleryWithView = Gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) })
