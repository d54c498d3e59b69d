'use client'
/** The toolbar's menus: the kind of this block, what else can be inserted, and what a table can do. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ComponentProps } from 'react'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type BlockKey, blockKind, blockKinds } from '../blocks/kinds.ts'
import { speakerOffer } from '../document/speaker-offer.ts'
import { backToText } from '../pickers/back-to-text.ts'
import type { Tools } from '../pickers/use-insert-dialogs.tsx'

/** A menu that gives the focus back to the text once something has been chosen. */
function Drop({ editor, onChoose, ...menu }: ComponentProps<typeof DropMenu> & { editor: Editor }) {
  const choose = (key: string) => {
    onChoose(key)
    backToText(editor)
  }
  return <DropMenu {...menu} onChoose={choose} />
}

const textKinds = ['paragraph', 'heading-2', 'heading-3', 'heading-4', 'bullet-list', 'ordered-list', 'quote'] as const
type TextKind = (typeof textKinds)[number]

/** Returns the name of the block with the caret, and which of the choices that is. */
function kindOf(editor: Editor): { chosen: TextKind | ''; name: BlockKey | TextKind } {
  const level = [2, 3, 4].find((one) => editor.isActive('heading', { level: one }))
  if (level) return both(`heading-${level}` as TextKind)
  if (editor.isActive('quote')) return both('quote')
  if (editor.isActive('orderedList')) return both('ordered-list')
  if (editor.isActive('bulletList')) return both('bullet-list')
  const names = {
    factBox: 'fact-box',
    table: 'table',
    gallery: 'gallery',
    image: 'image',
    embed: 'embed',
    download: 'download',
    horizontalRule: 'divider',
  } as const
  for (const [type, name] of Object.entries(names)) if (editor.isActive(type)) return { chosen: '', name }
  return both('paragraph')
}
const both = (kind: TextKind) => ({ chosen: kind, name: kind })

function become(editor: Editor, kind: string) {
  const chain = editor.chain()
  if (editor.isActive('listItem') && !kind.endsWith('list')) chain.liftListItem('listItem')
  if (kind === 'paragraph') chain.setNode('paragraph').run()
  else if (kind === 'quote') chain.setNode('quote', { personId: null }).setMeta(speakerOffer, true).run()
  else if (kind === 'bullet-list') editor.isActive('bulletList') || chain.toggleBulletList().run()
  else if (kind === 'ordered-list') editor.isActive('orderedList') || chain.toggleOrderedList().run()
  else chain.setNode('heading', { level: Number(kind.at(-1)) }).run()
}

export function BlockKindMenu({ editor }: { editor: Editor }) {
  const t = useText('editor')
  const { chosen, name } = useEditorState({ editor, selector: () => kindOf(editor) })
  return (
    <Drop
      editor={editor}
      className="kind"
      label={t('block-kind', { kind: t(`block-${name}`) })}
      groups={[{ choices: textKinds.map((kind) => ({ key: kind, name: t(`block-${kind}`) })) }]}
      chosen={chosen}
      onChoose={(kind) => become(editor, kind)}
    >
      <span>{t(`block-${name}`)}</span>
      <Icon name="chevron-down" small />
    </Drop>
  )
}

const groups = ['voices', 'text', 'media'] as const

export function MoreBlocksMenu({ editor, tools }: { editor: Editor; tools: Tools }) {
  const t = useText('editor')
  const choicesIn = (group: (typeof groups)[number]) =>
    blockKinds.filter((kind) => kind.group === group).map((kind) => ({ ...kind, name: t(`block-${kind.key}`) }))
  return (
    <Drop
      editor={editor}
      label={t('more-blocks')}
      groups={groups.map((group) => ({ name: t(`group-${group}`), choices: choicesIn(group) }))}
      onChoose={(key) => blockKind(key as BlockKey).insert(editor, tools)}
    >
      <Icon name="plus" />
    </Drop>
  )
}

const tableActs = {
  'row-before': (editor: Editor) => editor.commands.addRowBefore(),
  'row-after': (editor: Editor) => editor.commands.addRowAfter(),
  'row-delete': (editor: Editor) => editor.commands.deleteRow(),
  'column-before': (editor: Editor) => editor.commands.addColumnBefore(),
  'column-after': (editor: Editor) => editor.commands.addColumnAfter(),
  'column-delete': (editor: Editor) => editor.commands.deleteColumn(),
  'header-row': (editor: Editor) => editor.commands.toggleHeaderRow(),
  totals: (editor: Editor) =>
    editor.commands.updateAttributes('table', { totals: !editor.getAttributes('table').totals }),
  'table-delete': (editor: Editor) => editor.commands.deleteTable(),
} as const
type TableAct = keyof typeof tableActs

export function TableMenu({ editor }: { editor: Editor }) {
  const t = useText('editor')
  const choices = (Object.keys(tableActs) as TableAct[]).map((key) => ({ key, name: t(`table-${key}`) }))
  return (
    <Drop
      editor={editor}
      label={t('table-menu')}
      groups={[{ choices }]}
      onChoose={(key) => tableActs[key as TableAct](editor)}
    >
      <Icon name="table" />
      <Icon name="chevron-down" small />
    </Drop>
  )
}
