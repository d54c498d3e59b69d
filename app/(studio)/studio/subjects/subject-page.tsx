import { ButtonLink } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { Page } from '#components/ui/page.tsx'
import type { User } from '#db/schema/users.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { currentSettings } from '../../current-settings.ts'
import { InTrashPage } from '../trash/in-trash-page.tsx'
import { ThrowAway } from '../trash/throw-away.tsx'
import { type SubjectSection, save } from './actions.ts'
import { SubjectFields } from './subject-fields.tsx'

interface Props {
  section: SubjectSection
  subject: Subject
  editor: User
}

const nounOf = { topics: 'topic', series: 'series' } as const

/** The page on which a topic or a series is changed or thrown away. */
export async function SubjectPage({ section, subject, editor }: Props) {
  const noun = nounOf[section]
  if (await trashedSince(noun, subject.id)) return <InTrashPage noun={noun} id={subject.id} user={editor} />
  const t = translator(editor.language, 'subjects')
  const own = translator(editor.language, section)
  const languages = (await currentSettings())?.languages ?? [editor.language]
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
          <ThrowAway noun={noun} id={subject.id} language={editor.language} />
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
