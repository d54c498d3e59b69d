import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Page } from '#components/ui/page.tsx'
import { UndoToast } from '#components/ui/undo-toast.tsx'
import { getPerson, listPeople } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { getSettings } from '#db/settings.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { restorePersonAction } from './actions.ts'
import { PeopleTable } from './people-table.tsx'

type SearchParams = Record<'q' | 'view' | 'undo', string | string[] | undefined>

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'people')
  const now = new Date()
  const asked = await searchParams
  const search = typeof asked.q === 'string' ? asked.q.trim() : ''
  const isArchive = asked.view === 'archived'
  const [settings, active, archived, found, undo] = await Promise.all([
    getSettings(),
    listPeople(),
    listPeople({ archived: true }),
    listPeople({ search, archived: isArchive }),
    typeof asked.undo === 'string' ? getPerson(asked.undo) : undefined,
  ])
  const mayEdit = may(user, 'edit-people')
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
      </nav>
      <search aria-label={t('heading')}>
        <form className="filters" action="/studio/people">
          {isArchive && <input type="hidden" name="view" value="archived" />}
          <div className="searchbox">
            <Icon name="search" />
            <label className="vh" htmlFor="q">
              {t('search')}
            </label>
            <input className="input" type="search" id="q" name="q" placeholder={t('search')} defaultValue={search} />
          </div>
          <button className="button" type="submit">
            {t('search-button')}
          </button>
        </form>
      </search>
      {found.length > 0 ? (
        <PeopleTable people={found} language={user.language} timeZone={settings?.timeZone ?? 'UTC'} now={now} />
      ) : search ? (
        <EmptyState heading={t('no-hits', { query: search })}>
          {t('no-hits-text')}{' '}
          <a href={isArchive ? '/studio/people?view=archived' : '/studio/people'}>{t('show-all')}</a>
        </EmptyState>
      ) : isArchive ? (
        <EmptyState heading={t('empty-archive')}>{t('empty-archive-text')}</EmptyState>
      ) : (
        <EmptyState heading={t('empty')} action={mayEdit && add}>
          {t('empty-text')}
        </EmptyState>
      )}
      {undo?.archivedAt && mayEdit && (
        <UndoToast action={restorePersonAction.bind(null, undo.id)} undo={t('undo')}>
          {t('archived', { name: undo.name })}
        </UndoToast>
      )}
    </Page>
  )
}
