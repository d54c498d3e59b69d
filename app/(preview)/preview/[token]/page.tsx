import { listComments } from '#db/releases/comments.ts'
import { openPreviewLink } from '#db/releases/preview-links.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { listSuggestions } from '#db/sign-off/suggestions.ts'
import { followAnchors } from '#lib/document/comment-anchor.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { titled } from '../../../(newsroom)/head/metadata.ts'
import { Preview, readPreview } from '../../preview.tsx'
import { SuggestHere } from '../../suggest-here.tsx'
import { GuestComments, MovedComments } from './guest-comments.tsx'
import '#components/compare/marked-words.css'

/**
 * A draft, for a guest to whom its writers have sent a link. The server removes scripts from it, as from all readers'
 * pages.
 */
export default async function GuestPage({ params }: { params: Promise<{ token: string }> }) {
  const link = await openPreviewLink((await params).token, new Date())
  const [found, stored] = link ? await Promise.all([readPreview(link.releaseId), getDraft(link.releaseId)]) : []
  if (!link || !found || !stored) return <meta name="pressrum-status" content="404" />
  const { context, preview } = found
  const { token } = await params
  const [threads, suggestions] = await Promise.all([
    listComments(link.releaseId, { linkId: link.id }),
    listSuggestions(link.releaseId, { linkId: link.id }),
  ])
  const suggesting = {
    ...{ action: `/preview/${token}/suggestions`, draft: stored.draft, clock: context.newsroom, asksName: true },
    suggestions,
  }
  const stands = followAnchors(new Map(threads.map(({ id, anchor }) => [id, anchor])), preview)
  const at = (place: string, index: number) =>
    threads.filter(({ id }) => stands.get(id)?.place === place && stands.get(id)?.index === index)
  const moved = threads.filter(({ id }) => !stands.has(id))
  const t = translator(context.newsroom.language, 'guest')
  return (
    <>
      <title>{titled(context, plainText(preview.title))}</title>
      <aside className="preview-bar" aria-label={t('about', { name: context.newsroom.name, link: link.name })}>
        <p>
          <b>{t('about', { name: context.newsroom.name, link: link.name })}</b> {t('about-comments')}
        </p>
      </aside>
      <Preview
        context={context}
        preview={preview}
        beside={(place, index) => (
          <GuestComments {...{ token, preview, place, index }} clock={context.newsroom} threads={at(place, index)}>
            <SuggestHere suggesting={suggesting} place={place} index={index} />
          </GuestComments>
        )}
      />
      <MovedComments threads={moved} clock={context.newsroom} />
    </>
  )
}
