import { SubmitButton } from '#components/ui/button.tsx'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { listOrganisations } from '#db/organisations.ts'
import { may } from '#db/permissions.ts'
import { lastContactOf } from '#db/releases/last-used.ts'
import { kinds } from '#db/types.ts'
import { rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { makePerson, reach } from '../[id]/making/actions.ts'
import { startRelease } from '../actions.ts'
import { OpenFile } from '../open-file.tsx'
import { organisationsToPick, peopleToPick } from '../to-pick.ts'
import { ContactField } from './contact-field.tsx'

type Props = { searchParams: Promise<{ title?: string | string[] }> }

export default async function NewReleasePage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const { title } = await searchParams
  const settings = await currentSettings()
  const languages = settings?.languages ?? [user.language]
  const [people, organisations, usual] = await Promise.all([
    peopleToPick(user.language, new Date(), languages),
    listOrganisations(user.language),
    lastContactOf(user.id),
  ])
  const t = translator(user.language, 'releases')
  const kindName = translator(user.language, 'kinds')
  return (
    <Page heading={t('new')} crumb={{ href: '/studio/releases', label: t('heading') }} intro={t('new-intro')}>
      <ActionForm
        action={startRelease}
        className="form short"
        refusedHeading={t('not-started')}
        askBeforeLeaving={false}
      >
        {typeof title === 'string' && title.trim() && (
          <TextField name="title" label={t('title')} defaultValue={title.trim()} max={300} />
        )}
        <RadioGroup
          name="kind"
          label={t('kind')}
          defaultValue="press"
          options={kinds.map((kind) => ({ value: kind, label: kindName(kind), hint: t(`kind-${kind}`) }))}
        />
        {languages.length > 1 ? (
          <RadioGroup
            name="language"
            label={t('language')}
            hint={t('language-hint')}
            defaultValue={languages[0]}
            options={languages.map((code) => ({ value: code, label: rulesOf(code).name }))}
          />
        ) : (
          <input type="hidden" name="language" value={languages[0]} />
        )}
        <ContactField
          people={people}
          usual={usual}
          mayMake={may(user, 'edit-people') && may(user, 'edit-organisations')}
          making={{ makePerson, reach }}
          organisations={organisationsToPick(organisations, user.language)}
          language={languages[0] ?? user.language}
        />
        <div>
          <SubmitButton>{t('start')}</SubmitButton>
        </div>
        <OpenFile />
      </ActionForm>
    </Page>
  )
}
