import { notFound } from 'next/navigation'
import { Page } from '#components/ui/page.tsx'
import { getMedia, libraryItem } from '#db/media.ts'
import { listOrganisations } from '#db/organisations.ts'
import { getSettings } from '#db/settings.ts'
import { inLanguage, rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { saveOrganisationAction } from '../actions.ts'
import { OrganisationForm } from '../organisation-form.tsx'
import { DeleteOrganisation } from './delete-organisation.tsx'

type Props = { params: Promise<{ id: string }> }

export default async function OrganisationPage({ params }: Props) {
  const user = await requireRole('editor')
  const { id } = await params
  const t = translator(user.language, 'organisations')
  const [organisations, settings] = await Promise.all([listOrganisations(user.language), getSettings()])
  const organisation = organisations.find((candidate) => candidate.id === id)
  if (!organisation) notFound()
  const { kind, name, url, mark, position, logoMediaId, version, roleCount } = organisation
  const logo = logoMediaId ? await getMedia(logoMediaId) : undefined
  const heading = inLanguage(name, user.language)
  return (
    <Page heading={heading} crumb={{ href: '/studio/organisations', label: t('heading') }}>
      <OrganisationForm
        action={saveOrganisationAction.bind(null, id)}
        version={version}
        organisation={{ kind, name, url, mark, position, logo: logo ? libraryItem(logo) : null }}
        languages={settings?.languages ?? [rootLanguage]}
      />
      {kind !== 'owner' && <DeleteOrganisation id={id} name={heading} roleCount={roleCount} />}
    </Page>
  )
}
