import '../person.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { Quotes } from '#components/newsroom/person/quotes.tsx'
import { countLiveQuotes, getLivePerson, listLiveQuotes, movedPerson } from '#db/live/people.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo, quotesPath } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata, personPicture } from '../../../../head/metadata.ts'
import { breadcrumbsTo } from '../../../../head/structured-data.ts'
import { MissingPage } from '../../../../missing.tsx'
import {
  anyPageContext,
  inAllLanguages,
  type PageContext,
  type PagedProps,
  pageContext,
  pageParam,
} from '../../../../page-context.ts'

type Props = PagedProps<{ language: string; slug: string }>

const quotesPerPage = 20

const read = cache(async (language: string, slug: string) => {
  const context = await pageContext(language)
  const person = context && (await getLivePerson(slug, context.visit))
  return context && person && { context, person, said: await countLiveQuotes(person.id, context.visit) }
})

/** Opens a page of what somebody has said. Undefined where they have said nothing, or not so much. */
async function open({ params, searchParams }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  const page = found && pageParam(await searchParams, found.context.newsroom.language)
  const pages = found ? Math.ceil(found.said / quotesPerPage) : 0
  return found && page && page <= pages ? { ...found, page, pages } : undefined
}

/** Returns the address of the page in every language in which they have said something. */
async function addressesOf(context: PageContext, { id, slug }: { id: string; slug: string | null }) {
  const { newsroom, visit } = context
  const totals = await Promise.all(newsroom.languages.map((language) => countLiveQuotes(id, { ...visit, language })))
  const said = new Map(newsroom.languages.map((language, index): [Language, number] => [language, totals[index] ?? 0]))
  return inAllLanguages(context, (other) => (slug && said.get(other) ? quotesPath(other, slug) : undefined))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, slug } = await props.params
  const opened = await open(props)
  if (!opened) return missingMetadata(await anyPageContext(language))
  const { context, person, page } = opened
  const t = translator(context.newsroom.language, 'newsroom')
  return pageMetadata(context, {
    title: pagedTitle(context, t('quotes-by', { name: person.name }), page),
    description: t('quotes-description', { name: person.name }),
    path: pageOf(quotesPath(context.newsroom.language, slug), context.newsroom.language, page),
    ...(page === 1 ? { addresses: await addressesOf(context, person) } : {}),
    feed: { section: 'people', slug, name: person.name },
    ...personPicture(context, person),
  })
}

/** Everything somebody has said in live releases, page by page. */
export default async function QuotesPage(props: Props) {
  const { language: asked, slug } = await props.params
  const opened = await open(props)
  if (!opened) {
    const context = (await read(asked, slug)) ? undefined : await pageContext(asked)
    const moved = context && (await movedPerson(slug, context.visit))
    if (moved) permanentRedirect(quotesPath(context.newsroom.language, moved))
    return <MissingPage language={asked} />
  }
  const { context, person, said, page, pages } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = quotesPath(language, slug)
  const home = pathTo(language, 'people', slug)
  const quotes = await listLiveQuotes(person, visit, quotesPerPage, (page - 1) * quotesPerPage)
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ section: 'people' }}
      addresses={await addressesOf(context, person)}
    >
      <div className="wrap">
        <PageHead kicker={t('quotes-count', { count: said })} title={t('quotes-by', { name: person.name })}>
          <p className="intro">
            <a href={home}>{t('quotes-home', { name: person.name })}</a>
          </p>
        </PageHead>
        <div className="axis after">
          <div className="in-main">
            <Quotes quotes={quotes} person={person} newsroom={newsroom} />
            <Pagination path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
      </div>
      <JsonLd data={breadcrumbsTo(context, 'people', t('people'), { name: person.name, path: home })} />
    </PageLayout>
  )
}
