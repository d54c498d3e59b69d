import { SubmitButton } from '#components/ui/button.tsx'
import { RadioGroup, Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { peopleForPicker } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'
import { kinds } from '#db/types.ts'
import { rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { startRelease } from '../actions.ts'
import { OpenFile } from '../open-file.tsx'

type Props = { searchParams: Promise<{ title?: string | string[] }> }

export default async function NewReleasePage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const { title } = await searchParams
  const settings = await getSettings()
  const languages = settings?.languages ?? [user.language]
  const contacts = (await peopleForPicker(user.language, new Date())).filter((person) => person.pressContact)
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
        {contacts.length > 0 && (
          <Select
            name="contact"
            label={t('contact')}
            hint={t('contact-hint')}
            placeholder={t('no-contact')}
            defaultValue={contacts[0]?.id}
            options={contacts.map((person) => ({
              value: person.id,
              label: [person.name, person.role].filter(Boolean).join(', '),
            }))}
          />
        )}
        <div>
          <SubmitButton>{t('start')}</SubmitButton>
        </div>
        <OpenFile />
      </ActionForm>
    </Page>
  )
}
