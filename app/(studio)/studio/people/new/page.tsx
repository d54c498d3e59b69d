import { Page } from '#components/ui/page.tsx'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { createPersonAction, makeOrganisation } from '../actions.ts'
import { personChoices } from '../choices.ts'
import { PersonForm } from '../person-form.tsx'
import { emptyPerson } from '../stored-person.ts'

export default async function NewPersonPage() {
  const user = await requireRole('editor')
  const t = translator(user.language, 'people')
  return (
    <Page heading={t('new')} crumb={{ href: '/studio/people', label: t('heading') }}>
      <PersonForm
        action={createPersonAction}
        onMakeOrganisation={makeOrganisation}
        person={emptyPerson}
        choices={await personChoices(user.language)}
        appearances={0}
      />
    </Page>
  )
}
