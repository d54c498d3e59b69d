import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { ActionForm } from '#components/ui/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { SaveBar } from '#components/ui/save-bar.tsx'
import { getSettings } from '#db/settings.ts'
import { getTopic, topicName } from '#db/topics.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../auth.ts'
import { remove, save } from '../actions.ts'
import { TopicFields } from '../topic-fields.tsx'

export default async function TopicPage({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireRole('editor')
  const topic = await getTopic((await params).id)
  if (!topic) notFound()
  const t = translator(editor.language, 'topics')
  const languages = (await getSettings())?.languages ?? [editor.language]
  const name = topicName(topic, editor.language)
  const shownIn = languages.find((code) => topic.texts[code])
  return (
    <Page
      heading={name}
      crumb={{ href: '/studio/topics', label: t('heading') }}
      actions={
        <>
          {shownIn && (
            <ButtonLink look="quiet" icon="external" href={pathTo(shownIn, 'topics', topic.texts[shownIn]?.slug)}>
              {t('show')}
            </ButtonLink>
          )}
          <ConfirmDialog
            trigger={t('delete')}
            triggerIcon="trash"
            question={t('delete-question', { name })}
            confirm={t('delete-confirm')}
            action={remove.bind(null, topic.id)}
          >
            <p>{t('delete-text')}</p>
          </ConfirmDialog>
        </>
      }
    >
      <ActionForm action={save.bind(null, topic.id)} version={topic.version}>
        <TopicFields texts={topic.texts} languages={languages} language={editor.language} />
        <SaveBar cancelHref="/studio/topics" />
      </ActionForm>
    </Page>
  )
}
