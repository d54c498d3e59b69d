'use client'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { formatBytes } from '#lib/format.ts'
import { Download } from '../document/download.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { SameNotes } from '../translation/untranslated.tsx'

/** A document as readers get it, with a title that can be changed here. */
function DownloadView({ node, updateAttributes }: ReactNodeViewProps) {
  const t = useText('editor')
  const { language: own } = useLocale()
  const { document, language } = usePickers()
  const known = document(node.attrs.mediaId)
  return (
    <NodeViewWrapper className="take" contentEditable={false}>
      <SameNotes texts={[node.attrs.title]} />
      <Icon name="download" />
      <input
        className="take-title"
        lang={language}
        value={node.attrs.title}
        maxLength={200}
        placeholder={known?.title || t('document-title')}
        aria-label={t('document-title')}
        onChange={(event) => updateAttributes({ title: event.target.value })}
      />
      <span className="take-facts">
        {known ? `${known.type.toUpperCase()}, ${formatBytes(known.bytes, own)}` : t('document-unknown')}
      </span>
    </NodeViewWrapper>
  )
}

export const DownloadWithView = Download.extend({ addNodeView: () => ReactNodeViewRenderer(DownloadView) })
