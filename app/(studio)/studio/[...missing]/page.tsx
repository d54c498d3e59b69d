import { notFound } from 'next/navigation'
import { requireRole } from '../../../auth.ts'

/** What is not a page of the studio, said inside the studio. */
export default async function MissingPage() {
  await requireRole('contributor')
  notFound()
}
