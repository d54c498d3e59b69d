import { UndoToast } from '#components/ui/undo-toast.tsx'
import { trashedSince } from '#db/trash/in-trash.ts'
import { namesOf } from '#db/trash/list.ts'
import type { TrashNoun } from '#db/types.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { titleOf } from '../title-of.ts'
import { restoreOne } from './actions.ts'

interface Props {
  noun: TrashNoun
  /** What the address says has just been thrown away. */
  id: string | string[] | undefined
  language: Language
}

/** Says that something has just been thrown away, with a button that restores it. */
export async function TrashedToast({ noun, id, language }: Props) {
  if (typeof id !== 'string' || !(await trashedSince(noun, id))) return null
  const about = (await namesOf(noun, [id], language, new Date())).get(id)
  if (!about) return null
  const name = noun === 'release' ? titleOf({ title: about.name, opening: about.opening ?? '' }, language) : about.name
  return (
    <UndoToast key={id} action={restoreOne.bind(null, noun, id)} undo={translator(language, 'lists')('undo')}>
      {translator(language, 'trash')('moved-one', { name })}
    </UndoToast>
  )
}
