import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioGroup, Switch } from '#components/ui/form/choice-field.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { getStatement } from '#db/statements.ts'
import { conformities } from '#db/types.ts'
import { languageName } from '#lib/format.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { saveAccessibility } from '../statement-actions.ts'
import { IssueRows } from './issue-rows.tsx'

export default async function AccessibilitySettingsPage() {
  const owner = await requireRole('owner')
  const settings = await currentSettings()
  if (!settings) notFound()
  const { content, version } = await getStatement('accessibility')
  const t = translator(owner.language, 'statement-pages')
  const { languages } = settings
  return (
    <Page
      heading={t('accessibility')}
      crumb={{ href: '/studio/settings', label: t('back') }}
      actions={
        content.isPublished && (
          <ButtonLink look="quiet" icon="external" href={pathTo(languages[0] ?? rootLanguage, 'accessibility')}>
            {t('see')}
          </ButtonLink>
        )
      }
    >
      <ActionForm action={saveAccessibility} version={version}>
        <FormSection id="assessment" heading={t('assessment')} text={t('assessment-text')}>
          <Switch
            name="isPublished"
            label={t('published')}
            hint={t('published-hint')}
            defaultChecked={content.isPublished}
          />
          <RadioGroup
            name="conformity"
            label={t('conformity')}
            defaultValue={content.conformity}
            options={conformities.map((value) => ({ value, label: t(`conformity-${value}`) }))}
          />
          <RadioGroup
            name="method"
            label={t('method')}
            defaultValue={content.method}
            options={(['self', 'external'] as const).map((value) => ({ value, label: t(`method-${value}`) }))}
          />
          <div className="two">
            <DateField name="assessedOn" label={t('assessed-on')} defaultValue={content.assessedOn} />
            <DateField name="updatedOn" label={t('updated-on')} defaultValue={content.updatedOn} />
          </div>
          <TextField
            name="feedbackEmail"
            label={t('email')}
            hint={t('email-hint')}
            type="email"
            defaultValue={content.feedbackEmail || settings.pressEmail}
          />
        </FormSection>
        {languages.map((code) => {
          const texts = content.texts[code]
          const named = (field: string) => `texts.${code}.${field}`
          return (
            <FormSection
              key={code}
              id={`words-${code}`}
              heading={t('words', { language: languageName(code, owner.language) })}
            >
              <TextField
                name={named('actor')}
                label={t('actor')}
                defaultValue={texts?.actor ?? settings.name}
                lang={code}
              />
              <TextField
                name={named('service')}
                label={t('service')}
                defaultValue={texts?.service ?? settings.name}
                lang={code}
              />
              <TextField
                name={named('assessor')}
                label={t('assessor')}
                defaultValue={texts?.assessor ?? ''}
                lang={code}
              />
              <h3>{t('issues')}</h3>
              <IssueRows kind="issues" language={code} rows={texts?.issues ?? []} />
              <h3>{t('burdens')}</h3>
              <IssueRows kind="burdens" language={code} rows={texts?.burdens ?? []} />
              <TextArea
                name={named('outOfScope')}
                label={t('out-of-scope')}
                defaultValue={texts?.outOfScope ?? ''}
                lang={code}
                max={2_000}
              />
            </FormSection>
          )
        })}
        <SaveBar cancelHref="/studio/settings" />
      </ActionForm>
    </Page>
  )
}
