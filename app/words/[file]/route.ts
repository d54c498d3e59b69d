import { isCurrentWords, languageOfWords, wordsScript } from '#lib/words-script.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with the studio's words in a language. A page of another version, open or on its way while the newsroom is
 * being updated, gets the words as they are now, and no browser keeps those under its address.
 */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const path = `/words/${(await params).file}`
  const language = languageOfWords(path)
  if (language === undefined) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const caching = isCurrentWords(path) ? 'public, max-age=31536000, immutable' : 'no-store'
  return new Response(wordsScript(language).body, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': caching },
  })
}
