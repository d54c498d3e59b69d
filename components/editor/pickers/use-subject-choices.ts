'use client'
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'
import { inOrder, type NamedChoice } from '#components/ui/choice/in-order.ts'
import type { IconName } from '#components/ui/icon-paths.ts'
import { useText } from '#components/ui/messages.tsx'
import { placeOfWord } from './names-in-text.ts'
import { usePickers } from './picker-context.tsx'
import { useDayName } from './use-likely-people.ts'

/** Returns topics or series as a picker offers them: those that stand in the text first, then those used last. */
export function useSubjectChoices(subjects: NamedChoice[], icon: IconName): PickerChoice[] {
  const t = useText('editor')
  const when = useDayName()
  const { words } = usePickers()
  const text = words.current()
  const inText = subjects
    .map((subject) => ({ subject, at: placeOfWord(text, subject.name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return inOrder(subjects, {
    inText: inText.map(({ subject }) => subject),
    usedAt: ({ usedAt }) => usedAt,
    asChoice: ({ id, name, uses }) => ({ id, name, icon, about: t('choices-texts', { count: uses }) }),
    groups: { inText: t('choices-in-text'), recent: t('choices-recent'), others: t('choices-others') },
    when,
  })
}
