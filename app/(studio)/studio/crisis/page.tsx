import { SubmitButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Page } from '#components/ui/page.tsx'
import { isCrisisOn, type ListedStatement, listCrisisStatements } from '#db/crisis/prepared.ts'
import { formatLanguages } from '#lib/format.ts'
import { rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { prepare } from './actions.ts'
import styles from './crisis.module.css'

/** What is prepared for a crisis, what is on, and what has been; and where to prepare more. */
export default async function CrisisPage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const [settings, statements] = await Promise.all([currentSettings(), listCrisisStatements()])
  const languages = settings?.languages ?? [user.language]
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const t = translator(user.language, 'crisis')
  return (
    <Page
      heading={t('heading')}
      crumb={{ href: '/studio/releases', label: translator(user.language, 'releases')('heading') }}
      intro={t('intro')}
    >
      {statements.length === 0 ? (
        <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
      ) : (
        <ul className={styles.statements} aria-label={t('list')}>
          {statements.map((statement) => (
            <Row key={statement.storyId} statement={statement} clock={clock} />
          ))}
        </ul>
      )}
      <section className="form-sec" aria-labelledby="h-prepare">
        <header>
          <h2 id="h-prepare">{t('prepare')}</h2>
          <p>{t('prepare-text')}</p>
        </header>
        <div className="body">
          <ActionForm action={prepare} className={styles.form} refusedHeading={t('not-begun')} askBeforeLeaving={false}>
            <TextField name="title" label={t('title')} hint={t('title-hint')} max={200} />
            {languages.length > 1 ? (
              <RadioGroup
                name="language"
                label={t('language')}
                defaultValue={languages[0]}
                options={languages.map((code) => ({ value: code, label: rulesOf(code).name }))}
              />
            ) : (
              <input type="hidden" name="language" value={languages[0]} />
            )}
            <div>
              <SubmitButton look="plain" icon="plus">
                {t('begin')}
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      </section>
    </Page>
  )
}

function Row({ statement, clock }: { statement: ListedStatement; clock: StudioClock }) {
  const t = translator(clock.language, 'crisis')
  const { storyId, versions, endedAt } = statement
  const isGone = versions.every(({ isWithdrawn }) => isWithdrawn)
  const state = isCrisisOn(statement)
    ? t('state-on')
    : endedAt
      ? t(isGone ? 'state-away' : 'state-over', { when: whenName(endedAt, clock) })
      : t('state-prepared')
  const spoken = formatLanguages(
    versions.map(({ language }) => language),
    clock.language,
  )
  return (
    <li data-on={isCrisisOn(statement) || undefined}>
      <Icon name={isCrisisOn(statement) ? 'warn' : 'moon'} />
      <div>
        <a className="t" href={`/studio/crisis/${storyId}`} lang={versions[0]?.language}>
          {versions[0]?.title.trim() || t('untitled')}
        </a>
        <p className="m">{[state, spoken].join(' · ')}</p>
      </div>
    </li>
  )
}
