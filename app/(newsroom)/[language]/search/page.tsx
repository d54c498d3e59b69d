import './search.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { hitsPerPage, maxPages, type SearchResultPage, searchNewsroom } from '#db/live/search.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { maxTyped, trimQuery } from '#lib/search/terms.ts'
import { foldedWords } from '#lib/search/words.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../head/metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext, inAllLanguages, type PagedProps, pageContext, pageParam } from '../../page-context.ts'
import { type Chosen, readChosen, searchPath } from './choice.ts'
import { ChosenList, Filters, KeptChoices, Orders } from './filters.tsx'
import { HowTo, Nothing, otherWays } from './help.tsx'
import { Hits } from './hits.tsx'

type Props = PagedProps<{ language: string }>

async function open({ params, searchParams }: Props) {
  const query = await searchParams
  const context = await pageContext((await params).language)
  const page = context && pageParam(query, context.newsroom.language)
  if (!context || !page || page > maxPages) return undefined
  const chosen = await readChosen(query, context)
  return chosen && { context, page, chosen, typed: trimQuery([query.q].flat()[0] ?? '') }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await anyPageContext((await props.params).language))
  const { context, typed, chosen } = opened
  const t = translator(context.newsroom.language, 'search')
  const { language, texts, name } = context.newsroom
  const head = pageMetadata(context, {
    title: titled(context, typed ? t('title-for', { typed }) : t('title')),
    description: texts.tagline || name,
    path: typed ? searchPath(language, typed, chosen) : pathTo(language, 'search'),
    ...(typed ? {} : { addresses: inAllLanguages(context, (other) => pathTo(other, 'search')) }),
  })
  return { ...head, robots: { index: false } }
}

/** The search page: what was found, or ways on when nothing was found or typed. */
export default async function SearchPage(props: Props) {
  const opened = await open(props)
  if (!opened) return <MissingPage language={(await props.params).language} />
  const { context, page, typed, chosen } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const answer = await searchNewsroom(typed, {
    visit,
    page,
    kind: chosen.kind,
    topicId: chosen.topic?.id,
    seriesId: chosen.series?.id,
    personId: chosen.person?.id,
    year: chosen.year,
    within: chosen.language,
    byDate: chosen.byDate,
  })
  const { hits = [], total = 0 } = answer ?? {}
  const pages = Math.min(Math.ceil(total / hitsPerPage), maxPages)
  if (page > 1 && page > pages) return <MissingPage language={language} />
  const path = searchPath(language, typed, chosen)
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={path}
      addresses={inAllLanguages(context, (other) => (typed ? searchPath(other, typed) : pathTo(other, 'search')))}
      search={false}
    >
      <div className="wrap">
        <SearchHead typed={typed} chosen={chosen} answer={answer} language={language} />
        <div className="axis after">
          {answer && hits.length > 0 && (
            <Filters
              typed={typed}
              chosen={chosen}
              choices={answer.facets}
              total={answer.isMore ? undefined : total}
              language={language}
            />
          )}
          <div className="in-main">
            {!answer && <HowTo context={context} />}
            {answer && total === 0 && (
              <Nothing typed={typed} chosen={chosen} others={answer.facets.languages} context={context} />
            )}
            {total > 1 && <Orders typed={typed} chosen={chosen} language={language} />}
            {hits.length > 0 && <Hits hits={hits} clock={visit} />}
            <Pagination path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
        {total === 0 && (await otherWays(context))}
      </div>
    </PageLayout>
  )
}

/** The head of the search page: what was typed, how much was found, and the chosen filters. */
function SearchHead({
  typed,
  chosen,
  answer,
  language,
}: {
  typed: string
  chosen: Chosen
  answer: SearchResultPage | undefined
  language: Language
}) {
  const t = translator(language, 'search')
  return (
    <header className="search-head axis">
      <div className="in-main">
        <h1>{t('title')}</h1>
        <search>
          <form className="find" action={pathTo(language, 'search')}>
            <input
              type="search"
              name="q"
              defaultValue={typed}
              aria-label={t('label')}
              autoComplete="off"
              maxLength={maxTyped}
            />
            <KeptChoices chosen={chosen} language={language} />
            <button className="button" type="submit">
              {t('submit')}
            </button>
          </form>
        </search>
        <p className="count">
          {answer ? <Count answer={answer} typed={typed} language={language} /> : t(typed ? 'nothing-asked' : 'hint')}
        </p>
        {answer?.suggestion && (
          <p className="meant">
            {t.rich('meant', {
              typed: answer.suggestion,
              link: (words: ReactNode) => <a href={searchPath(language, answer.suggestion ?? '', chosen)}>{words}</a>,
            })}
          </p>
        )}
        <ChosenList typed={typed} chosen={chosen} language={language} />
      </div>
    </header>
  )
}

function Count({ answer, typed, language }: { answer: SearchResultPage; typed: string; language: Language }) {
  const t = translator(language, 'search')
  const { total, isMore } = answer
  const example = widenedBy(answer, typed)
  return (
    <>
      <b>{isMore ? t('count-more', { total }) : t('count', { total })}</b> {t('on', { typed })}
      {example && ` ${t('widened', { example })}`}
    </>
  )
}

/** Returns a highlighted word that is not one of those typed, to show the reader that other forms count too. */
function widenedBy({ hits }: SearchResultPage, typed: string): string | undefined {
  const asTyped = new Set(foldedWords(typed))
  return hits
    .flatMap(({ title, excerpt }) => [...title, ...excerpt])
    .find(({ text, hit }) => hit && foldedWords(text).some((word) => !asTyped.has(word)))
    ?.text.toLowerCase()
}
