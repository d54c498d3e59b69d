import { exportQuestions } from '#db/questions/registrar.ts'
import { getSettings } from '#db/settings.ts'
import { csvText } from '#lib/formats/csv.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { requireRole } from '../../../../auth.ts'
import { csvHead, csvRow } from './csv-rows.ts'

/** Sends every question as CSV, for the registrar. That they were taken out is an entry in the log. */
export async function POST(): Promise<Response> {
  const editor = await requireRole('editor')
  const now = new Date()
  const { language } = editor
  const rows = (await exportQuestions({ actor: editor, now })).map((question) => csvRow(question, language))
  const day = isoDay(now, (await getSettings())?.timeZone ?? 'UTC')
  const name = `${translator(language, 'questions')('file-name')}-${day}.csv`
  return new Response(csvText([csvHead(language), ...rows], language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
