import { type EmbargoLogEntry, embargoLog } from '#db/embargo/list.ts'
import { csvText } from '#lib/formats/csv.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'

const columns = ['at', 'name', 'outlet', 'what', 'file'] as const

/** Answers with all that has been done with the links to a text under embargo, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('editor')
  const { id } = await params
  const t = translator(user.language, 'embargo-links')
  const did = (verb: string) => t(`did-${verb as 'create' | 'renew' | 'revoke' | 'accept' | 'open' | 'download'}`)
  const row = ({ at, name, outlet, verb, file }: EmbargoLogEntry) => [at.toISOString(), name, outlet, did(verb), file]
  const head = columns.map((column) => t(`column-${column}`))
  return new Response(csvText([head, ...(await embargoLog(id)).map(row)], user.language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${t('file-name')}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
