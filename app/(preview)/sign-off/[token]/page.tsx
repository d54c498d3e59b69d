import { displayStatusOf } from '#db/releases/list.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import { openSignOff } from '#db/sign-off/links.ts'
import { translator } from '#lib/messages.ts'
import { titled } from '../../../(newsroom)/head/metadata.ts'
import { readPreview } from '../../preview.tsx'
import { AskedQuotes } from './asked-quotes.tsx'
import { AskedText } from './asked-text.tsx'
import './sign-off.css'
import '#components/compare/marked-words.css'

/**
 * What somebody outside is asked to say yes to: their own quotes, or the whole text. Opening it changes nothing and counts
 * for nothing; the server removes scripts from it, as from all readers' pages.
 */
export default async function SignOffPage({ params }: { params: Promise<{ token: string }> }) {
  const link = await openSignOff((await params).token, new Date())
  const [found, stored, release] = link
    ? await Promise.all([readPreview(link.releaseId), getDraft(link.releaseId), getRelease(link.releaseId)])
    : []
  if (!link || !found || !stored || !release) return <meta name="pressrum-status" content="404" />
  const { token } = await params
  const standing = displayStatusOf(release, found.context.visit.now)
  const shown = { link, token, draft: stored.draft, standing, ...found }
  const t = translator(found.context.newsroom.language, 'sign-off')
  return (
    <>
      <title>{titled(found.context, t('title'))}</title>
      {link.personId ? <AskedQuotes {...shown} personId={link.personId} /> : <AskedText {...shown} />}
    </>
  )
}
