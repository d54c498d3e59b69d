import { findRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { ninjsFeed, ninjsItem, ninjsStandard } from '#lib/formats/ninjs.ts'
import { openDataHeaders } from '#lib/open-data/problems.ts'
import { isoMoment } from '#lib/time/format.ts'
import { ninjsPath, pathTo, type UrlSection } from '#lib/urls.ts'
import { feedReleases, subjectOf } from '../../../formats/feed-subject.ts'
import { feedTitle } from '../../../formats/feed-title.ts'
import { ninjsItemOf } from '../../../formats/ninjs-item.ts'
import { nothing } from '../../../formats/sitemaps.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a release as IPTC ninjs; or with the latest releases, of all kinds or of one kind, topic, series or
 * person, as one item composed of them.
 */
export async function GET(_: Request, { params }: { params: Promise<{ language: string; which?: string[] }> }) {
  const { language, which: [place, slug] = [] } = await params
  const context = await pageContext(language)
  const item = context && ((await itemAt(context, place, slug)) ?? (await feedAt(context, place, slug)))
  return item ? Response.json(item, { headers: openDataHeaders }) : nothing()
}

async function itemAt(context: PageContext, place?: string, slug?: string) {
  const answer = place === 'news' && slug ? await findRelease(slug, context.visit) : undefined
  return answer?.state === 'live' ? ninjsItem.parse(ninjsItemOf(context, answer.release)) : undefined
}

async function feedAt(context: PageContext, place?: string, slug?: string) {
  const subject = await subjectOf(context, place, slug)
  if (!subject) return undefined
  const { language, name, timeZone } = context.newsroom
  const releases = await feedReleases(context, subject)
  const changed = Math.max(0, ...releases.map((one) => (one.revisedAt ?? one.publishAt).getTime()))
  return ninjsFeed.parse({
    uri: absolute(ninjsPath(language, place as UrlSection | undefined, slug)),
    standard: ninjsStandard,
    type: 'composite',
    profile: 'feed',
    versionCreated: isoMoment(new Date(changed), timeZone),
    pubStatus: 'usable',
    language,
    copyrightHolder: name,
    title: feedTitle(context, subject),
    associations: releases.map((release) => ({
      name: absolute(pathTo(language, 'news', release.slug)),
      ...ninjsItemOf(context, release),
    })),
  })
}
