/** The actions on the selected texts that a member is offered. */
import type { BulkAction } from '#components/list/types.ts'
import type { User } from '#db/schema/users.ts'
import { collator } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { duplicateTexts, setTextsTopic, setTextsWriter, trashTexts } from './bulk-actions.ts'

interface Named {
  id: string
  name: string
}

export function bulkActionsFor(
  { language }: User,
  { topics, members }: { topics: Named[]; members: Named[] },
): BulkAction[] {
  const t = translator(language, 'releases')
  const lists = translator(language, 'lists')
  // Nothing but id and name goes to the browser.
  const choices = (from: Named[]) => [
    {
      choices: from
        .toSorted((a, b) => collator(language).compare(a.name, b.name))
        .map(({ id, name }) => ({ key: id, name })),
    },
  ]
  const actions: BulkAction[] = [
    { key: 'topic', label: t('to-topic'), icon: 'topics', choices: choices(topics), change: setTextsTopic },
    { key: 'writer', label: t('to-writer'), icon: 'user', choices: choices(members), change: setTextsWriter },
    { key: 'duplicate', label: t('duplicate'), icon: 'copy', change: duplicateTexts },
    { key: 'trash', label: lists('to-trash'), short: lists('trash'), icon: 'trash', change: trashTexts },
  ]
  return actions.filter(({ choices: offered }) => !offered || offered.some((group) => group.choices.length > 0))
}
