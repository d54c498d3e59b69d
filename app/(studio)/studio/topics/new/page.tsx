import { requireRole } from '../../../../auth.ts'
import { NewSubject } from '../../subjects/new-subject.tsx'

export default async function NewTopicPage() {
  const editor = await requireRole('editor')
  return <NewSubject section="topics" editor={editor} />
}
