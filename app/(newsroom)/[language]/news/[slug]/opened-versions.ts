/** Opens a release with the versions of it that readers have been given, for the pages of one and of two of them. */
import type { Metadata } from 'next'
import { cache } from 'react'
import { type LiveVersion, listLiveVersions } from '#db/live/published/versions.ts'
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { pathTo } from '#lib/urls.ts'
import { titled } from '../../../head/metadata.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'

type Opened =
  | { state: 'live'; release: LiveRelease; versions: LiveVersion[] }
  | { state: 'moved'; slug: string }
  | { state: 'withdrawn'; reason: string; at: Date }

/** Returns the release at an address with its versions, the address it has now, or why it was withdrawn. */
export const openVersions = cache(
  async (language: string, slug: string): Promise<(Opened & { context: PageContext }) | undefined> => {
    const context = await pageContext(language)
    const answer = context && (await findRelease(slug, context.visit))
    if (!context || !answer) return undefined
    if (answer.state !== 'live') return { context, ...answer }
    return { context, ...answer, versions: await listLiveVersions(answer.release.id, context.visit) }
  },
)

/** Makes the metadata of a page about former versions: search engines are sent to the release as it is. */
export const versionsMetadata = (context: PageContext, release: LiveRelease, title: string): Metadata => ({
  title: titled(context, title),
  alternates: { canonical: absolute(pathTo(context.newsroom.language, 'news', release.slug)) },
  robots: { index: false },
})

/** Returns the number in an address; undefined for what is none. */
export const numberIn = (text: string): number | undefined => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined)
