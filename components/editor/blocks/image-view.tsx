'use client'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import type { Image as ImageBlock } from '#lib/rich-text.ts'
import { Image } from '../document/image.ts'
import { PictureUse } from './picture-use.tsx'

function ImageView({ node, updateAttributes }: ReactNodeViewProps) {
  return (
    <NodeViewWrapper className="picture" data-image-use="">
      <PictureUse use={node.attrs as ImageBlock['attrs']} onChange={updateAttributes} />
    </NodeViewWrapper>
  )
}

export const ImageWithView = Image.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) })
