/** The page of a topic or a series: its introduction, and its releases page by page. */
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { countLiveReleases, type ReleaseSelection, storiesPerPage } from '#db/live/releases.ts'
import type { LiveSubjectPage } from '#db/live/subjects.ts'
import type { Visit } from '#db/live/visible.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata } from './head/metadata.ts'
import { ofSubject, sharePicture } from './head/share-pictures.ts'
import { breadcrumbsTo } from './head/structured-data.ts'
import { MissingPage } from './missing.tsx'
import {
  anyPageContext,
  inAllLanguages,
  type PageContext,
  type PagedProps,
  pageContext,
  pageParam,
} from './page-context.ts'

export type SubjectProps = PagedProps<{ language: string; slug: string }>
type Text = ReturnType<typeof translator<'newsroom'>>

interface Given {
  section: 'topics' | 'series'
  get: (slug: string, visit: Visit) => Promise<LiveSubjectPage | undefined>
  /** Returns the present slug of one that has moved. */
  moved: (slug: string, visit: Visit) => Promise<string | undefined>
  addresses: (id: string, now: Date) => Promise<Partial<Record<Language, string>>>
  choice: (id: string) => ReleaseSelection
  /** The description for search engines where it has no introduction. */
  description: (t: Text, name: string, subject: string) => string
  /** The number of releases, in words. */
  count: (t: Text, count: number) => string
}

export interface Opened {
  context: PageContext
  subject: LiveSubjectPage
  path: string
  addresses: Partial<Record<Language, string>>
  total: number
  page: number
  pages: number
}

export type Subjects = Given & { open: (props: SubjectProps) => Promise<Opened | undefined> }

/**
 * Returns how pages of this kind find their topic or series. They find nothing that readers cannot reach, and no page
 * beyond the last.
 */
export function subjectsAt(given: Given): Subjects {
  const { section, get, addresses, choice } = given
  const read = cache(async (language: string, slug: string) => {
    const context = await pageContext(language)
    const subject = context && (await get(slug, context.visit))
    if (!subject) return undefined
    const [total, slugs] = await Promise.all([
      countLiveReleases(context.visit, choice(subject.id)),
      addresses(subject.id, context.visit.now),
    ])
    return {
      context,
      subject,
      total,
      path: pathTo(context.newsroom.language, section, subject.slug),
      addresses: inAllLanguages(context, (other) => slugs[other] && pathTo(other, section, slugs[other])),
      pages: Math.ceil(total / storiesPerPage),
    }
  })
  return {
    ...given,
    async open({ params, searchParams }) {
      const { language, slug } = await params
      const found = await read(language, slug)
      const page = found && pageParam(await searchParams, found.context.newsroom.language)
      return page && page <= found.pages ? { ...found, page } : undefined
    },
  }
}

/** Returns the `generateMetadata` of such a page. */
export const subjectMetadata =
  ({ section, open, description }: Subjects) =>
  async (props: SubjectProps): Promise<Metadata> => {
    const opened = await open(props)
    if (!opened) return missingMetadata(await anyPageContext((await props.params).language))
    const { context, subject, page, path, addresses } = opened
    const { language, name } = context.newsroom
    return pageMetadata(context, {
      title: pagedTitle(context, subject.name, page),
      description: subject.intro || description(translator(language, 'newsroom'), name, subject.name),
      path: pageOf(path, language, page),
      feed: { section, slug: subject.slug, name: subject.name },
      picture: sharePicture(ofSubject(context, section, subject)),
      ...(page === 1 ? { addresses } : {}),
    })
  }

/** The page itself. `children` shows its releases, below its head. */
export async function SubjectPage({
  subjects,
  props,
  children,
}: {
  subjects: Subjects
  props: SubjectProps
  children: (opened: Opened, t: Text) => Promise<ReactNode>
}) {
  const { section, open, count } = subjects
  const opened = await open(props)
  if (!opened) return <Elsewhere subjects={subjects} {...(await props.params)} />
  const { context, subject, path, page, total, addresses } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ section }}
      addresses={addresses}
    >
      <div className="wrap">
        <PageHead kicker={count(t, total)} title={withSoftHyphens(subject.name, language)}>
          {subject.intro && <p className="intro">{hyphenateText(subject.intro, language)}</p>}
        </PageHead>
        <div className="after">{await children(opened, t)}</div>
      </div>
      <JsonLd data={breadcrumbsTo(context, section, t(section), { name: subject.name, path })} />
    </PageLayout>
  )
}

/** Redirects to where it is now, if it has moved. */
async function Elsewhere(props: { subjects: Subjects; language: string; slug: string }) {
  const { subjects, language, slug } = props
  const context = await pageContext(language)
  const address = context && (await subjects.moved(slug, context.visit))
  if (address) permanentRedirect(pathTo(context.newsroom.language, subjects.section, address))
  return <MissingPage language={language} />
}
