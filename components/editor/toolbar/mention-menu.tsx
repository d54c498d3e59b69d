'use client'
/** The people that a writer can name by typing an at sign, and who can be added by the name that is typed. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Face } from '#components/ui/choice/face.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isNearTyped, isSameName } from '#lib/search/near-names.ts'
import { findByName } from '#lib/search/terms.ts'
import { insertMention, mentionQuery } from '../document/mention.ts'
import type { TypedTrigger } from '../document/typed-trigger.ts'
import { backToText } from '../pickers/back-to-text.ts'
import { aboutPerson } from '../pickers/person-choice.ts'
import { type PersonChoice, usePickers } from '../pickers/picker-context.tsx'
import { type KeyTaker, TypedList } from './typed-list.tsx'

const most = 8

/** Returns those whose name or role has what is typed, else those whose name differs from it by a slip. */
function findPeople(people: PersonChoice[], typed: string): PersonChoice[] {
  const exactly = findByName(people, typed, aboutPerson)
  return (exactly.length > 0 ? exactly : people.filter(({ name }) => isNearTyped(name, typed))).slice(0, most)
}

interface Line {
  key: string
  /** Undefined for who is to be added. */
  person: PersonChoice | undefined
}

export function MentionMenu({ editor, onKey }: { editor: Editor; onKey: KeyTaker }) {
  const t = useText('editor')
  const { people, mayMake, askPerson } = usePickers()
  const ask = useEditorState({ editor, selector: () => mentionQuery(editor.state) })
  const name = ask?.typed.trim() ?? ''
  const known = ask ? findPeople(people, ask.typed) : []
  const found: Line[] = known.map((person) => ({ key: person.id, person }))
  if (mayMake && name && !known.some((person) => isSameName(person.name, name)))
    found.push({ key: 'new', person: undefined })
  const make = async (at: TypedTrigger) => {
    const made = await askPerson({ name })
    if (made) insertMention(editor, at, made)
    backToText(editor)
  }
  return (
    <TypedList
      id="mention"
      label={t('mention-label')}
      editor={editor}
      ask={ask}
      found={found}
      // “@mejeriet” may be the name of an account, and Enter a new paragraph.
      preselects={known.length > 0 || /^\p{Lu}/u.test(name)}
      onKey={onKey}
      onChoose={({ person }, at) => (person ? insertMention(editor, at, person) : void make(at))}
    >
      {(option) =>
        found.map((one) =>
          option(
            one,
            one.person ? (
              <>
                <Face name={one.person.name} src={one.person.face} />
                <span>
                  {one.person.name}
                  <span className="what">{aboutPerson(one.person)}</span>
                </span>
              </>
            ) : (
              <>
                <Icon name="plus" />
                <span>
                  {t('make-person', { name })}
                  <span className="what">{t('make-chosen')}</span>
                </span>
              </>
            ),
          ),
        )
      }
    </TypedList>
  )
}
