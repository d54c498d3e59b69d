import { Page } from '#components/ui/page.tsx'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { createOrganisationAction } from '../actions.ts'
import { OrganisationForm } from '../organisation-form.tsx'

const empty = { kind: 'partner', name: {}, url: '', mark: null, logo: null } as const

export default async function NewOrganisationPage() {
  const user = await requireRole('editor')
  const t = translator(user.language, 'organisations')
  const settings = await currentSettings()
  return (
    <Page heading={t('new')} crumb={{ href: '/studio/organisations', label: t('heading') }}>
      <OrganisationForm
        action={createOrganisationAction}
        organisation={empty}
        languages={settings?.languages ?? [rootLanguage]}
      />
    </Page>
  )
}
