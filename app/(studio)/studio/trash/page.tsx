import { SelectableList } from '#components/list/selectable-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { countTrash, listTrash } from '#db/trash/list.ts'
import { trashNouns } from '#db/types.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { deleteSelected, restoreSelected, undoChange } from './actions.ts'
import { TrashTable } from './trash-table.tsx'

type Props = { searchParams: Promise<{ what?: string | string[] }> }

/** What has been thrown away in the last thirty days, by kind. */
export default async function TrashPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const { what } = await searchParams
  const now = new Date()
  const noun = trashNouns.find((known) => known === what) ?? 'release'
  const [counts, things, settings] = await Promise.all([
    countTrash(),
    listTrash(noun, user.language, now),
    currentSettings(),
  ])
  const t = translator(user.language, 'trash')
  const lists = translator(user.language, 'lists')
  return (
    <Page heading={t('heading')} intro={t('intro')}>
      <nav className="views" aria-label={t('kinds')}>
        {trashNouns.map((one) => (
          <a key={one} href={`/studio/trash?what=${one}`} aria-current={one === noun ? 'page' : undefined}>
            {t(one)} <span className="n">{counts[one]}</span>
          </a>
        ))}
      </nav>
      <SelectableList
        key={noun}
        ids={things.map(({ id }) => id)}
        total={things.length}
        filter={null}
        actions={[
          { key: 'restore', label: lists('restore'), icon: 'restore', change: restoreSelected.bind(null, noun) },
          { key: 'delete', label: t('delete-now'), icon: 'trash', change: deleteSelected.bind(null, noun) },
        ]}
        undo={undoChange}
      >
        {things.length > 0 ? (
          <TrashTable things={things} clock={{ language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }} />
        ) : (
          <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
        )}
      </SelectableList>
    </Page>
  )
}
