import { notFound } from 'next/navigation'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import { listFunders } from '#db/organisations/funders.ts'
import { listOrganisations } from '#db/organisations.ts'
import { countTrash } from '#db/trash/list.ts'
import { inLanguage, rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { LocalTexts } from '../../settings/local-texts.tsx'
import { BrandIcon } from '../brand-icon.tsx'
import { OrganisationViews } from '../views.tsx'
import { addFunderAction, makeFunderAction, orderFundersAction, removeFunderAction, saveLineAction } from './actions.ts'
import { AddFunder } from './add-funder.tsx'
import { FunderList } from './funder-list.tsx'

/** Everything about the funders: who they are, in which order, and the line above them. */
export default async function FundersPage() {
  const user = await requireRole('editor')
  const [settings, funders, all, trash] = await Promise.all([
    currentSettings(),
    listFunders(),
    listOrganisations(user.language),
    countTrash(),
  ])
  if (!settings) notFound()
  const { languages } = settings
  const t = translator(user.language, 'funders')
  const partners = all.filter(({ kind }) => kind === 'partner')
  return (
    <Page heading={t('heading')} intro={t('intro')}>
      <OrganisationViews
        here="funders"
        counts={{ all: all.length, funders: funders.length, trash: trash.organisation }}
        mayEdit
        language={user.language}
      />
      <FunderList
        funders={funders.map(({ id, name, url, mark, logoMediaId }) => ({
          id,
          name: inLanguage(name, user.language),
          host: URL.parse(url)?.host ?? '',
          icon: <BrandIcon mark={mark} logoId={logoMediaId} />,
        }))}
        order={orderFundersAction}
        remove={removeFunderAction}
        restore={makeFunderAction}
      />
      <AddFunder
        add={addFunderAction}
        choose={makeFunderAction}
        organisations={partners.map(({ id, name }) => ({ id, name: inLanguage(name, user.language) }))}
        language={languages.includes(user.language) ? user.language : (languages[0] ?? rootLanguage)}
      />
      <ActionForm action={saveLineAction} version={settings.version} label={t('line')}>
        <section className="form-sec" aria-labelledby="h-line">
          <header>
            <h2 id="h-line">{t('line')}</h2>
            <p>{t('line-text')}</p>
          </header>
          <div className="body">
            <LocalTexts names={['fundersLine']} settings={settings} language={user.language} />
          </div>
        </section>
        <SaveBar />
      </ActionForm>
    </Page>
  )
}
