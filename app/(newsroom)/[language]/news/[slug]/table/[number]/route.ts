import { tableFiles } from '#components/newsroom/release/table-csv.ts'
import type { Language } from '#lib/locale.ts'
import { tablePath } from '#lib/urls.ts'
import { downloadText } from '../../../../../file-response.ts'
import { releaseFile } from '../../../../../release-file.ts'

export const dynamic = 'force-dynamic'

type Params = Promise<{ language: string; slug: string; number: string }>

/** Answers with a table of a release as CSV, or 410 when the release has been withdrawn. */
export async function GET(request: Request, { params }: { params: Params }) {
  const { number } = await params
  const path = (language: Language, slug: string) => tablePath(language, slug, Number(number))
  return releaseFile(params, path, (_context, { slug, body }) => {
    const table = tableFiles(body).find((one) => `${one.number}` === number)
    return table && downloadText(request, { name: `${slug}-${number}.csv`, type: 'text/csv; charset=utf-8' }, table.csv)
  })
}
