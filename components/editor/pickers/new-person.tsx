'use client'
/** The dialog that adds a person with the least that must be known. Imported only on demand. */
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceInput } from '#components/ui/choice/choice-input.tsx'
import { inOrder, type NamedChoice } from '#components/ui/choice/in-order.ts'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isNearName, isSameName } from '#lib/search/near-names.ts'
import { placeOfName } from './names-in-text.ts'
import { aboutPerson } from './person-choice.ts'
import type { PersonChoice } from './picker-context.tsx'
import { Prompt } from './prompt.tsx'

export interface PersonDraft {
  name: string
  role: string
  organisation: string
  phone: string
  email: string
}

/** The errors of the fields, and what is wrong with the whole. */
export type PersonErrors = Partial<Record<keyof PersonDraft | 'all', string>>

interface Props {
  initial: PersonDraft
  /** Whether the person is to be a press contact, who must be reachable. */
  isContact: boolean
  /** Set where the person is known, and only how to reach them is asked. */
  known?: PersonChoice
  people: PersonChoice[]
  organisations: NamedChoice[]
  /** The organisations that the text names. */
  places: string[]
  /** Adds the person; returns what was wrong, or nothing. */
  onSave: (draft: PersonDraft) => Promise<PersonErrors | undefined>
  onChoose: (person: PersonChoice) => void
  onClose: () => void
}

export function NewPerson({ initial, isContact, known, people, organisations, places, ...acts }: Props) {
  const t = useText('editor')
  const id = useId()
  const [draft, setDraft] = useState(initial)
  const [errors, setErrors] = useState<PersonErrors>({})
  const [isSaving, setSaving] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const near = known ? undefined : people.find((one) => draft.name.trim() && isNearName(one.name, draft.name))
  const isNewPlace = draft.organisation.trim() && !organisations.some((one) => isSameName(one.name, draft.organisation))

  /** Asks once where something typed would be lost. */
  const leave = () => {
    const isTyped = (Object.keys(draft) as (keyof PersonDraft)[]).some((name) => draft[name] !== initial[name])
    if (isTyped && !isLeaving) setLeaving(true)
    else acts.onClose()
  }
  const submit = async () => {
    if (isSaving) return
    const wrong: PersonErrors = {}
    if (!draft.name.trim()) wrong.name = t('person-name-missing')
    if (isContact && !draft.phone.trim() && !draft.email.trim()) wrong.phone = t('person-unreachable')
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    setSaving(true)
    setErrors((await acts.onSave(draft)) ?? {})
    setSaving(false)
  }
  const field = (name: keyof PersonDraft, label: string, hint?: string) => (
    <FieldLayout id={`${id}-${name}`} label={label} hint={hint} error={errors[name]} announced>
      {(tied) => (
        <input
          {...tied}
          className="input"
          type={name === 'phone' ? 'tel' : 'text'}
          value={draft[name]}
          maxLength={name === 'name' ? 100 : 200}
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </FieldLayout>
  )
  const heading = known ? t('person-reach', { name: known.name }) : t(isContact ? 'contact-new' : 'person-new')
  return (
    <Prompt heading={heading} onClose={leave} onSubmit={() => void submit()}>
      {errors.all && (
        <p className="error" role="alert">
          {errors.all}
        </p>
      )}
      {!known && field('name', t('person-name'))}
      {near && (
        <div className="notice" role="status">
          <Icon name="people" small />
          <div>
            <p>
              <b>{t('person-near', { name: near.name })}</b> {aboutPerson(near)}
            </p>
            <button type="button" className="text-button" onClick={() => acts.onChoose(near)}>
              {t('person-near-choose', { name: near.name })}
            </button>
          </div>
        </div>
      )}
      {!known && field('role', t('role'), t('person-role-hint'))}
      {!known && (
        <OrganisationField
          id={`${id}-organisation`}
          value={draft.organisation}
          hint={isNewPlace ? t('person-place-new') : undefined}
          error={errors.organisation}
          organisations={organisations}
          places={places}
          onChange={(organisation) => setDraft({ ...draft, organisation })}
        />
      )}
      {isContact && field('phone', t('person-phone'), t('person-reach-hint'))}
      {isContact && field('email', t('person-email'))}
      {!known && <p className="muted">{t('person-later')}</p>}
      {isLeaving && (
        <div className="notice warn" role="alert">
          <Icon name="warn" small />
          <p>{t('person-unsaved')}</p>
        </div>
      )}
      <div className="btns">
        <Button type="submit" look="primary">
          {near && !known ? t('person-add-anyway', { name: draft.name.trim() }) : t('person-add')}
        </Button>
        <Button onClick={acts.onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}

interface OrganisationProps extends Pick<Props, 'organisations' | 'places'> {
  id: string
  value: string
  hint: string | undefined
  error: string | undefined
  onChange: (name: string) => void
}

/** Where somebody works: an organisation that is known, or a new one, which is added with the person. */
function OrganisationField({ id, value, hint, error, organisations, places, onChange }: OrganisationProps) {
  const t = useText('editor')
  const unknown = [...new Set(places)].filter((place) => !organisations.some(({ name }) => isSameName(name, place)))
  const choices = inOrder(organisations, {
    inText: organisations.filter(({ name }) => places.some((place) => placeOfName(place, name) >= 0)),
    usedAt: ({ usedAt }) => usedAt,
    asChoice: ({ id: key, name, uses }) => ({
      id: key,
      name,
      icon: 'organisations',
      about: t('choices-people', { count: uses }),
    }),
    groups: { inText: t('choices-in-text'), recent: t('choices-recent'), others: t('choices-others') },
    when: () => '',
  })
  return (
    <FieldLayout id={id} label={t('organisation')} hint={hint} error={error} announced>
      {(tied) => (
        <ChoiceInput
          tied={tied}
          label={t('organisation')}
          value={value}
          maxLength={200}
          choices={choices}
          making={{
            line: (name) => t('make-organisation', { name }),
            about: t('make-organisation-about'),
            names: unknown.map((name) => ({ name, about: t('make-in-text-only') })),
            onMake: onChange,
          }}
          onType={onChange}
          onChoose={({ name }) => onChange(name)}
        />
      )}
    </FieldLayout>
  )
}
