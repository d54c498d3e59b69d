import { SubmitButton } from '#components/ui/button.tsx'
import { RadioGroup, Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { listAskedAbout } from '#db/live/questions/about.ts'
import { rootLanguage, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { MomentFields } from '../../calendar/moment-fields.tsx'
import { enter } from '../actions.ts'

export default async function NewQuestionPage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await currentSettings()
  const timeZone = settings?.timeZone ?? 'UTC'
  const languages = settings?.languages ?? [rootLanguage]
  const texts = await listAskedAbout({ language: languages[0] ?? rootLanguage, timeZone, now }, '')
  const t = translator(user.language, 'questions')
  return (
    <Page
      heading={t('enter-heading')}
      crumb={{ href: '/studio/questions', label: t('heading') }}
      intro={t('enter-text')}
    >
      <ActionForm action={enter} className="form short">
        <TextArea name="text" label={t('field-text')} rows={5} max={5_000} />
        <Select
          name="about"
          label={t('field-about')}
          placeholder={t('something-else')}
          options={texts.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <MomentFields day={isoDay(now, timeZone)} time="" timeZone={timeZone} />
        <div className="two">
          <TextField name="name" label={t('field-name')} />
          <TextField name="outlet" label={t('field-outlet')} />
        </div>
        <div className="two">
          <TextField name="phone" type="tel" label={t('field-phone')} />
          <TextField name="email" type="email" label={t('field-email')} />
        </div>
        {languages.length > 1 ? (
          <RadioGroup
            name="language"
            label={t('field-language')}
            defaultValue={languages[0]}
            options={languages.map((code) => ({ value: code, label: rulesOf(code).name }))}
          />
        ) : (
          <input type="hidden" name="language" value={languages[0]} />
        )}
        <div>
          <SubmitButton>{t('enter-save')}</SubmitButton>
        </div>
      </ActionForm>
    </Page>
  )
}
