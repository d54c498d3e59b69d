import { requireRole } from '../../../../auth.ts'
import { NewSubject } from '../../subjects/new-subject.tsx'
import { create } from '../actions.ts'

export default async function NewSeriesPage() {
  const editor = await requireRole('editor')
  return <NewSubject place="series" editor={editor} create={create} />
}
