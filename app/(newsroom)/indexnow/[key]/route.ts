import { env } from '#lib/env.ts'
import { indexNowKey } from '#lib/outbound/indexnow.ts'
import { nothing } from '../../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with the key by which search engines know that news of changed pages come from this newsroom (IndexNow). Any
 * other key, and any at all where nobody is told, does not exist.
 */
export async function GET(_: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  if (!env.indexNowUrl || key !== indexNowKey()) return nothing()
  return new Response(key, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
