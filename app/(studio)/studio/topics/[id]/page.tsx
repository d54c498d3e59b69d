import { notFound } from 'next/navigation'
import { getTopic } from '#db/topics.ts'
import { requireRole } from '../../../../auth.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'

export default async function TopicPage({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireRole('editor')
  const topic = await getTopic((await params).id)
  if (!topic) notFound()
  return <SubjectPage section="topics" subject={topic} editor={editor} />
}
