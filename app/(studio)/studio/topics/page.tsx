import { listTopics } from '#db/topics.ts'
import { requireRole } from '../../../auth.ts'
import { SubjectList } from '../subjects/subject-list.tsx'

type Props = { searchParams: Promise<{ trashed?: string | string[]; sort?: string | string[]; q?: string | string[] }> }

export default async function TopicsPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const { trashed, sort, q } = await searchParams
  return <SubjectList section="topics" subjects={await listTopics()} user={user} trashed={trashed} sort={sort} q={q} />
}
