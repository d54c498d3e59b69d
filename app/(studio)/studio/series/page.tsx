import { listSeries } from '#db/series.ts'
import { requireRole } from '../../../auth.ts'
import { SubjectList } from '../subjects/subject-list.tsx'

type Props = { searchParams: Promise<{ trashed?: string | string[]; sort?: string | string[]; q?: string | string[] }> }

export default async function AllSeriesPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const { trashed, sort, q } = await searchParams
  return <SubjectList section="series" subjects={await listSeries()} user={user} trashed={trashed} sort={sort} q={q} />
}
