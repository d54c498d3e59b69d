'use client'
/** The people that a writer can name by typing an at sign. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Face } from '#components/ui/choice/face.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isNearTyped } from '#lib/search/near-names.ts'
import { findByName } from '#lib/search/terms.ts'
import { insertMention, mentionQuery } from '../document/mention.ts'
import { aboutPerson } from '../pickers/person-choice.ts'
import { type PersonChoice, usePickers } from '../pickers/picker-context.tsx'
import { type KeyTaker, TypedList } from './typed-list.tsx'

const most = 8

/** Returns those whose name or role has what is typed, else those whose name differs from it by a slip. */
function findPeople(people: PersonChoice[], typed: string): PersonChoice[] {
  const exactly = findByName(people, typed, aboutPerson)
  return (exactly.length > 0 ? exactly : people.filter(({ name }) => isNearTyped(name, typed))).slice(0, most)
}

export function MentionMenu({ editor, onKey }: { editor: Editor; onKey: KeyTaker }) {
  const t = useText('editor')
  const { people } = usePickers()
  const ask = useEditorState({ editor, selector: () => mentionQuery(editor.state) })
  const found = ask ? findPeople(people, ask.typed).map((person) => ({ key: person.id, person })) : []
  return (
    <TypedList
      id="mention"
      label={t('mention-label')}
      editor={editor}
      ask={ask}
      found={found}
      onKey={onKey}
      onChoose={({ person }, at) => insertMention(editor, at, person)}
    >
      {(option) =>
        found.map((one) =>
          option(
            one,
            <>
              <Face name={one.person.name} src={one.person.face} />
              <span>
                {one.person.name}
                <span className="what">{aboutPerson(one.person)}</span>
              </span>
            </>,
          ),
        )
      }
    </TypedList>
  )
}
