'use client'
import { useState } from 'react'
import { ChoiceInput } from '#components/ui/choice/choice-input.tsx'
import { inOrder, type NamedChoice } from '#components/ui/choice/in-order.ts'
import { Field } from '#components/ui/form/field.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isSameName } from '#lib/search/near-names.ts'

interface Props {
  name: string
  /** The id of the organisation; empty while none is chosen. */
  value: string
  organisations: NamedChoice[]
  onChange: (id: string) => void
  /** Adds an organisation by its name and resolves to its id; to undefined where it was refused. */
  onMake: (name: string) => Promise<string | undefined>
}

/** Where somebody works: an organisation by its name, or a new one, which is added at once. */
export function OrganisationField({ name, value, organisations, onChange, onMake }: Props) {
  const t = useText('people')
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? ''
  const [typed, setTyped] = useState(nameOf(value))
  const take = (id: string) => {
    setTyped(nameOf(id))
    onChange(id)
  }
  const make = async (said: string) => {
    setTyped(said)
    const id = await onMake(said)
    if (id) onChange(id)
  }
  const choices = inOrder(organisations, {
    inText: [],
    usedAt: ({ usedAt }) => usedAt,
    asChoice: ({ id, name: said, uses }) => ({
      id,
      name: said,
      icon: 'organisations',
      about: t('organisation-people', { count: uses }),
    }),
    groups: { inText: '', recent: t('organisation-recent'), others: t('organisation-others') },
    when: () => '',
  })
  const isUnknown = typed.trim() !== '' && value === ''
  return (
    <Field
      name={name}
      label={t('organisation')}
      note={isUnknown ? t('organisation-unknown') : undefined}
      onTheirs={take}
      sayTheirs={nameOf}
    >
      {({ name: sentAs, ...tied }) => (
        <>
          <input type="hidden" name={sentAs} value={value} />
          <ChoiceInput
            tied={tied}
            label={t('organisation')}
            placeholder={t('choose-organisation')}
            value={typed}
            maxLength={200}
            choices={choices}
            making={{
              line: (said) => t('make-organisation', { name: said }),
              about: t('make-organisation-about'),
              onMake: (said) => void make(said),
            }}
            onType={(said) => {
              setTyped(said)
              onChange(organisations.find((one) => isSameName(one.name, said))?.id ?? '')
            }}
            onChoose={({ id }) => take(id)}
          />
        </>
      )}
    </Field>
  )
}
