import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveQuote } from '#db/live/people.ts'
import { quotedWords } from '#lib/document/attribution.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { CopyQuote, CopyStatus } from '../copy-quote.tsx'
import { CalendarDate } from '../date-time.tsx'

/** What somebody has said, each quote with the day and the release it is from. */
export const Quotes = ({
  quotes,
  person,
  newsroom,
}: {
  quotes: LiveQuote[]
  person: { name: string }
  newsroom: LiveNewsroom
}) => (
  <div className="said">
    {quotes.map(({ text, title, slug, publishAt, role, organisation }) => (
      <figure key={`${slug}${text}`}>
        <blockquote>
          <p className="text">{hyphenateText(quotedWords(text, newsroom.language), newsroom.language)}</p>
        </blockquote>
        <figcaption>
          {translator(newsroom.language, 'newsroom').rich('said-in', {
            day: () => <CalendarDate key="day" date={publishAt} clock={newsroom} />,
            story: () => (
              <a key="story" href={pathTo(newsroom.language, 'news', slug)}>
                {hyphenateText(title, newsroom.language)}
              </a>
            ),
          })}
          <CopyQuote
            speaker={[person.name, role, organisation]}
            release={{ title, slug, publishAt }}
            newsroom={newsroom}
          />
        </figcaption>
      </figure>
    ))}
    <CopyStatus newsroom={newsroom} />
  </div>
)
