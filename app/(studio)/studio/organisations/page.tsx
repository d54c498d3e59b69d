import { DidYouMean } from '#components/list/did-you-mean.tsx'
import { FilterChips } from '#components/list/filter-chips.tsx'
import { FilterForm } from '#components/list/filter-form.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { SelectableList } from '#components/list/selectable-list.tsx'
import { SortHead } from '#components/list/sort-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { listOrganisations } from '#db/organisations.ts'
import { may } from '#db/permissions.ts'
import type { Organisation } from '#db/schema/library.ts'
import { countTrash } from '#db/trash/list.ts'
import { inLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { correctAmong } from '#lib/search/correct.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { requireRole } from '../../../auth.ts'
import { nextColumnOrder, readColumnOrder, sortedBy, sortRows } from '../column-order.ts'
import { throwAway, undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import { BrandIcon } from './brand-icon.tsx'
import styles from './organisation.module.css'
import { OrganisationViews } from './views.tsx'

/** As they are shown to readers at first: by kind and place. */
const firstOrders = ['kind', 'name', '-roles'] as const

/** Returns the words by which an organisation is searched for. */
const wordsOf = ({ name, url }: Organisation): string => [...Object.values(name), URL.parse(url)?.host ?? ''].join(' ')

function pathOf(asked: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return `/studio/organisations${query.size ? `?${query}` : ''}`
}

type Props = { searchParams: Promise<Partial<Record<'trashed' | 'sort' | 'q', string | string[]>>> }

export default async function OrganisationsPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'organisations')
  const mayEdit = may(user, 'edit-organisations')
  const { trashed, sort, q } = await searchParams
  const search = typeof q === 'string' ? q.trim() : ''
  const trash = await countTrash()
  const order = readColumnOrder(sort, firstOrders)
  const listed = await listOrganisations(user.language)
  const found = listed.filter((organisation) => matcherOf(search)(wordsOf(organisation)))
  const organisations = sortRows(
    found.map((organisation, place) => ({ ...organisation, place })),
    order,
    {
      kind: ({ place }) => place,
      name: ({ name }) => inLanguage(name, user.language),
      roles: ({ roleCount }) => roleCount,
    },
    user.language,
  )
  const head = (by: 'kind' | 'name' | 'roles') => {
    const next = nextColumnOrder(by, order, firstOrders)
    return { href: pathOf({ q: search, sort: next ?? '' }), sorted: sortedBy(by, order) }
  }
  const lists = translator(user.language, 'lists')
  const chips = search ? [{ name: 'q', label: lists('search'), value: search, without: pathOf({}) }] : []
  const add = (
    <ButtonLink look="primary" icon="plus" href="/studio/organisations/new">
      {t('add')}
    </ButtonLink>
  )
  return (
    <Page heading={t('heading')} intro={t('intro')} actions={mayEdit && add}>
      <OrganisationViews
        here="all"
        counts={{
          all: listed.length,
          funders: listed.filter(({ kind }) => kind === 'funder').length,
          trash: trash.organisation,
        }}
        mayEdit={mayEdit}
        language={user.language}
      />
      {listed.length === 0 ? (
        <EmptyState heading={t('empty')} action={mayEdit && add}>
          {t('empty-text')}
        </EmptyState>
      ) : (
        <FilterForm
          label={t('heading')}
          path="/studio/organisations"
          search={{ label: t('search'), value: search }}
          kept={typeof sort === 'string' ? { sort } : {}}
          filters={[]}
        />
      )}
      <FilterChips
        found={t('found', { total: found.length, all: listed.length })}
        chips={chips}
        clear={pathOf({})}
        language={user.language}
      />
      {listed.length > 0 && found.length === 0 && (
        <NoHits
          heading={t('no-hits', { query: search })}
          chips={chips.map((chip) => ({ ...chip, hits: listed.length }))}
          language={user.language}
        >
          <p>
            <DidYouMean
              meant={await correctAmong(search, listed.map(wordsOf))}
              pathTo={(other) => pathOf({ q: other })}
              language={user.language}
            />
            {t('no-hits-text')}
          </p>
        </NoHits>
      )}
      <SelectableList
        key={search}
        ids={organisations.map(({ id }) => id)}
        total={organisations.length}
        filter={null}
        actions={
          mayEdit
            ? [
                {
                  key: 'trash',
                  label: lists('to-trash'),
                  short: lists('trash'),
                  icon: 'trash',
                  change: throwAway.bind(null, 'organisation'),
                },
              ]
            : []
        }
        undo={undoChange}
      >
        {organisations.length > 0 && (
          <table className="sheet">
            <caption className="vh">{t('caption')}</caption>
            <thead>
              <tr>
                {mayEdit && (
                  <th scope="col" className="c-check">
                    <SelectPageBox />
                  </th>
                )}
                <SortHead {...head('name')}>{t('name')}</SortHead>
                <SortHead {...head('kind')}>{t('kind')}</SortHead>
                <SortHead {...head('roles')}>{t('roles')}</SortHead>
              </tr>
            </thead>
            <tbody>
              {organisations.map((organisation) => {
                const name = inLanguage(organisation.name, user.language)
                return (
                  <tr key={organisation.id}>
                    {mayEdit && (
                      <td className="c-check">
                        <SelectBox id={organisation.id} name={name} />
                      </td>
                    )}
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
                    <td className={`c-status ${styles.under}`}>{t(organisation.kind)}</td>
                    <td className="c-when">{t('role-count', { count: organisation.roleCount })}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </SelectableList>
      <TrashedToast noun="organisation" id={trashed} language={user.language} />
    </Page>
  )
}
