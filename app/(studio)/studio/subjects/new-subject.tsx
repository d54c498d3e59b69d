import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { translator } from '#lib/messages.ts'
import { currentSettings } from '../../current-settings.ts'
import { create, type SubjectSection } from './actions.ts'
import { SubjectFields } from './subject-fields.tsx'

interface Props {
  section: SubjectSection
  editor: User
}

/** The form for a new topic or series. */
export async function NewSubject({ section, editor }: Props) {
  const t = translator(editor.language, 'subjects')
  const own = translator(editor.language, section)
  const languages = (await currentSettings())?.languages ?? [editor.language]
  return (
    <Page
      heading={own('new')}
      crumb={{ href: `/studio/${section}`, label: own('heading') }}
      intro={t('one-language-is-enough')}
    >
      <ActionForm action={create.bind(null, section)}>
        <SubjectFields section={section} texts={{}} languages={languages} language={editor.language} />
        <SaveBar cancelHref={`/studio/${section}`}>
          <SubmitButton>{own('create')}</SubmitButton>
        </SaveBar>
      </ActionForm>
    </Page>
  )
}
