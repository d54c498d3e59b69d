import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { getSettings } from '#db/settings.ts'
import type { FormState } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import type { SubjectPlace } from './form-answers.ts'
import { SubjectFields } from './subject-fields.tsx'

interface Props {
  place: SubjectPlace
  editor: User
  create: (previous: FormState, data: FormData) => Promise<FormState>
}

/** The form for a new topic or series. */
export async function NewSubject({ place, editor, create }: Props) {
  const t = translator(editor.language, 'subjects')
  const own = translator(editor.language, place)
  const languages = (await getSettings())?.languages ?? [editor.language]
  return (
    <Page
      heading={own('new')}
      crumb={{ href: `/studio/${place}`, label: own('heading') }}
      intro={t('one-language-is-enough')}
    >
      <ActionForm action={create}>
        <SubjectFields place={place} texts={{}} languages={languages} language={editor.language} />
        <SaveBar cancelHref={`/studio/${place}`}>
          <SubmitButton>{own('create')}</SubmitButton>
        </SaveBar>
      </ActionForm>
    </Page>
  )
}
