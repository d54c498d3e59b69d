import { Initials } from '#components/ui/brand-mark.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { LogEntry } from '#db/events/log.ts'
import { type Things, thingKey } from '#db/events/things.ts'
import { formatNumber } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { capital, clockTime, dayName, longDay, type StudioClock } from '#lib/time/phrases.ts'
import { EntryRow } from './entry-row.tsx'
import { detailsOf, fieldName, ownText, theNoun, valueText, verbName, whence, whoText } from './words.ts'

interface Props {
  entries: LogEntry[]
  things: Things
  clock: StudioClock
  /** The post that is asked for, which is unfolded. */
  post: number | undefined
}

/** The entries of a page, latest first. */
export function LogTable({ entries, things, clock, post }: Props) {
  const t = translator(clock.language, 'audit-log')
  return (
    <table className="sheet log">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('whence')}</th>
          <th scope="col">
            <span className="vh">{t('before-and-after')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.event.id} {...{ entry, things, clock }} open={entry.post !== null && entry.post === post} />
        ))}
      </tbody>
    </table>
  )
}

function Entry({ entry, things, clock, open }: { entry: LogEntry; open: boolean } & Pick<Props, 'things' | 'clock'>) {
  const { event } = entry
  const { language } = clock
  const t = translator(language, 'audit-log')
  const who = whoText(entry, language)
  const time = clockTime(event.at, clock)
  const seconds = String(event.at.getUTCSeconds()).padStart(2, '0')
  const what = `${verbName(event.verb, language)} ${theNoun(event.noun, language)} ${event.name ?? ''}`.trim()
  return (
    <EntryRow label={t('before-and-after-of', { what, time })} open={open} detail={<Detail {...{ entry, clock }} />}>
      <td className="c-time">
        <time dateTime={event.at.toISOString()}>
          {capital(dayName(event.at, clock))} {time}:{seconds}
        </time>
      </td>
      <td className="c-whom">
        <span className="who">
          {event.actorId && event.actorKind === null ? (
            <Initials name={who} />
          ) : (
            <span className="initials" aria-hidden="true">
              <Icon name={event.actorKind === 'guest' ? 'external' : 'clock'} small />
            </span>
          )}
          {who}
        </span>
      </td>
      <td className="c-title">
        <b>{verbName(event.verb, language)}</b> <Thing {...{ entry, things, clock }} />
        {event.details?.reason !== undefined && <p className="m">{event.details.reason}</p>}
        {event.erasedAt && <p className="m">{erasedText(event.erasedAt, clock)}</p>}
      </td>
      <td className="c-from">{whence(entry, language)}</td>
    </EntryRow>
  )
}

const erasedText = (at: Date, { language, timeZone }: StudioClock) =>
  translator(language, 'audit-log')('erased', { day: longDay(isoDay(at, timeZone), language) })

/** What it was done to, with a link while it is still there. What belongs to a text leads to the text. */
function Thing({ entry: { event, member }, things, clock }: { entry: LogEntry } & Pick<Props, 'things' | 'clock'>) {
  const { language } = clock
  const t = translator(language, 'audit-log')
  const thing = things.get(thingKey(event))
  // A text has often no title yet when it is begun.
  const name = event.name || (event.targetId === 'unknown' ? t('unknown-account') : thing?.title)
  const noun = theNoun(event.noun, language)
  if (event.noun === 'user' && event.targetId === event.actorId) return ownText(event, language)
  return (
    <>
      {name && `${noun} `}
      {thing ? <a href={thing.href}>{name || noun}</a> : name || noun}
      {thing?.title && thing.title !== name && <>, {thing.title}</>}
      {event.actorKind === 'clock' && member && `, ${t('scheduled-by', { name: member })}`}
    </>
  )
}

/** What was before and after, and where in the chain it stands. */
function Detail({ entry, clock }: { entry: LogEntry; clock: StudioClock }) {
  const { event, post, hash } = entry
  const { language } = clock
  const t = translator(language, 'audit-log')
  const changes = event.changes ?? []
  const details = detailsOf(entry, clock)
  const side = (which: 'before' | 'after') => (
    <div>
      <p className="cap">{t(which)}</p>
      {changes.map((change) => (
        <p key={change.field} className="value">
          {fieldName(change.field, language)}: {valueText(change.field, change[which], clock)}
        </p>
      ))}
    </div>
  )
  return (
    <div className="beforeafter">
      {changes.length > 0 && (
        <>
          {side('before')}
          {side('after')}
        </>
      )}
      {details.length > 0 && (
        <div className="wide">
          {details.map(({ name, value }) => (
            <p key={name}>
              {name}: {value}
            </p>
          ))}
        </div>
      )}
      <p className="wide">
        {post === null ? t('no-post') : t('post', { post: formatNumber(post, language) })}
        {event.address && ` · ${t('address', { address: event.address })}`}
        {hash && (
          <>
            {' · '}
            {t('chain')} <code>{shortHash(hash)}</code>
          </>
        )}
      </p>
    </div>
  )
}

const shortHash = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`
