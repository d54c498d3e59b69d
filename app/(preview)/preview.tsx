import type { ComponentProps, ReactNode } from 'react'
import { cache } from 'react'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { ReleasePage } from '#components/newsroom/release/release.tsx'
import { getPressDuty } from '#db/live/duty.ts'
import { listRelated } from '#db/live/related.ts'
import { getPreview, type LiveRelease } from '#db/live/release.ts'
import { getRelease } from '#db/releases.ts'
import { pathTo } from '#lib/urls.ts'
import { type PageContext, pageContext } from '../(newsroom)/page-context.ts'

/** Returns a draft as readers would see it, with the newsroom in its language. The page has checked who may see it. */
export const readPreview = cache(
  async (id: string): Promise<{ context: PageContext; preview: LiveRelease } | undefined> => {
    const release = await getRelease(id)
    const context = release && (await pageContext(release.language))
    const preview = context && (await getPreview(id, context.visit))
    return context && preview && { context, preview }
  },
)

/** The draft as readers will see it. */
export async function Preview({
  context,
  preview,
  beside,
  before,
  after,
  fileBand,
}: {
  context: PageContext
  preview: LiveRelease
  beside?: ComponentProps<typeof ReleasePage>['beside']
  /** What stands before and after the text, for somebody who is to answer to it. */
  before?: ReactNode
  after?: ReactNode
  /** What stands in place of the list of files. */
  fileBand?: ReactNode
}) {
  const { newsroom, visit } = context
  const [related, press] = await Promise.all([listRelated(preview, visit, 3), getPressDuty(visit, newsroom)])
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, 'news', preview.slug)}
      here={{ section: 'news' }}
    >
      {before}
      <ReleasePage
        release={preview}
        related={related}
        newsroom={newsroom}
        duty={press && { press, now: visit.now }}
        now={visit.now}
        {...{ beside, fileBand }}
      />
      {after}
    </PageLayout>
  )
}
