import { SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { namesOf } from '#db/trash/list.ts'
import type { TrashNoun } from '#db/types.ts'
import { translator } from '#lib/messages.ts'
import { whenName } from '#lib/time/phrases.ts'
import { currentSettings } from '../../current-settings.ts'
import { titleOf } from '../title-of.ts'
import { deleteOne, restoreOne } from './actions.ts'

interface Props {
  noun: TrashNoun
  id: string
  user: User
}

/** What the address of something in the trash shows: since when it lies there, and a button that restores it. */
export async function InTrashPage({ noun, id, user }: Props) {
  const { language } = user
  const now = new Date()
  const [since, names, settings] = await Promise.all([
    trashedSince(noun, id),
    namesOf(noun, [id], language, now),
    currentSettings(),
  ])
  const t = translator(language, 'trash')
  const about = names.get(id)
  const name =
    noun === 'release' && about
      ? titleOf({ title: about.name, opening: about.opening ?? '' }, language)
      : (about?.name ?? '')
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC', now }
  return (
    <Page heading={name} crumb={{ href: `/studio/trash?what=${noun}`, label: t('heading') }}>
      <div className="notice warn">
        <Icon name="trash" />
        <div>
          {since && (
            <p>
              {t('lies-here', { when: whenName(since.at, clock) })}{' '}
              {t('lies-until', { when: whenName(since.emptyAt, clock) })}
            </p>
          )}
          <ActionForm action={restoreOne.bind(null, noun, id)} askBeforeLeaving={false}>
            <div>
              <SubmitButton look="plain" small icon="restore">
                {t('restore')}
              </SubmitButton>
            </div>
          </ActionForm>
          <ConfirmDialog
            trigger={t('delete-now')}
            triggerIcon="trash"
            small
            question={t('delete-question', { count: 1, name })}
            confirm={t('delete-now')}
            action={deleteOne.bind(null, noun, id)}
          >
            <p>{t('delete-consequence')}</p>
          </ConfirmDialog>
        </div>
      </div>
    </Page>
  )
}
