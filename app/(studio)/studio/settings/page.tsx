import { notFound } from 'next/navigation'
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { footYearForms } from '#db/types.ts'
import { crawlPurposes } from '#lib/crawlers.ts'
import { aiDisclosures } from '#lib/document/ai-use.ts'
import { languages, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { timeZoneOptions } from '../../time-zones.ts'
import { Accent } from './accent.tsx'
import { save } from './actions.ts'
import { LocalTexts } from './local-texts.tsx'
import { QuestionSettings } from './question-settings.tsx'

export default async function SettingsPage() {
  const owner = await requireRole('owner')
  const settings = await currentSettings()
  if (!settings) notFound()
  const t = translator(owner.language, 'settings')
  return (
    <Page heading={t('heading')}>
      <ActionForm action={save} version={settings.version}>
        <FormSection id="newsroom" heading={t('newsroom')} text={t('newsroom-text')}>
          <TextField name="name" label={t('name')} defaultValue={settings.name} autoComplete="organization" />
          <div className="two">
            <TextField
              name="foundedYear"
              label={t('founded')}
              defaultValue={settings.foundedYear}
              inputMode="numeric"
              size={6}
              inputClassName="auto num"
            />
            <Select
              name="timeZone"
              label={t('time-zone')}
              hint={t('time-zone-hint')}
              defaultValue={settings.timeZone}
              options={timeZoneOptions(owner.language, new Date())}
            />
          </div>
          <CheckboxGroup
            name="languages[]"
            label={t('languages')}
            defaultValue={settings.languages}
            options={languages.map((code) => ({
              value: code,
              label: rulesOf(code).name,
              hint: `${pathTo(code, 'news')}/…`,
            }))}
          />
        </FormSection>
        <FormSection id="colour" heading={t('colour')}>
          <Accent defaultValue={settings.accent} />
        </FormSection>
        <FormSection id="press-desk" heading={t('press-desk')} text={t('press-desk-text')}>
          <div className="two">
            <TextField name="pressPhone" label={t('phone')} defaultValue={settings.pressPhone} type="tel" />
            <TextField name="pressEmail" label={t('email')} defaultValue={settings.pressEmail} type="email" />
          </div>
          <LocalTexts
            names={['pressDeskName', 'pressDeskHours', 'embargoTerms']}
            settings={settings}
            language={owner.language}
          />
        </FormSection>
        <QuestionSettings settings={settings} language={owner.language} />
        <FormSection id="standing-texts" heading={t('standing-texts')} text={t('standing-texts-text')}>
          <LocalTexts
            names={['tagline', 'boilerplate', 'readingBarLabel']}
            settings={settings}
            language={owner.language}
          />
        </FormSection>
        <FormSection id="foot" heading={t('foot')} text={t('foot-text')}>
          <LocalTexts names={['address', 'legal']} settings={settings} language={owner.language} />
          <RadioGroup
            name="footYears.form"
            label={t('foot-years')}
            options={footYearForms.map((form) => ({ value: form, label: t(`foot-${form}`) }))}
            defaultValue={settings.footYears.form}
          />
          <TextField
            name="footYears.year"
            label={t('foot-year')}
            hint={t('foot-year-hint')}
            defaultValue={settings.footYears.year ?? ''}
            inputMode="numeric"
            size={6}
            inputClassName="auto num"
          />
        </FormSection>
        <FormSection id="checks" heading={t('checks')} text={t('checks-text')}>
          <TextField
            name="lixTarget"
            label={t('lix-target')}
            hint={t('lix-target-hint')}
            defaultValue={settings.lixTarget}
            inputMode="numeric"
            size={6}
            inputClassName="auto num"
          />
        </FormSection>
        <FormSection id="review" heading={t('review')} text={t('review-text')}>
          <Checkbox
            name="twoPairsOfEyes"
            label={t('two-pairs')}
            hint={t('two-pairs-hint')}
            defaultChecked={settings.twoPairsOfEyes}
          />
        </FormSection>
        <FormSection id="ai" heading={t('ai')} text={t('ai-text')}>
          <RadioGroup
            name="aiDisclosure"
            label={t('ai-shown')}
            options={aiDisclosures.map((where) => ({ value: where, label: t(`ai-${where}`) }))}
            defaultValue={settings.aiDisclosure}
          />
        </FormSection>
        <FormSection id="crawlers" heading={t('crawlers')} text={t('crawlers-text')}>
          <CheckboxGroup
            name="crawlers[]"
            label={t('crawlers-for')}
            hint={t('crawlers-hint')}
            defaultValue={settings.crawlers}
            options={crawlPurposes.map((purpose) => ({
              value: purpose,
              label: t(`crawlers-${purpose}`),
              hint: t(`crawlers-${purpose}-hint`),
            }))}
          />
        </FormSection>
        <FormSection id="law" heading={t('law')} text={t('law-text')}>
          <ul className="stack">
            <li>
              <a href="/studio/settings/accessibility">{t('accessibility-link')}</a>
            </li>
            <li>
              <a href="/studio/settings/privacy">{t('privacy-link')}</a>
            </li>
            <li>
              <a href="/studio/feedback">{t('feedback-link')}</a>
            </li>
          </ul>
        </FormSection>
        <SaveBar />
      </ActionForm>
    </Page>
  )
}
