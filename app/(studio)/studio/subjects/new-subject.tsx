import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { getSettings } from '#db/settings.ts'
import { translator } from '#lib/messages.ts'
import { create, type SubjectSection } from './actions.ts'
import { SubjectFields } from './subject-fields.tsx'

interface Props {
  place: SubjectSection
  editor: User
}

/** The form for a new topic or series. */
export async function NewSubject({ place, editor }: Props) {
  const t = translator(editor.language, 'subjects')
  const own = translator(editor.language, place)
  const languages = (await getSettings())?.languages ?? [editor.language]
  return (
    <Page
      heading={own('new')}
      crumb={{ href: `/studio/${place}`, label: own('heading') }}
      intro={t('one-language-is-enough')}
    >
      <ActionForm action={create.bind(null, place)}>
        <SubjectFields place={place} texts={{}} languages={languages} language={editor.language} />
        <SaveBar cancelHref={`/studio/${place}`}>
          <SubmitButton>{own('create')}</SubmitButton>
        </SaveBar>
      </ActionForm>
    </Page>
  )
}
