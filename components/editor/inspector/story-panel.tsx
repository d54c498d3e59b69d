'use client'
/** What can be done with the whole text: copied, or thrown away. */
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { EditorProps } from '../types.ts'

export function StoryPanel({ release, actions }: Pick<EditorProps, 'release' | 'actions'>) {
  const t = useText('editor')
  const mayTrash = release.displayStatus === 'draft' || release.displayStatus === 'withdrawn'
  return (
    <section className="panel-sec story-panel" aria-label={t('whole-text')}>
      <ActionForm action={actions.duplicate.bind(null, release.id)} askBeforeLeaving={false} className="">
        <SubmitButton look="quiet" small icon="copy">
          {t('duplicate')}
        </SubmitButton>
      </ActionForm>
      {mayTrash && (
        <ActionForm action={actions.trash.bind(null, release.id)} askBeforeLeaving={false} className="">
          <SubmitButton look="quiet" small icon="trash">
            {t('to-trash')}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  )
}
