import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { SaveBar } from '#components/ui/save-bar.tsx'
import { getSettings } from '#db/settings.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../auth.ts'
import { create } from '../actions.ts'
import { TopicFields } from '../topic-fields.tsx'

export default async function NewTopicPage() {
  const editor = await requireRole('editor')
  const t = translator(editor.language, 'topics')
  const languages = (await getSettings())?.languages ?? [editor.language]
  return (
    <Page
      heading={t('new')}
      crumb={{ href: '/studio/topics', label: t('heading') }}
      intro={t('one-language-is-enough')}
    >
      <ActionForm action={create}>
        <TopicFields texts={{}} languages={languages} language={editor.language} />
        <SaveBar cancelHref="/studio/topics">
          <SubmitButton>{t('create')}</SubmitButton>
        </SaveBar>
      </ActionForm>
    </Page>
  )
}
