import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listAuthors } from '#db/live/authors.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { listSuggestions } from '#db/sign-off/suggestions.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { releaseMetadata } from '../../../../../(newsroom)/head/metadata.ts'
import { requireRole } from '../../../../../auth.ts'
import { Preview, readPreview } from '../../../../preview.tsx'
import { SuggestHere } from '../../../../suggest-here.tsx'
import '#components/compare/marked-words.css'

interface Props {
  params: Promise<{ id: string }>
  /** `bare` shows the page alone, with the metadata readers will have: the editor shows both beside the text. */
  searchParams: Promise<{ bare?: string }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const user = await requireRole('contributor')
  const { id } = await params
  const found = await readPreview(id)
  if (found && (await searchParams).bare) {
    const { context, preview } = found
    const head = releaseMetadata(context, preview, await listAuthors(preview.byline, context.visit))
    // There is no public share picture of a draft, so members see the one it will have.
    const images = [absolute(`/studio/releases/${id}/share-picture`)]
    return { ...head, openGraph: { ...head.openGraph, images }, robots: { index: false, follow: false } }
  }
  return {
    title: translator(user.language, 'editor')('preview-title', { title: plainText(found?.preview.title ?? '') }),
  }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const user = await requireRole('contributor')
  const [{ id }, { bare }] = await Promise.all([params, searchParams])
  const found = await readPreview(id)
  if (!found) notFound()
  if (bare) return <Preview {...found} />
  const [stored, suggestions] = await Promise.all([getDraft(id), listSuggestions(id)])
  if (!stored) notFound()
  const { timeZone } = found.context.newsroom
  const suggesting = {
    ...{ action: `/studio/releases/${id}/preview/suggestions`, draft: stored.draft, asksName: false },
    ...{ clock: { language: user.language, timeZone }, suggestions },
  }
  const t = translator(user.language, 'editor')
  return (
    <>
      <aside className="preview-bar" lang={user.language} aria-label={t('preview')}>
        <a href={`/studio/releases/${id}`}>{t('preview-back')}</a>
        <p>{t('preview-what')}</p>
      </aside>
      <Preview
        {...found}
        beside={(place, index) => (
          <div className={place === 'block' ? 'guest' : 'guest wrap'} lang={user.language}>
            <SuggestHere suggesting={suggesting} place={place} index={index} />
          </div>
        )}
      />
    </>
  )
}
