import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Page } from '#components/ui/page.tsx'
import { getMedia } from '#db/media.ts'
import { countAppearances, getPerson } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { InTrashPage } from '../../trash/in-trash-page.tsx'
import { ThrowAway } from '../../trash/throw-away.tsx'
import { makeOrganisation, restorePersonAction, savePersonAction } from '../actions.ts'
import { personChoices } from '../choices.ts'
import { PersonForm } from '../person-form.tsx'
import { personValue } from '../stored-person.ts'
import { ArchivePerson } from './archive-person.tsx'
import { PersonFacts } from './person-facts.tsx'
import { RestoreButton } from './restore-button.tsx'

type Props = { params: Promise<{ id: string }> }

export default async function PersonPage({ params }: Props) {
  const user = await requireRole('contributor')
  const { id } = await params
  const [person, settings] = await Promise.all([getPerson(id), currentSettings()])
  if (!person) notFound()
  if (await trashedSince('person', id)) return <InTrashPage noun="person" id={id} user={user} />
  const t = translator(user.language, 'people')
  const mayEdit = may(user, 'edit-people')
  const portrait = person.portraitMediaId ? await getMedia(person.portraitMediaId) : undefined
  const readersPage = pathTo(settings?.languages[0] ?? rootLanguage, 'people', person.slug)
  return (
    <Page
      heading={person.name}
      crumb={{ href: '/studio/people', label: t('heading') }}
      actions={
        person.archivedAt ? (
          mayEdit && <ThrowAway noun="person" id={person.id} language={user.language} />
        ) : (
          <>
            {!person.awaitsText && (
              <ButtonLink look="quiet" icon="external" href={readersPage}>
                {t('show')}
              </ButtonLink>
            )}
            {mayEdit && <ArchivePerson id={person.id} name={person.name} />}
            {mayEdit && <ThrowAway noun="person" id={person.id} language={user.language} />}
          </>
        )
      }
    >
      {person.archivedAt && (
        <div className="notice warn">
          <Icon name="history" />
          <div>
            <p>{t('is-archived')}</p>
            {mayEdit && (
              <RestoreButton action={restorePersonAction.bind(null, person.id)}>{t('restore')}</RestoreButton>
            )}
          </div>
        </div>
      )}
      {person.awaitsText && !person.archivedAt && (
        <p className="notice">{t('awaits-text-notice', { may: mayEdit ? 'yes' : 'no' })}</p>
      )}
      {mayEdit ? (
        <PersonForm
          action={savePersonAction.bind(null, person.id)}
          onMakeOrganisation={makeOrganisation}
          version={person.version}
          person={personValue(person, portrait)}
          choices={await personChoices(user.language, person.speaks)}
          appearances={await countAppearances(person.id, new Date())}
        />
      ) : (
        <PersonFacts person={person} language={user.language} />
      )}
    </Page>
  )
}
