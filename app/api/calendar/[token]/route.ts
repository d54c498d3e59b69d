import type { NextRequest } from 'next/server'
import { listCalendar } from '#db/calendar/entries.ts'
import { openCalendarLink } from '#db/calendar/links.ts'
import { getSettings } from '#db/settings.ts'
import { absolute } from '#lib/env.ts'
import { iCalendar } from '#lib/formats/icalendar.ts'
import { translator } from '#lib/messages.ts'
import { daysLater } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { opensNothing } from '../../../(preview)/guest-answer.ts'
import { entryText } from '../../../(studio)/studio/calendar/entry-text.ts'

/** How many days the calendar holds, before today and from then on. */
const [past, ahead] = [31, 366]

/** Answers with the calendar of the member whose secret this is: titles and times, and never a text. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openCalendarLink((await params).token)
  if (!link) return opensNothing(request)
  const now = new Date()
  const settings = await getSettings()
  const timeZone = settings?.timeZone ?? 'UTC'
  const today = isoDay(now, timeZone)
  const entries = await listCalendar({
    ...{ from: daysLater(today, -past), until: daysLater(today, ahead) },
    ...{ member: link, timeZone, now },
  })
  const { host } = new URL(absolute('/'))
  const text = iCalendar({
    name: `${settings?.name ?? ''}: ${translator(link.language, 'calendar')('heading').toLocaleLowerCase(link.language)}`,
    events: entries.map((entry) => ({
      uid: `${entry.kind}-${entry.id}@${host}`,
      // Who has the calendar's address is not asked to keep an embargo.
      title: entry.isUnderEmbargo
        ? translator(link.language, 'calendar')(entry.kind === 'meeting' ? 'legend-meeting' : 'embargo-lifts')
        : entryText(entry, link.language),
      url: absolute(entry.href),
      at: entry.at ? { from: entry.at, until: entry.until } : { day: entry.day },
      isTentative: entry.kind === 'planned',
    })),
    now,
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="pressrum.ics"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  })
}
