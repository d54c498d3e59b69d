'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { useText } from '#components/ui/messages.tsx'
import { Table } from '../document/table.ts'
import { SameNotes } from '../translation/untranslated.tsx'

function TableView({ node, updateAttributes }: ReactNodeViewProps) {
  const t = useText('editor')
  return (
    <NodeViewWrapper className={node.attrs.totals ? 'table-block totals' : 'table-block'}>
      <SameNotes texts={[node.attrs.caption]} />
      <input
        className="table-caption"
        contentEditable={false}
        value={node.attrs.caption}
        maxLength={1_000}
        placeholder={t('table-caption-placeholder')}
        aria-label={t('table-caption')}
        onChange={(event) => updateAttributes({ caption: event.target.value })}
      />
      <div className="table-scroll">
        <NodeViewContent<'table'> as="table" />
      </div>
    </NodeViewWrapper>
  )
}

export const TableWithView = Table.extend({
  addNodeView: () => ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }),
})
