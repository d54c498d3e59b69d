import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveAccessibility } from '#db/live/statements.ts'
import type { AccessibilityIssue } from '#db/types.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatDay } from '#lib/time/format.ts'
import styles from './accessibility-statement.module.css'
import { paragraphs } from './layout/boilerplate.tsx'
import { PageHead } from './layout/page-head.tsx'
import { PageSection } from './layout/page-section.tsx'

const supervisor = 'https://www.digg.se/tdosanmalan'

interface Props {
  statement: LiveAccessibility
  newsroom: LiveNewsroom
  /** The form for feedback. */
  children: ReactNode
}

/** The statement in plain words. The newsroom's own words are marked with their language where that is another. */
export function AccessibilityStatement({ statement, newsroom, children }: Props) {
  const { language } = newsroom
  const t = translator(language, 'statement')
  const { actor, service, assessor, method, textLanguage, issues, burdens, outOfScope } = statement
  const own = textLanguage === language ? {} : { lang: textLanguage }
  const day = (iso: string) => formatDay(new Date(`${iso}T12:00:00Z`), { language, timeZone: 'UTC' })
  const email = statement.feedbackEmail || newsroom.pressEmail
  return (
    <>
      <PageHead title={withSoftHyphens(t('title', { service }), language)}>
        <p className="intro">{t('intro', { actor, service })}</p>
      </PageHead>
      <div className="after">
        <PageSection id="status" title={t('status')}>
          <p className="text">{t(`status-${statement.conformity}`, { service })}</p>
        </PageSection>
        {issues.length > 0 && (
          <PageSection id="issues" title={t('issues')}>
            {issues.map((issue) => (
              <div key={`${issue.what} ${issue.where}`} className={styles.issue} {...own}>
                <Issue issue={issue} textLanguage={textLanguage} language={language} />
              </div>
            ))}
          </PageSection>
        )}
        {burdens.length > 0 && (
          <PageSection id="burdens" title={t('burdens')}>
            {burdens.map(({ content, motivation }) => (
              <div key={`${content} ${motivation}`} className={styles.issue} {...own}>
                {content && <h3>{hyphenateText(content, textLanguage)}</h3>}
                {motivation && <p className="text lines">{hyphenateText(motivation, textLanguage)}</p>}
              </div>
            ))}
          </PageSection>
        )}
        {outOfScope && (
          <PageSection id="out-of-scope" title={t('out-of-scope')}>
            {paragraphs(outOfScope).map((text) => (
              <p key={text} className="text" {...own}>
                {hyphenateText(text, textLanguage)}
              </p>
            ))}
          </PageSection>
        )}
        <PageSection id="contact" title={t('contact')}>
          <p className="text">
            {email
              ? t.rich('contact-text', { email: () => <a href={`mailto:${email}`}>{email}</a> })
              : t('contact-text-form')}
          </p>
          {children}
        </PageSection>
        <PageSection id="tested" title={t('tested')}>
          <p className="text">
            {t(`method-${method}${assessor ? '-by' : ''}` as 'method-self-by', { actor, assessor })}{' '}
            {statement.assessedOn && t('assessed', { day: day(statement.assessedOn) })}{' '}
            {statement.updatedOn && t('updated', { day: day(statement.updatedOn) })}
          </p>
        </PageSection>
        <PageSection id="supervision" title={t('supervision')}>
          <p className="text">{t.rich('supervision-text', { a: (words) => <a href={supervisor}>{words}</a> })}</p>
        </PageSection>
      </div>
    </>
  )
}

function Issue({
  issue,
  textLanguage,
  language,
}: {
  issue: AccessibilityIssue
  textLanguage: Language
  language: Language
}) {
  const t = translator(language, 'statement')
  const facts = [
    ['where', issue.where],
    ['why', issue.why],
    ['clause', issue.clause],
    ['alternative', issue.alternative],
    ['fix', issue.plannedFix],
  ] as const
  const said = facts.filter(([, text]) => text)
  return (
    <>
      <h3>{hyphenateText(issue.what, textLanguage)}</h3>
      {said.length > 0 && (
        <dl>
          {said.map(([name, text]) => (
            <div key={name}>
              <dt lang={language}>{t(name)}</dt>
              <dd className="lines">{hyphenateText(text, textLanguage)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
