import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LivePosition, LiveProfile, LiveQuote } from '#db/live/people.ts'
import type { LiveStory } from '#db/live/releases.ts'
import type { LiveTopic } from '#db/live/topics.ts'
import type { Visit } from '#db/live/visible.ts'
import { formatLanguages, formatYears } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { type Language, textIn } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { sourceTypeLabel } from '#lib/media/source-type.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { pathTo, quotesPath } from '#lib/urls.ts'
import { Email, Phone, SaveContact } from '../contact.tsx'
import { paragraphs } from '../layout/boilerplate.tsx'
import { PageSection } from '../layout/page-section.tsx'
import { Pagination } from '../layout/pagination.tsx'
import { LocalizedText, PositionLine } from '../localized-text.tsx'
import { Picture } from '../picture.tsx'
import { originalOf, webSizeOf } from '../release/downloads.ts'
import { FileList } from '../release/file-list.tsx'
import { StoryList } from '../story-list.tsx'
import { TopicList } from '../subject-list.tsx'
import { Quotes } from './quotes.tsx'

interface Shown {
  person: LiveProfile
  newsroom: LiveNewsroom
}

/**
 * A person's page: who they are, what they can be asked, their portrait, their latest words with a link to all of them,
 * and where they have been in. Further pages continue the last.
 */
export function Profile({
  person,
  quotes,
  said,
  stories,
  topics,
  newsroom,
  visit,
  page,
  pages,
}: Shown & {
  /** The latest of what they have said. */
  quotes: LiveQuote[]
  /** How much they have said in all. */
  said: number
  stories: LiveStory[]
  topics: LiveTopic[]
  visit: Visit
  page: number
  pages: number
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const isFirst = page === 1
  return (
    <div className="wrap">
      <Head person={person} newsroom={newsroom} />
      <div className="after">
        {isFirst && <Biography person={person} language={language} />}
        {isFirst && (topics.length > 0 || person.speaks.length > 0) && (
          <PageSection id={t('anchors.can-speak-on')} title={t('can-speak-on')}>
            {topics.length > 0 && <TopicList topics={topics} language={language} />}
            {person.speaks.length > 0 && (
              <p className="small quiet">{t('speaks', { languages: formatLanguages(person.speaks, language) })}</p>
            )}
          </PageSection>
        )}
        {isFirst && person.positions.length > 0 && (
          <PageSection id={t('anchors.roles')} title={t('roles')}>
            <Positions positions={person.positions} language={language} />
          </PageSection>
        )}
        {isFirst && <PortraitFiles person={person} newsroom={newsroom} />}
        {isFirst && quotes.length > 0 && (
          <PageSection id={t('anchors.quotes')} title={t('quotes')}>
            <Quotes quotes={quotes} person={person} newsroom={newsroom} />
            {said > quotes.length && person.slug && (
              <p className="more no-print">
                <a href={quotesPath(language, person.slug)}>{t('all-quotes', { count: said })}</a>
              </p>
            )}
          </PageSection>
        )}
        {stories.length > 0 && (
          <PageSection id={t('anchors.in-stories')} title={t('in-stories')}>
            <StoryList stories={stories} clock={visit} years pictures={false} />
          </PageSection>
        )}
        {pages > 1 && person.slug && (
          <div className="axis no-print">
            <div className="in-main">
              <Pagination
                path={pathTo(language, 'people', person.slug)}
                page={page}
                pages={pages}
                language={language}
              />
            </div>
          </div>
        )}
        {isFirst && <Links person={person} language={language} />}
      </div>
    </div>
  )
}

function Head({ person: { name, slug, portrait, portraitAlt, position, phone, email }, newsroom }: Shown) {
  const t = translator(newsroom.language, 'newsroom')
  return (
    <header className="person-head axis">
      {portrait && (
        <div className="in-margin portrait">
          <Picture image={portrait} alt={portraitAlt || t('portrait-of', { name })} size="portrait" eager />
        </div>
      )}
      <div className="in-main">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {position && (
          <p className="intro">
            <PositionLine role={position} language={newsroom.language} />
          </p>
        )}
        {(phone || email || slug) && (
          <p className="reach">
            {phone && <Phone phone={phone} newsroom={newsroom} />} {email && <Email email={email} />}{' '}
            {slug && <SaveContact name={name} slug={slug} language={newsroom.language} />}
          </p>
        )}
      </div>
    </header>
  )
}

/** The biography in the reader's language; in another, and marked so, where it has not been translated. */
function Biography({ person: { longBio, shortBio }, language }: { person: LiveProfile; language: Language }) {
  const t = translator(language, 'newsroom')
  const [long, short] = [textIn(longBio, language), textIn(shortBio, language)]
  const biography = (long.text && !long.lang) || !short.text ? long : short
  if (!biography.text) return null
  return (
    <PageSection id={t('anchors.biography')} title={t('biography')}>
      {paragraphs(biography.text).map((text) => (
        <p key={text} className="text" lang={biography.lang}>
          {hyphenateText(text, biography.lang ?? language)}
        </p>
      ))}
    </PageSection>
  )
}

const Positions = ({ positions, language }: { positions: LivePosition[]; language: Language }) => (
  <ol className="roles rows">
    {positions.map((position) => (
      <li key={`${position.since}${position.title}${position.organisationId}`}>
        <span className="years">{formatYears(position)}</span>{' '}
        <span className="what">
          <LocalizedText text={position.title} lang={position.titleIn} language={language} />
        </span>{' '}
        <span className="org">
          <LocalizedText text={position.organisation} lang={position.organisationIn} language={language} />
        </span>
      </li>
    ))}
  </ol>
)

function Links({ person: { links }, language }: { person: LiveProfile; language: Language }) {
  const t = translator(language, 'newsroom')
  if (links.length === 0) return null
  return (
    <PageSection id={t('anchors.links')} title={t('links')}>
      <ul className="topics">
        {links.map(({ label, url }) => (
          <li key={url}>
            <a href={url}>{hyphenateText(label, language)}</a>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}

function PortraitFiles({ person: { name, portrait }, newsroom: { language } }: Shown) {
  const t = translator(language, 'newsroom')
  if (!portrait) return null
  const terms =
    portrait.licence === 'editorial' ? t('free-editorial') : portrait.licence && licenceName(portrait.licence, language)
  const credit = portrait.credit && t('give-credit', { credit: portrait.credit })
  const label = sourceTypeLabel(portrait.digitalSourceType, language)
  const as = slugify(t('portrait-file', { name }))
  return (
    <PageSection id={t('anchors.portrait')} title={t('portrait-to-download')} className="no-print">
      <FileList
        language={language}
        files={[
          originalOf({ ...portrait, licence: '' }, { title: t('high-resolution'), as, language }),
          ...webSizeOf(portrait, { title: t('web-size'), as }),
        ]}
      />
      {(terms || credit) && <p className="small more plain">{[terms, credit].filter(Boolean).join(' ')}</p>}
      {label && <p className="how-made">{label}</p>}
    </PageSection>
  )
}
