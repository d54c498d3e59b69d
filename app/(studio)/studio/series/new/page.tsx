import { requireRole } from '../../../../auth.ts'
import { NewSubject } from '../../subjects/new-subject.tsx'

export default async function NewSeriesPage() {
  const editor = await requireRole('editor')
  return <NewSubject section="series" editor={editor} />
}
