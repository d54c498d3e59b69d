import { readEntries, recordExport } from '#db/events/log.ts'
import { getSettings } from '#db/settings.ts'
import { csvLines, csvText } from '#lib/formats/csv.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { requireRole } from '../../../../auth.ts'
import { readLogFilter } from '../filter.ts'
import { csvHead, csvRow } from './csv-rows.ts'

/** Sends the entries that the filter finds as CSV, a part at a time. That they were taken out is an entry too. */
export async function POST(request: Request): Promise<Response> {
  const owner = await requireRole('owner')
  const now = new Date()
  const clock = { language: owner.language, timeZone: (await getSettings())?.timeZone ?? 'UTC', now }
  const asked = Object.fromEntries((await request.formData()).entries())
  const filter = readLogFilter(asked as Record<string, string>, clock)
  await recordExport(filter, { actor: owner, now })
  const entries = readEntries({ ...filter, before: filter.before && filter.before < now ? filter.before : now })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(csvText([csvHead(clock.language)], clock.language)))
    },
    async pull(controller) {
      const { value, done } = await entries.next()
      if (done) controller.close()
      else
        controller.enqueue(
          encoder.encode(
            csvLines(
              value.map((entry) => csvRow(entry, clock)),
              clock.language,
            ),
          ),
        )
    },
    async cancel() {
      await entries.return(undefined)
    },
  })
  const name = `${translator(owner.language, 'audit-log')('file-name')}-${isoDay(now, clock.timeZone)}`
  const time = wallTimeOf(now, clock.timeZone).time.replace(':', '')
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}-${time}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
