import { notFound } from 'next/navigation'
import { requireRole } from '../../../auth.ts'

/** The page for an address that does not exist in the studio. */
export default async function MissingPage() {
  await requireRole('contributor')
  notFound()
}
