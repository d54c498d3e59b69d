import { ButtonLink } from '#components/ui/button.tsx'
import { FindButton } from '#components/ui/find-button.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { listGivenUp } from '#db/outbox/deliveries.ts'
import { listDraftsOf, listGoingOut, listJustPublished, listPublishedIn } from '#db/releases/list.ts'
import { getStatementReminders, listExpiringPortraits } from '#db/reminders.ts'
import { getSettings } from '#db/settings.ts'
import { translator } from '#lib/messages.ts'
import { daysLater, twoWeeks } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { requireRole } from '../../auth.ts'
import { AutoRefresh } from './desk/auto-refresh.tsx'
import { Brief } from './desk/brief.tsx'
import { Drafts } from './desk/drafts.tsx'
import { GoingOut } from './desk/going-out.tsx'
import { JustPublished } from './desk/just-published.tsx'
import { Problems } from './desk/problems.tsx'
import { Strip } from './desk/strip.tsx'

/** How many days before a portrait's consent ends the desk shows it. */
const warnDays = 30

export default async function DeskPage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const timeZone = (await getSettings())?.timeZone ?? 'UTC'
  const clock = { language: user.language, timeZone, now }
  const today = isoDay(now, timeZone)
  const days = twoWeeks(today)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const [drafts, goingOut, published, publishedInPeriod, portraits, statements, givenUp] = await Promise.all([
    listDraftsOf(user.id, now, 6),
    listGoingOut(now),
    listJustPublished(now, 4),
    listPublishedIn(startOfDay(first, timeZone), startOfDay(daysLater(last, 1), timeZone), now),
    listExpiringPortraits(daysLater(today, warnDays)),
    getStatementReminders(daysLater(today, warnDays), now),
    listGivenUp(),
  ])
  const t = translator(user.language, 'studio')
  const isEmpty = drafts.length + goingOut.length + published.length === 0
  return (
    <main className="main" id="main" tabIndex={-1}>
      <PageTitle>{t('desk')}</PageTitle>
      <AutoRefresh />
      <header className="page-head">
        <Brief
          clock={clock}
          isEmpty={isEmpty}
          drafts={drafts.length}
          next={goingOut[0]?.goingOut?.at}
          problems={portraits.length + (statements.review ? 1 : 0) + (statements.unhandled ? 1 : 0) + givenUp.length}
        />
        <div className="actions">
          <ButtonLink look="primary" icon="plus" href="/studio/releases/new">
            {t('new-text')}
          </ButtonLink>
          <FindButton />
        </div>
      </header>
      <Strip days={days} published={publishedInPeriod} goingOut={goingOut} clock={clock} />
      <div className="desk-grid">
        <div className="stack">
          <Drafts releases={drafts} clock={clock} />
          <JustPublished releases={published} clock={clock} />
        </div>
        <div className="stack">
          <GoingOut releases={goingOut} clock={clock} />
          <Problems portraits={portraits} statements={statements} givenUp={givenUp} member={user} clock={clock} />
        </div>
      </div>
    </main>
  )
}
