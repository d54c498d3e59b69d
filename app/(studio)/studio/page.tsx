import { Page } from '#components/ui/page.tsx'
import { requireRole } from '../../auth.ts'

export default async function DeskPage() {
  const user = await requireRole('contributor')
  return <Page heading={user.name}>{null}</Page>
}
