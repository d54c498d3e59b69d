import { ButtonLink } from '#components/ui/button.tsx'
import { FindButton } from '#components/ui/find-button.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { UndoToast } from '#components/ui/undo-toast.tsx'
import type { FirstSteps as Steps } from '#db/first-steps.ts'
import { may } from '#db/permissions.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../auth.ts'
import { currentSettings } from '../current-settings.ts'
import { showSteps } from './desk/actions.ts'
import { AutoRefresh } from './desk/auto-refresh.tsx'
import { Brief } from './desk/brief.tsx'
import { CommentNotices } from './desk/comment-notices.tsx'
import { getDesk } from './desk/desk-page.ts'
import { Drafts } from './desk/drafts.tsx'
import { FillIn } from './desk/fill-in.tsx'
import { FirstSteps } from './desk/first-steps.tsx'
import { GoingOut } from './desk/going-out.tsx'
import { JustPublished } from './desk/just-published.tsx'
import { OnCall } from './desk/on-call.tsx'
import { Problems } from './desk/problems.tsx'
import { ReadersNow } from './desk/readers-now.tsx'
import { WaitsForOthers, WaitsForReading, WaitsForReview } from './desk/reviews.tsx'
import { StepsEnd } from './desk/steps-end.tsx'
import { Strip } from './desk/strip.tsx'
import { Told } from './desk/told.tsx'
import { DeskQuestions } from './questions/desk-questions.tsx'

type Props = { searchParams: Promise<{ steps?: string | string[] }> }

export default async function DeskPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await currentSettings()
  const timeZone = settings?.timeZone ?? 'UTC'
  const clock = { language: user.language, timeZone, now }
  const desk = await getDesk(user, { timeZone, now })
  const { days, drafts, goingOut, published, publishedInPeriod } = desk
  const { portraits, statements, givenUp, late, steps, isOver, notices, stubs, logCheck } = desk
  const { forReview, forReading, withOthers, told, toReview, deadLinks } = desk
  const t = translator(user.language, 'studio')
  const isEmpty = drafts.length + forReview.length + goingOut.length + published.length === 0
  const mayPublish = may(user, 'publish', { createdBy: null })
  const isHidden = !steps && !isOver
  const brokenLog = logCheck?.problem ? logCheck : undefined
  const problems =
    portraits.length +
    toReview.length +
    (statements.review ? 1 : 0) +
    (statements.unhandled ? 1 : 0) +
    givenUp.length +
    late.length +
    deadLinks.length +
    (brokenLog ? 1 : 0)
  return (
    <main className="main" id="main" tabIndex={-1}>
      <PageTitle>{t('desk')}</PageTitle>
      <AutoRefresh />
      <header className="page-head">
        <Brief
          clock={clock}
          isEmpty={isEmpty}
          mayPublish={mayPublish}
          steps={steps && stepsLeft(steps)}
          isFirst={published.length === 1 && isFresh(published[0]?.publishAt, now)}
          questions={desk.questions.length}
          reviews={forReview.length}
          afterwards={forReading.length}
          comments={notices.reduce((sum, { count }) => sum + count, 0)}
          told={told.filter(({ isUnread }) => isUnread).length}
          drafts={drafts.length}
          next={goingOut[0]?.goingOut?.at}
          problems={problems}
          stubs={stubs}
        />
        <div className="actions">
          <ButtonLink look={steps ? 'plain' : 'primary'} icon="plus" href="/studio/releases/new">
            {t('new-text')}
          </ButtonLink>
          <FindButton />
        </div>
      </header>
      {!isEmpty && <Strip days={days} published={publishedInPeriod} goingOut={goingOut} clock={clock} />}
      <div className="desk-grid">
        <div className="stack">
          {steps && <FirstSteps steps={steps} newsroom={settings?.name ?? ''} member={user} language={user.language} />}
          <OnCall {...desk.duty} deskPhone={settings?.pressPhone ?? ''} member={user} clock={clock} />
          <DeskQuestions questions={desk.questions} memberId={user.id} mayTake={desk.mayTake} clock={clock} />
          <WaitsForReview releases={forReview} clock={clock} />
          <WaitsForReading releases={forReading} clock={clock} />
          <Told told={told} clock={clock} />
          <CommentNotices notices={notices} clock={clock} />
          {(!steps || drafts.length > 0) && (
            <Drafts
              releases={drafts}
              texts={desk.texts}
              stubs={new Set(stubs.map(({ id }) => id))}
              mayPublish={mayPublish}
              clock={clock}
            />
          )}
          {!steps && <JustPublished releases={published} clock={clock} />}
        </div>
        <div className="stack">
          <GoingOut releases={goingOut} clock={clock} />
          {steps && <ReadersNow path={pathTo(settings?.languages[0] ?? rootLanguage)} language={user.language} />}
          {(!steps || problems > 0) && (
            <Problems
              portraits={portraits}
              statements={statements}
              toReview={toReview}
              givenUp={givenUp}
              late={late}
              deadLinks={deadLinks}
              brokenLog={brokenLog}
              member={user}
              clock={clock}
            />
          )}
          <WaitsForOthers releases={withOthers} clock={clock} />
          <FillIn stubs={stubs} language={user.language} />
        </div>
      </div>
      <StepsEnd now={steps ? 'shown' : isHidden ? 'hidden' : published.length > 0 ? 'published' : 'taken'} />
      {isHidden && mayPublish && (await searchParams).steps === 'hidden' && (
        <UndoToast action={showSteps} undo={t('undo')}>
          {translator(user.language, 'first-steps')('hidden')}
        </UndoToast>
      )}
    </main>
  )
}

const stepsLeft = ({ words, person, picture, text }: Steps): number =>
  [words.missing.length === 0, person, picture, text].filter((step) => !step).length

/** Whether something has happened within a day. */
const isFresh = (at: Date | null | undefined, now: Date): boolean =>
  Boolean(at && now.getTime() - at.getTime() < 86_400_000)
