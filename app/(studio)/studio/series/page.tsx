import { listSeries } from '#db/series.ts'
import { requireRole } from '../../../auth.ts'
import { SubjectList } from '../subjects/subject-list.tsx'

export default async function AllSeriesPage() {
  const user = await requireRole('contributor')
  return <SubjectList section="series" subjects={await listSeries()} user={user} />
}
