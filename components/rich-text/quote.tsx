import type { LiveCard } from '#db/live/release.ts'
import { setQuote } from '#lib/document/attribution.ts'
import type { Quote } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'
import { LocalizedText } from '../newsroom/localized-text.tsx'
import { Face } from '../newsroom/picture.tsx'
import { Inlines } from './inline.tsx'
import type { Reading } from './reading.ts'

/**
 * A quote as it was written, with the speaker beside it, and named around it where the writer asked for it; the
 * position only where they are first quoted.
 */
export function QuoteFigure({
  quote,
  speaker,
  first,
  reading: { language, copyQuote },
}: {
  quote: Quote
  speaker: LiveCard | undefined
  first: boolean
  reading: Pick<Reading, 'language' | 'copyQuote'>
}) {
  const words = (
    <blockquote>
      <p>
        <Inlines content={setQuote(quote, language)} />
      </p>
    </blockquote>
  )
  return speaker ? (
    <figure className="quote">
      <figcaption>
        {speaker.person.portrait && <Face image={speaker.person.portrait} />}{' '}
        <span>
          <Name speaker={speaker} language={language} />
          {first && <Role speaker={speaker} language={language} />}
          {copyQuote?.(speaker)}
        </span>
      </figcaption>
      {words}
    </figure>
  ) : (
    words
  )
}

const Name = ({ speaker: { person }, language }: { speaker: LiveCard; language: Language }) =>
  person.slug ? (
    <a href={pathTo(language, 'people', person.slug)}>
      <bdi>{person.name}</bdi>
    </a>
  ) : (
    <b>
      <bdi>{person.name}</bdi>
    </b>
  )

function Role({
  speaker: { role, organisation, roleIn, organisationIn },
  language,
}: {
  speaker: LiveCard
  language: Language
}) {
  if (!role && !organisation) return null
  return (
    <>
      {' '}
      <span className="role">
        <LocalizedText text={role} lang={roleIn} language={language} />
        {role && organisation && ', '}
        {organisation && (
          <span>
            <LocalizedText text={organisation} lang={organisationIn} language={language} />
          </span>
        )}
      </span>
    </>
  )
}
