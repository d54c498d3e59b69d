import type { ReactNode } from 'react'
import { CalendarDate } from '#components/newsroom/date-time.tsx'
import { PositionLine } from '#components/newsroom/localized-text.tsx'
import { Face } from '#components/newsroom/picture.tsx'
import type { LivePerson } from '#db/live/people.ts'
import type { EntryKind, Hit } from '#db/live/search.ts'
import { formatBytes, languageName } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { MarkedText } from '#lib/search/highlight.ts'
import type { Clock } from '#lib/time/format.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'
import { kindName } from './choice.ts'

/** The entries found, in their order. */
export function Hits({ hits, clock }: { hits: Hit[]; clock: Clock }) {
  return (
    <>
      <h2 className="vh">{translator(clock.language, 'search')('hits')}</h2>
      <ol className="results rows">
        {hits.map((hit) => {
          const foreign = 'source' in hit ? foreignTo(clock.language, hit.source) : undefined
          return (
            <li key={hit.id}>
              <p className="where">
                <b>{kindName(hit.noun === 'release' ? hit.kind : (hit.noun satisfies EntryKind), clock.language)}</b>
                {'source' in hit && (
                  <>
                    {', '}
                    <CalendarDate date={hit.source.publishAt} clock={clock} />
                  </>
                )}
                {foreign && `, ${languageName(foreign, clock.language)}`}
              </p>
              <Found hit={hit} foreign={foreign} clock={clock} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** The language of the release an entry is in, if it is not the reader's. */
const foreignTo = (language: Language, source: { language: Language }): Language | undefined =>
  source.language === language ? undefined : source.language

function excerptLanguage(hit: Hit, foreign: Language | undefined): Language | undefined {
  if (hit.noun === 'person') return hit.excerptIn
  return hit.noun === 'document' ? hit.document.captionIn : foreign
}

function Found({ hit, foreign, clock: { language } }: { hit: Hit; foreign: Language | undefined; clock: Clock }) {
  const excerpt = hit.excerpt.length > 0 && (
    <p className="hit" lang={excerptLanguage(hit, foreign)}>
      <Marked text={hit.excerpt} language={excerptLanguage(hit, foreign) ?? language} />
    </p>
  )
  if (hit.noun === 'quote') {
    return (
      <WithFace person={hit.speaker}>
        {excerpt}
        <p className="where">
          <Quoted speaker={hit.speaker} language={language} story={<Story source={hit.source} lang={foreign} />} />
        </p>
      </WithFace>
    )
  }
  if (hit.noun === 'person') {
    const { person } = hit
    return (
      <WithFace person={person}>
        <Title href={pathTo(language, 'people', person.slug ?? '')} text={hit.title} language={language} isName />
        {person.position && (
          <p className="where">
            <PositionLine role={person.position} language={language} />
          </p>
        )}
        {excerpt}
      </WithFace>
    )
  }
  if (hit.noun === 'document') {
    const { document, source } = hit
    const { type, bytes, filename } = document
    return (
      <>
        <Title
          href={fileUrl(document, filename)}
          text={hit.title}
          language={source.language}
          lang={foreign ?? document.titleIn}
          download
        />
        {excerpt}
        <p className="where">
          {type.toUpperCase()}, {formatBytes(bytes, language)}.{' '}
          {translator(language, 'search').rich('said-in-story', {
            story: () => <Story source={source} lang={foreign} />,
          })}
        </p>
      </>
    )
  }
  const { source } = hit
  return (
    <>
      <Title
        href={pathTo(source.language, 'news', source.slug)}
        text={hit.title}
        language={source.language}
        lang={foreign}
      />
      {excerpt}
    </>
  )
}

const Story = ({
  source: { language, slug, title },
  lang,
}: {
  source: { language: Language; slug: string; title: string }
  lang: Language | undefined
}) => (
  <a href={pathTo(language, 'news', slug)} lang={lang}>
    {hyphenateText(title, language)}
  </a>
)

function Quoted({
  speaker,
  story,
  language,
}: {
  speaker: LivePerson | undefined
  story: ReactNode
  language: Language
}) {
  const t = translator(language, 'search')
  if (!speaker) return t.rich('said-in-story', { story: () => story })
  const name = <bdi>{speaker.name}</bdi>
  const who = speaker.slug ? <a href={pathTo(language, 'people', speaker.slug)}>{name}</a> : name
  return t.rich('said-in', { who: () => who, story: () => story })
}

function WithFace({ person, children }: { person: LivePerson | undefined; children: ReactNode }) {
  if (!person?.portrait) return children
  return (
    <div className="who">
      <Face image={person.portrait} />
      <div>{children}</div>
    </div>
  )
}

const Title = ({
  href,
  text,
  language,
  lang,
  download,
  isName = false,
}: {
  href: string
  text: MarkedText
  language: Language
  lang?: Language | undefined
  download?: boolean
  isName?: boolean
}) => (
  <h3>
    <a href={href} lang={lang} download={download}>
      {isName ? (
        <bdi>
          <Marked text={text} language={language} />
        </bdi>
      ) : (
        <Marked text={text} language={language} />
      )}
    </a>
  </h3>
)

function Marked({ text, language }: { text: MarkedText; language: Language }) {
  let at = 0
  return text.map((part) => {
    const key = at
    at += part.text.length
    const shown = hyphenateText(part.text, language)
    return part.hit ? <mark key={key}>{shown}</mark> : shown
  })
}
