import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { remove, type SubjectSection, save } from './actions.ts'
import { SubjectFields } from './subject-fields.tsx'

interface Props {
  section: SubjectSection
  subject: Subject
  editor: User
}

/** The page on which a topic or a series is changed or deleted. */
export async function SubjectPage({ section, subject, editor }: Props) {
  const t = translator(editor.language, 'subjects')
  const own = translator(editor.language, section)
  const languages = (await getSettings())?.languages ?? [editor.language]
  const name = subjectName(subject, editor.language)
  const shownIn = languages.find((code) => subject.texts[code])
  return (
    <Page
      heading={name}
      crumb={{ href: `/studio/${section}`, label: own('heading') }}
      actions={
        <>
          {shownIn && (
            <ButtonLink look="quiet" icon="external" href={pathTo(shownIn, section, subject.texts[shownIn]?.slug)}>
              {t('show')}
            </ButtonLink>
          )}
          <ConfirmDialog
            trigger={t('delete')}
            triggerIcon="trash"
            question={own('delete-question', { name })}
            confirm={own('delete-confirm')}
            action={remove.bind(null, section, subject.id)}
          >
            <p>{own('delete-text')}</p>
          </ConfirmDialog>
        </>
      }
    >
      <ActionForm action={save.bind(null, section, subject.id)} version={subject.version}>
        <SubjectFields section={section} texts={subject.texts} languages={languages} language={editor.language} />
        <SaveBar cancelHref={`/studio/${section}`} />
      </ActionForm>
    </Page>
  )
}
