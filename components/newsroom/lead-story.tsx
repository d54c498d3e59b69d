import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LivePerson } from '#db/live/people.ts'
import type { LiveStory } from '#db/live/releases.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { FirstContact } from './contact.tsx'
import { CalendarDate } from './date-time.tsx'
import { Picture } from './picture.tsx'
import type { OnDuty } from './press-duty.tsx'

/** A second link to the same page, for the finger: hidden from keyboards and screen readers. */
const repeated = { tabIndex: -1, 'aria-hidden': true } as const

/** The opening of the front page: the latest story, and whom to call. */
export function LeadStory({
  story,
  contact,
  duty,
  newsroom,
}: {
  story: LiveStory | undefined
  contact: LivePerson | undefined
  duty: OnDuty | undefined
  newsroom: LiveNewsroom
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  if (!story) {
    return (
      <div className="lead-story axis">
        <p className="in-main intro">{t('no-news')}</p>
        <FirstContact person={contact} newsroom={newsroom} duty={duty} />
      </div>
    )
  }
  const { slug, title, kind, publishAt, summary, lead, image } = story
  const href = pathTo(language, 'news', slug)
  const intro = summary || lead[0]
  return (
    <article className="lead-story axis">
      <div className="in-margin meta">
        <p className="kicker">{messagesIn(language).kinds[kind]}</p>
        <p>
          <CalendarDate date={publishAt} clock={newsroom} />
        </p>
      </div>
      <div className="in-main">
        <h2 className="title">
          <a href={href}>{withSoftHyphens(title, language)}</a>
        </h2>
        {intro && <p className="intro">{hyphenateText(intro, language)}</p>}
      </div>
      <FirstContact person={contact} newsroom={newsroom} duty={duty} />
      {image && (
        <figure className="in-main">
          <a href={href} {...repeated}>
            <Picture image={image} alt="" size="main" eager />
          </a>
        </figure>
      )}
    </article>
  )
}
