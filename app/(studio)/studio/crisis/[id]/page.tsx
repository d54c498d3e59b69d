import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'
import { isCrisisOn } from '#db/crisis/prepared.ts'
import { may } from '#db/permissions.ts'
import { getRelease } from '#db/releases.ts'
import { languageName } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { DeskQuestions } from '../../questions/desk-questions.tsx'
import styles from '../crisis.module.css'
import { getCrisisPage } from '../crisis-page.ts'
import { LeftPaused } from './left-paused.tsx'
import { OnPanel } from './on-panel.tsx'
import { Prepared } from './prepared.tsx'
import { SwitchForm } from './switch-form.tsx'
import { UpdateForm } from './update-form.tsx'
import { UpdateList } from './update-list.tsx'

const today = ({ timeZone, now }: StudioClock) => ({ day: isoDay(now, timeZone), timeZone })

type Props = { params: Promise<{ id: string }> }

/** A statement: what it says and what is missing while it is prepared, and the updates once crisis mode is on. */
export default async function StatementPage({ params }: Props) {
  const user = await requireRole('contributor')
  const { id } = await params
  const now = new Date()
  const [settings, shown] = await Promise.all([currentSettings(), getCrisisPage(id, user, now)])
  if (!shown || !settings) notFound()
  const { statement, texts, updates, waiting, members } = shown
  const clock = { language: user.language, timeZone: settings.timeZone, now }
  const t = translator(user.language, 'crisis')
  const [first] = texts
  const live = first && statement.startedAt ? await getRelease(first.releaseId) : undefined
  const mayRun = may(user, 'run-crisis')
  return (
    <Page
      heading={first?.title.trim() || t('untitled')}
      crumb={{ href: '/studio/crisis', label: t('crumb') }}
      intro={
        isCrisisOn(statement)
          ? undefined
          : statement.endedAt
            ? t('state-over', { when: whenName(statement.endedAt, clock) })
            : t('state-prepared')
      }
      actions={
        live?.slug && !live.withdrawnAt ? (
          <ButtonLink icon="external" href={pathTo(live.language, 'news', live.slug)}>
            {t('show')}
          </ButtonLink>
        ) : (
          <>
            {first && !statement.startedAt && (
              <ButtonLink look="quiet" icon="eye" href={`/studio/releases/${first.releaseId}/preview`}>
                {t('see-it')}
              </ButtonLink>
            )}
            {texts.map(({ releaseId, language }) => (
              <ButtonLink key={releaseId} href={`/studio/releases/${releaseId}`}>
                {texts.length > 1 ? t('edit-in', { language: languageName(language, user.language) }) : t('edit')}
              </ButtonLink>
            ))}
          </>
        )
      }
    >
      <div className={styles.ready}>
        <div>
          {!statement.startedAt && <Prepared {...shown} languages={settings.languages} clock={clock} />}
          {isCrisisOn(statement) && mayRun && (
            <UpdateForm storyId={id} languages={settings.languages} {...today(clock)} />
          )}
          {statement.startedAt && (
            <UpdateList updates={updates} languages={settings.languages} mayCorrect={mayRun} clock={clock} />
          )}
        </div>
        {!statement.startedAt && (
          <SwitchForm
            storyId={id}
            texts={texts}
            waiting={waiting.map(({ title }) => title)}
            told={members.filter((member) => member.id !== user.id).map(({ name }) => name)}
            mayRun={mayRun}
            {...today(clock)}
          />
        )}
        {statement.endedAt && <LeftPaused waiting={waiting} clock={clock} />}
        {isCrisisOn(statement) && (
          <div className="stack">
            <OnPanel {...shown} languages={settings.languages} mayEnd={mayRun} clock={clock} />
            <DeskQuestions questions={shown.questions} memberId={user.id} mayTake={shown.mayTake} clock={clock} />
          </div>
        )}
      </div>
    </Page>
  )
}
