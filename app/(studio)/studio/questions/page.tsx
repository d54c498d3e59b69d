import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may } from '#db/permissions.ts'
import { questionsPerPage } from '#db/questions/queue.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { Opened } from './opened.tsx'
import { PressViews } from './press-views.tsx'
import styles from './questions.module.css'
import { getQuestionsPage, questionsPath } from './questions-page.ts'
import { ClosedQuestions, Queue } from './queue.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function QuestionsPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await currentSettings()
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const shown = await getQuestionsPage(user, await searchParams, now)
  const { view, page, id, listed, lately, opened, closed, mayTake } = shown
  const t = translator(user.language, 'questions')
  const place = { view, page }
  return (
    <Page
      heading={t('heading')}
      intro={
        settings?.questions.isOpen === false && (
          <>
            {t('form-closed')}{' '}
            {may(user, 'edit-settings') ? (
              <a href="/studio/settings#questions">{t('form-open-it')}</a>
            ) : (
              t('form-ask-owner')
            )}
          </>
        )
      }
      actions={
        <>
          <ButtonLink icon="plus" href="/studio/questions/new">
            {t('enter')}
          </ButtonLink>
          {may(user, 'keep-questions') && (
            <form method="post" action="/studio/questions/export">
              <button type="submit" className="button">
                {t('export')}
              </button>
            </form>
          )}
        </>
      }
    >
      <PressViews here="questions" language={user.language} now={now} />
      <div className={styles.beside}>
        <div>
          <div className={styles.head}>
            <h2>{t(view === 'closed' ? 'closed' : 'waiting')}</h2>
            <span className="muted">{shown.total}</span>
            {view === 'closed' ? (
              <a href={questionsPath({})}>{t('waiting')}</a>
            ) : (
              closed > 0 && <a href={questionsPath({ view: 'closed' })}>{t('closed-count', { count: closed })}</a>
            )}
          </div>
          {view === 'open' && listed.length > 0 && (
            <Queue questions={listed} place={place} openId={id} user={user} mayTake={mayTake} clock={clock} />
          )}
          {view === 'closed' && listed.length > 0 && (
            <ClosedQuestions questions={listed} place={place} openId={id} clock={clock} />
          )}
          {listed.length === 0 && (
            <EmptyState heading={t(view === 'closed' ? 'none-closed' : 'none')}>
              {view === 'open' && t('none-text')}
            </EmptyState>
          )}
          <Pages {...shown} language={user.language} />
          {shown.average !== undefined && (
            <p className={`muted ${styles.below}`}>{averageText(shown.average, user.language)}</p>
          )}
          {lately.length > 0 && (
            <>
              <div className={styles.head}>
                <h2>{t('closed-lately')}</h2>
              </div>
              <ClosedQuestions questions={lately} place={place} openId={id} clock={clock} />
            </>
          )}
        </div>
        {opened && (
          <Opened
            {...opened}
            members={shown.members}
            user={user}
            mayTake={mayTake}
            isOnDuty={shown.isOnDuty}
            keptDays={settings?.questions.keptDays ?? 0}
            clock={clock}
          />
        )}
      </div>
    </Page>
  )
}

function Pages(props: { view: string; page: number; pages: number; total: number; language: Language }) {
  const { view, page, pages, total, language } = props
  const t = translator(language, 'questions')
  if (pages === 1) return null
  const way = (to: number, label: string) => ({ href: questionsPath({ view, page: to }), label })
  const first = (page - 1) * questionsPerPage + 1
  const last = Math.min(total, page * questionsPerPage)
  return (
    <Pager
      label={t('pages')}
      range={t('range', { first, last, total })}
      previous={page > 1 ? way(page - 1, t('newer')) : undefined}
      next={page < pages ? way(page + 1, t('older')) : undefined}
    />
  )
}

function averageText(minutes: number, language: Language): string {
  const t = translator(language, 'questions')
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60)]
  const span = days
    ? t('span-days', { days, hours: hours % 24 })
    : hours
      ? t('span-hours', { hours, minutes: minutes % 60 })
      : t('span-minutes', { minutes: Math.max(1, minutes) })
  return t('average', { minutes: Math.max(1, minutes), span })
}
