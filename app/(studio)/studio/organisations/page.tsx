import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { listOrganisations } from '#db/organisations.ts'
import { may } from '#db/permissions.ts'
import { inLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { BrandIcon } from './brand-icon.tsx'
import styles from './organisation.module.css'

export default async function OrganisationsPage() {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'organisations')
  const organisations = await listOrganisations(user.language)
  const mayEdit = may(user, 'edit-organisations')
  const add = (
    <ButtonLink look="primary" icon="plus" href="/studio/organisations/new">
      {t('add')}
    </ButtonLink>
  )
  return (
    <Page heading={t('heading')} intro={t('intro')} actions={mayEdit && add}>
      {organisations.length === 0 && (
        <EmptyState heading={t('empty')} action={mayEdit && add}>
          {t('empty-text')}
        </EmptyState>
      )}
      {organisations.length > 0 && (
        <table className="sheet">
          <caption className="vh">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('roles')}</th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((organisation) => {
              const name = inLanguage(organisation.name, user.language)
              return (
                <tr key={organisation.id}>
                  <td className="c-title">
                    <div className={styles.organisation}>
                      <BrandIcon mark={organisation.mark} logoId={organisation.logoMediaId} />
                      <div>
                        {mayEdit ? (
                          <a className="t" href={`/studio/organisations/${organisation.id}`}>
                            {name}
                          </a>
                        ) : (
                          <span className="t">{name}</span>
                        )}
                        {organisation.url && <p className="m">{URL.parse(organisation.url)?.host}</p>}
                      </div>
                    </div>
                  </td>
                  <td className="c-status">{t(organisation.kind)}</td>
                  <td className="c-when">{t('role-count', { count: organisation.roleCount })}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Page>
  )
}
