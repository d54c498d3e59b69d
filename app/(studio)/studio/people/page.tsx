import { FilterChips } from '#components/list/filter-chips.tsx'
import { FilterForm } from '#components/list/filter-form.tsx'
import { SelectableList } from '#components/list/selectable-list.tsx'
import type { BulkAction } from '#components/list/types.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { UndoToast } from '#components/ui/undo-toast.tsx'
import { getPerson, listPeople } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { countTrash } from '#db/trash/list.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { nextColumnOrder, readColumnOrder, sortedBy, sortRows } from '../column-order.ts'
import { archiveSelected, throwAway, undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import { restorePersonAction } from './actions.ts'
import { NoPeople } from './no-people.tsx'
import { PeopleTable } from './people-table.tsx'

type SearchParams = Record<'q' | 'view' | 'undo' | 'trashed' | 'sort', string | string[] | undefined>

const firstOrders = ['name', '-contact'] as const

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'people')
  const now = new Date()
  const asked = await searchParams
  const search = typeof asked.q === 'string' ? asked.q.trim() : ''
  const isArchive = asked.view === 'archived'
  const [settings, active, archived, found, trash, undo] = await Promise.all([
    currentSettings(),
    listPeople(),
    listPeople({ archived: true }),
    listPeople({ search, archived: isArchive }),
    countTrash(),
    typeof asked.undo === 'string' ? getPerson(asked.undo) : undefined,
  ])
  const mayEdit = may(user, 'edit-people')
  const all = isArchive ? '/studio/people?view=archived' : '/studio/people'
  const lists = translator(user.language, 'lists')
  const chips = search ? [{ name: 'q', label: lists('search'), value: search, without: all }] : []
  const order = readColumnOrder(asked.sort, firstOrders)
  const people = sortRows(
    found,
    order,
    { name: ({ sortName }) => sortName, contact: ({ pressContact }) => Number(pressContact) },
    user.language,
  )
  const head = (by: 'name' | 'contact') => {
    const kept = { view: isArchive ? 'archived' : '', q: search, sort: nextColumnOrder(by, order, firstOrders) ?? '' }
    const query = new URLSearchParams(Object.entries(kept).filter(([, value]) => value))
    return { href: query.size ? `/studio/people?${query}` : '/studio/people', sorted: sortedBy(by, order) }
  }
  const actions: BulkAction[] = [
    ...(isArchive
      ? []
      : [{ key: 'archive', label: lists('archive'), icon: 'history' as const, change: archiveSelected }]),
    {
      key: 'trash',
      label: lists('to-trash'),
      short: lists('trash'),
      icon: 'trash',
      change: throwAway.bind(null, 'person'),
    },
  ]
  const add = (
    <ButtonLink look="primary" icon="plus" href="/studio/people/new">
      {t('add')}
    </ButtonLink>
  )
  const view = (href: string, label: string, count: number, isCurrent: boolean) => (
    <a href={href} aria-current={isCurrent ? 'page' : undefined}>
      {label} <span className="n">{count}</span>
    </a>
  )
  return (
    <Page heading={t('heading')} actions={mayEdit && add}>
      <nav className="views" aria-label={t('views')}>
        {view('/studio/people', t('view-active'), active.length, !isArchive)}
        {view('/studio/people?view=archived', t('view-archived'), archived.length, isArchive)}
        {view('/studio/trash?what=person', lists('trash'), trash.person, false)}
      </nav>
      <FilterForm
        label={t('heading')}
        path="/studio/people"
        search={{ label: t('search'), value: search }}
        kept={isArchive ? { view: 'archived' } : {}}
        filters={[]}
      />
      <FilterChips
        found={t('found', { total: found.length, all: (isArchive ? archived : active).length })}
        chips={chips}
        clear={all}
        language={user.language}
      />
      <SelectableList
        key={`${isArchive} ${search}`}
        ids={people.map(({ id }) => id)}
        total={found.length}
        filter={null}
        actions={mayEdit ? actions : []}
        undo={undoChange}
      >
        {found.length > 0 ? (
          <PeopleTable
            people={people}
            head={head}
            language={user.language}
            timeZone={settings?.timeZone ?? 'UTC'}
            now={now}
            mayEdit={mayEdit}
          />
        ) : search ? (
          <NoPeople
            search={search}
            chips={chips}
            isArchive={isArchive}
            here={isArchive ? archived : active}
            there={isArchive ? active : archived}
            language={user.language}
          />
        ) : isArchive ? (
          <EmptyState heading={t('empty-archive')}>{t('empty-archive-text')}</EmptyState>
        ) : (
          <EmptyState heading={t('empty')} action={mayEdit && add}>
            {t('empty-text')}
          </EmptyState>
        )}
      </SelectableList>
      <TrashedToast noun="person" id={asked.trashed} language={user.language} />
      {undo?.archivedAt && mayEdit && (
        <UndoToast key={undo.id} action={restorePersonAction.bind(null, undo.id)} undo={t('undo')}>
          {t('archived', { name: undo.name })}
        </UndoToast>
      )}
    </Page>
  )
}
