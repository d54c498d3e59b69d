import { notFound } from 'next/navigation'
import { getSeries } from '#db/series.ts'
import { requireRole } from '../../../../auth.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'

export default async function OneSeriesPage({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireRole('editor')
  const series = await getSeries((await params).id)
  if (!series) notFound()
  return <SubjectPage section="series" subject={series} editor={editor} />
}
