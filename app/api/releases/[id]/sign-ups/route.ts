import { getHostedMeeting } from '#db/meetings/host.ts'
import { may } from '#db/permissions.ts'
import { getRelease } from '#db/releases.ts'
import { csvText } from '#lib/formats/csv.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'

const columns = ['name', 'outlet', 'email', 'way', 'state', 'wishes', 'card', 'signed-up'] as const

/** Answers with everybody who has signed up for a press meeting, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const release = await getRelease(id)
  if (release && !may(user, 'host-meeting', release)) return new Response(null, { status: 403 })
  const hosted = release && (await getHostedMeeting(id, { actor: user, now: new Date() }))
  if (!hosted) return new Response(null, { status: 404 })
  const t = translator(user.language, 'meetings')
  const rows = hosted.signUps.map(
    ({ name, outlet, email, way, cancelledAt, seatedAt, wishes, pressCard, createdAt }) => [
      ...[name, outlet, email, t(`way-${way}`)],
      t(cancelledAt ? 'state-off' : seatedAt ? 'state-coming' : 'state-waiting'),
      ...[wishes, pressCard, createdAt.toISOString()],
    ],
  )
  return new Response(csvText([columns.map((column) => t(column)), ...rows], user.language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${t('file-name')}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
