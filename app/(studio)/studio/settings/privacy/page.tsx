import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextArea } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { getStatement } from '#db/statements.ts'
import { languageName } from '#lib/format.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { savePrivacy } from '../statement-actions.ts'

export default async function PrivacySettingsPage() {
  const owner = await requireRole('owner')
  const settings = await currentSettings()
  if (!settings) notFound()
  const { content, version } = await getStatement('privacy')
  const t = translator(owner.language, 'statement-pages')
  return (
    <Page
      heading={t('privacy')}
      crumb={{ href: '/studio/settings', label: t('back') }}
      actions={
        <ButtonLink look="quiet" icon="external" href={pathTo(settings.languages[0] ?? rootLanguage, 'privacy')}>
          {t('see')}
        </ButtonLink>
      }
    >
      <ActionForm action={savePrivacy} version={version}>
        <FormSection id="words" heading={t('privacy')} text={t('privacy-text')}>
          {settings.languages.map((code) => (
            <TextArea
              key={code}
              name={`texts.${code}`}
              label={t('privacy-own', { language: languageName(code, owner.language) })}
              hint={t('privacy-hint')}
              defaultValue={content.texts[code] ?? ''}
              rows={12}
              max={20_000}
              lang={code}
            />
          ))}
        </FormSection>
        <SaveBar cancelHref="/studio/settings" />
      </ActionForm>
    </Page>
  )
}
