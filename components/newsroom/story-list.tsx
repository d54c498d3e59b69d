import type { LiveStory } from '#db/live/releases.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { type Clock, yearIn } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { CalendarDate } from './date-time.tsx'
import { Picture } from './picture.tsx'

/** Whether dates need their year: not while all of them are from this one. */
const spanYears = (dates: Date[], { timeZone, now }: Clock & { now: Date }): boolean =>
  dates.some((date) => yearIn(date, timeZone) !== yearIn(now, timeZone))

/**
 * Stories in rows. `level` is that of their headings, and `years` whether dates show the year. With `opening` the first
 * is set larger, with how it begins and its picture.
 */
export function StoryList({
  stories,
  clock,
  level = 3,
  years,
  pictures = true,
  opening = false,
  why,
  firstPart,
}: {
  stories: LiveStory[]
  clock: Clock & { now: Date }
  level?: 2 | 3
  years?: boolean
  pictures?: boolean
  opening?: boolean
  /** Returns why the story is shown on this page; it stands in the place of the topic. */
  why?: (id: string) => string
  /** For parts of a series in order: the number of the first. */
  firstPart?: number
}) {
  const Heading = `h${level}` as const
  const List = firstPart === undefined ? 'ul' : 'ol'
  const t = translator(clock.language, 'newsroom')
  const year =
    years ??
    spanYears(
      stories.map((story) => story.publishAt),
      clock,
    )
  return (
    <List className="stories rows" start={firstPart}>
      {stories.map(({ id, slug, title, kind, topic, publishAt, image, summary, lead }, index) => {
        const thumb = pictures ? image : undefined
        const isOpening = opening && index === 0
        const intro = isOpening && (summary || lead[0])
        return (
          <li key={id} className={[isOpening && 'opening', thumb && 'pic'].filter(Boolean).join(' ') || undefined}>
            <p className="when">
              {firstPart !== undefined && (
                <>
                  <span className="kicker">{t('part-number', { number: firstPart + index })}</span>
                  <br />
                </>
              )}
              <CalendarDate date={publishAt} clock={clock} year={year} />
            </p>
            <div>
              <Heading className="story">
                <a href={pathTo(clock.language, 'news', slug)}>{hyphenateText(title, clock.language)}</a>
              </Heading>
              {intro && <p className="begins">{hyphenateText(intro, clock.language)}</p>}
              <p className="what-kind">
                {hyphenateText(
                  [messagesIn(clock.language).kinds[kind], why ? why(id) : topic]
                    .filter(Boolean)
                    .join(why ? '. ' : ', '),
                  clock.language,
                )}
              </p>
            </div>
            {thumb && (
              <div className="thumb">
                <Picture image={thumb} alt="" size={isOpening ? 'opening' : 'thumb'} />
              </div>
            )}
          </li>
        )
      })}
    </List>
  )
}
