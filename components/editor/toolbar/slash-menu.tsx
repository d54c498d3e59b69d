'use client'
/** The blocks that a writer can insert by typing a slash. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { matcherOf } from '#lib/search/terms.ts'
import { type BlockKey, blockKinds } from '../blocks/kinds.ts'
import { slashQuery } from '../document/slash.ts'
import type { Tools } from '../pickers/use-insert-dialogs.tsx'
import { type KeyTaker, TypedList } from './typed-list.tsx'

const groups = ['voices', 'text', 'media'] as const
const described: Partial<Record<BlockKey, 'slash-quote' | 'slash-embed'>> = {
  quote: 'slash-quote',
  embed: 'slash-embed',
}

interface Props {
  editor: Editor
  tools: Tools
  onKey: KeyTaker
}

export function SlashMenu({ editor, tools, onKey }: Props) {
  const t = useText('editor')
  const ask = useEditorState({ editor, selector: () => slashQuery(editor.state) })
  const matches = matcherOf(ask?.typed ?? '')
  const found = ask ? blockKinds.filter((kind) => matches(t(`block-${kind.key}`))) : []
  return (
    <TypedList
      id="slash"
      label={t('slash-label')}
      editor={editor}
      ask={ask}
      found={found}
      onKey={onKey}
      onChoose={(kind, { from, to }) => {
        editor.commands.deleteRange({ from, to })
        kind.insert(editor, tools)
      }}
    >
      {(option) =>
        groups.map((group) => {
          const kinds = found.filter((kind) => kind.group === group)
          if (kinds.length === 0) return null
          return (
            <fieldset key={group} aria-label={t(`group-${group}`)}>
              <p className="group" role="presentation">
                {t(`group-${group}`)}
              </p>
              {kinds.map((kind) =>
                option(
                  kind,
                  <>
                    <Icon name={kind.icon} />
                    <span>
                      {t(`block-${kind.key}`)}
                      {described[kind.key] && <span className="what">{t(described[kind.key] as 'slash-quote')}</span>}
                    </span>
                    {kind.typed && <kbd>{kind.typed}</kbd>}
                  </>,
                ),
              )}
            </fieldset>
          )
        })
      }
    </TypedList>
  )
}
