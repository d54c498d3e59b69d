import { requireRole } from '../../../../auth.ts'
import { NewSubject } from '../../subjects/new-subject.tsx'
import { create } from '../actions.ts'

export default async function NewTopicPage() {
  const editor = await requireRole('editor')
  return <NewSubject place="topics" editor={editor} create={create} />
}
