import { notFound } from 'next/navigation'
import { Page } from '#components/ui/page.tsx'
import { getMedia, libraryItem } from '#db/media.ts'
import { listOrganisations } from '#db/organisations.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { inLanguage, rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { InTrashPage } from '../../trash/in-trash-page.tsx'
import { ThrowAway } from '../../trash/throw-away.tsx'
import { saveOrganisationAction } from '../actions.ts'
import { OrganisationForm } from '../organisation-form.tsx'

type Props = { params: Promise<{ id: string }> }

export default async function OrganisationPage({ params }: Props) {
  const user = await requireRole('editor')
  const { id } = await params
  if (await trashedSince('organisation', id)) return <InTrashPage noun="organisation" id={id} user={user} />
  const t = translator(user.language, 'organisations')
  const [organisations, settings] = await Promise.all([listOrganisations(user.language), currentSettings()])
  const organisation = organisations.find((candidate) => candidate.id === id)
  if (!organisation) notFound()
  const { kind, name, url, mark, logoMediaId, version } = organisation
  const logo = logoMediaId ? await getMedia(logoMediaId) : undefined
  const heading = inLanguage(name, user.language)
  return (
    <Page
      heading={heading}
      crumb={{ href: '/studio/organisations', label: t('heading') }}
      actions={kind !== 'owner' && <ThrowAway noun="organisation" id={id} language={user.language} />}
    >
      <OrganisationForm
        action={saveOrganisationAction.bind(null, id)}
        version={version}
        organisation={{ kind, name, url, mark, logo: logo ? libraryItem(logo) : null }}
        languages={settings?.languages ?? [rootLanguage]}
      />
    </Page>
  )
}
