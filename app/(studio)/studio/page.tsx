import { requireRole } from '../../auth.ts'

export default async function DeskPage() {
  const user = await requireRole('contributor')
  return <h1>{user.name}</h1>
}
