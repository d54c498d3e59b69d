import { listTopics } from '#db/topics.ts'
import { requireRole } from '../../../auth.ts'
import { SubjectList } from '../subjects/subject-list.tsx'

export default async function TopicsPage() {
  const user = await requireRole('contributor')
  return <SubjectList section="topics" subjects={await listTopics()} user={user} />
}
