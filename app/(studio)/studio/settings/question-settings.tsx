import { Checkbox, RadioGroup } from '#components/ui/form/choice-field.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import type { Settings } from '#db/schema/newsroom.ts'
import { questionReplies } from '#db/types.ts'
import { env } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** Whether the newsroom takes questions from the press, where replies go, and how long what was written is kept. */
export function QuestionSettings({ settings: { questions }, language }: { settings: Settings; language: Language }) {
  const t = translator(language, 'settings')
  return (
    <FormSection id="questions" heading={t('questions')} text={t('questions-text')}>
      <Checkbox
        name="questions.isOpen"
        label={t('questions-open')}
        hint={t(env.mailServer ? 'questions-open-hint' : 'questions-open-no-mail')}
        defaultChecked={questions.isOpen}
      />
      <RadioGroup
        name="questions.replyTo"
        label={t('questions-reply')}
        options={questionReplies.map((to) => ({ value: to, label: t(`questions-reply-${to}`) }))}
        defaultValue={questions.replyTo}
      />
      <TextField
        name="questions.keptDays"
        label={t('questions-kept')}
        hint={t('questions-kept-hint')}
        defaultValue={questions.keptDays}
        inputMode="numeric"
        size={6}
        inputClassName="auto num"
      />
    </FormSection>
  )
}
