/** The actions on the selected texts that a member is offered. */
import type { BulkAction } from '#components/list/types.ts'
import { may } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import { translator } from '#lib/messages.ts'
import { duplicateTexts, makeTextsTopic, setTextsTopic, setTextsWriter, trashTexts } from './bulk-actions.ts'
import { topicsForTexts, writersForTexts } from './bulk-choices.ts'

export function bulkActionsFor(user: User): BulkAction[] {
  const t = translator(user.language, 'releases')
  const lists = translator(user.language, 'lists')
  const newTopic = { line: t('make-topic', { name: '{name}' }), about: t('make-topic-about'), change: makeTextsTopic }
  return [
    {
      key: 'topic',
      label: t('to-topic'),
      icon: 'topics',
      choices: topicsForTexts,
      making: may(user, 'edit-subjects') ? newTopic : undefined,
      change: setTextsTopic,
    },
    ...(may(user, 'reassign-text', { createdBy: null })
      ? [
          {
            key: 'writer',
            label: t('to-writer'),
            icon: 'user' as const,
            choices: writersForTexts,
            change: setTextsWriter,
          },
        ]
      : []),
    { key: 'duplicate', label: t('duplicate'), icon: 'copy', change: duplicateTexts },
    { key: 'trash', label: lists('to-trash'), short: lists('trash'), icon: 'trash', change: trashTexts },
  ]
}
