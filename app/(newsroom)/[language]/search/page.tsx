import type { Metadata } from 'next'
import { Frame } from '#components/frame.tsx'
import { Day } from '#components/moment.tsx'
import { PageLinks } from '#components/page-links.tsx'
import { type Hit, hitsPerPage, searchNewsroom } from '#db/search.ts'
import type { Clock } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { MarkedText } from '#lib/search-terms.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, titled } from '../../metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type PagedProps, pageIn } from '../../room.ts'

type Props = PagedProps<{ language: string }>

/** Nobody reads further; somebody who looks for something asks again. */
const mostPages = 50

async function open({ params, searchParams }: Props) {
  const query = await searchParams
  const room = await openRoom((await params).language)
  const page = room && pageIn(query, room.newsroom.language)
  if (!room || !page || page > mostPages) return undefined
  const typed = [query.q].flat()[0]?.trim().slice(0, 200) ?? ''
  return { room, page, typed }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await openAnyRoom((await props.params).language))
  const { room, typed } = opened
  const t = translator(room.newsroom.language, 'search')
  return { title: titled(room, typed ? t('title-for', { typed }) : t('title')), robots: { index: false } }
}

/** What was found, and a way on when nothing was. */
export default async function SearchPage(props: Props) {
  const opened = await open(props)
  if (!opened) return <MissingPage language={(await props.params).language} />
  const { room, page, typed } = opened
  const { newsroom, visit } = room
  const { language } = newsroom
  const { hits, total, terms } = await searchNewsroom(typed, { language, page, now: visit.now })
  const pages = Math.min(Math.ceil(total / hitsPerPage), mostPages)
  if (page > 1 && page > pages) return <MissingPage language={language} />
  const t = translator(language, 'search')
  const path = `${pathTo(language, 'search')}?${new URLSearchParams({ q: typed })}`
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={path}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'search'))}
      search={false}
    >
      <div className="wrap">
        <header className="search-head axis">
          <div className="in-main">
            <h1>{t('title')}</h1>
            <search>
              <form className="find" action={pathTo(language, 'search')}>
                <input type="search" name="q" defaultValue={typed} aria-label={t('label')} autoComplete="off" />
                <button className="button" type="submit">
                  {t('submit')}
                </button>
              </form>
            </search>
            <p className="count">
              {terms.length > 0 ? (
                <>
                  <b>{t('count', { total })}</b> {t('on', { typed })}
                </>
              ) : (
                t('hint')
              )}
            </p>
          </div>
        </header>
        <div className="axis after">
          <div className="in-main">
            {terms.length > 0 && total === 0 && <Nothing language={language} />}
            {hits.length > 0 && <Hits hits={hits} clock={visit} />}
            <PageLinks path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
      </div>
    </Frame>
  )
}

function Hits({ hits, clock }: { hits: Hit[]; clock: Clock }) {
  return (
    <>
      <h2 className="vh">{translator(clock.language, 'search')('hits')}</h2>
      <ol className="results rows">
        {hits.map((hit) => (
          <li key={`${hit.noun} ${hit.slug}`}>
            <p className="where">
              <b>{labelOf(hit, clock.language)}</b>
              {hit.publishAt && (
                <>
                  {', '}
                  <Day date={hit.publishAt} clock={clock} />
                </>
              )}
            </p>
            <h3>
              <a href={pathTo(clock.language, hit.noun === 'person' ? 'people' : 'news', hit.slug)}>
                <Marked text={hit.title} />
              </a>
            </h3>
            <p className="hit">
              <Marked text={hit.excerpt} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

const labelOf = ({ kind }: Hit, language: Language) =>
  kind ? translator(language, 'kinds')(kind) : translator(language, 'search')('person')

function Marked({ text }: { text: MarkedText }) {
  let at = 0
  return text.map((part) => {
    const key = at
    at += part.text.length
    return part.hit ? <mark key={key}>{part.text}</mark> : part.text
  })
}

function Nothing({ language }: { language: Language }) {
  const t = translator(language, 'search')
  return (
    <section aria-labelledby="nothing">
      <h2 id="nothing">{t('empty-title')}</h2>
      <p>{t('empty-spelling')}</p>
      <ul className="topics after-s">
        <li>
          <a href={pathTo(language, 'news')}>{t('all-news')}</a>
        </li>
        <li>
          <a href={pathTo(language, 'people')}>{t('all-people')}</a>
        </li>
      </ul>
    </section>
  )
}
