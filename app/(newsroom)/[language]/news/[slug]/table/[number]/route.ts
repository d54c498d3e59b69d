import { tableFiles } from '#components/newsroom/release/table-csv.ts'
import { findRelease } from '#db/live/release.ts'
import { tablePath } from '#lib/urls.ts'
import { downloadText, gone, notFound } from '../../../../../file-response.ts'
import { pageContext } from '../../../../../page-context.ts'

export const dynamic = 'force-dynamic'

type Params = Promise<{ language: string; slug: string; number: string }>

/** Answers with a table of a release as CSV, or 410 when the release has been withdrawn. */
export async function GET(request: Request, { params }: { params: Params }) {
  const { language: asked, slug, number } = await params
  const context = await pageContext(asked)
  const answer = context && (await findRelease(slug, context.visit))
  if (!answer) return notFound()
  if (answer.state === 'moved') {
    const location = tablePath(context.newsroom.language, answer.slug, Number(number))
    return new Response(null, { status: 308, headers: { location } })
  }
  if (answer.state === 'withdrawn') return gone(answer.reason)
  const { release } = answer
  const table = tableFiles(release.body).find((one) => `${one.number}` === number)
  if (!table) return notFound()
  return downloadText(request, { name: `${release.slug}-${number}.csv`, type: 'text/csv; charset=utf-8' }, table.csv)
}
