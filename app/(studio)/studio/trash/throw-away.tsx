import { SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import type { TrashNoun } from '#db/types.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { trashOne } from './actions.ts'
import { questionBefore } from './question.ts'

interface Props {
  noun: Exclude<TrashNoun, 'release'>
  id: string
  language: Language
}

/** The button that puts one thing in the trash. It asks first where something is used, and says where. */
export async function ThrowAway({ noun, id, language }: Props) {
  const t = translator(language, 'trash')
  const question = await questionBefore(noun, [id], { language, now: new Date() })
  const action = trashOne.bind(null, noun, id)
  if (!question)
    return (
      <ActionForm action={action} askBeforeLeaving={false} className="">
        <SubmitButton look="quiet" icon="trash">
          {t('confirm')}
        </SubmitButton>
      </ActionForm>
    )
  return (
    <ConfirmDialog
      trigger={t('confirm')}
      triggerIcon="trash"
      question={question.heading}
      confirm={question.confirm}
      action={action}
    >
      {question.lines.map(({ text, href }) => (
        <p key={text}>{href ? <a href={href}>{text}</a> : text}</p>
      ))}
    </ConfirmDialog>
  )
}
