'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { AccentField } from '#components/ui/form/accent-field.tsx'
import { AccentPreview } from '#components/ui/form/accent-preview.tsx'
import { CheckboxGroup, type Option, Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { PasswordField, TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { signIn, signInElsewhere } from '../sign-in-client.ts'

interface Props {
  action: FormAction
  languages: Option[]
  timeZones: Option[]
  /** The word for a press release, shown in the preview of the accent. */
  kind: string
  /** Where the owner signs in, if not with a password. */
  provider: string | undefined
}

export function SetupForm({ action, languages, timeZones, kind, provider }: Props) {
  const t = useText('setup')
  const [accent, setAccent] = useState('#2447b2')
  const [house, setHouse] = useState({ name: '', tagline: '' })

  /** Creates the newsroom, signs the owner in and goes to the desk. */
  const create = async (previous: FormState, data: FormData): Promise<FormState> => {
    const state = await action(previous, data)
    if (state.status !== 'saved') return state
    if (provider) return signInElsewhere('/studio')
    await signIn({ email: String(data.get('owner.email')), password: String(data.get('owner.password')) })
    window.location.assign('/studio')
    return new Promise(() => {})
  }
  const follow = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.name in house) setHouse({ ...house, [target.name]: target.value })
  }
  return (
    <>
      <div onInput={follow}>
        <h1>{t('heading')}</h1>
        <p className="lede">{t('lede')}</p>
        <ActionForm action={create} className="setup-form" refusedHeading={t('refused')}>
          <Part number={1} name={t('organisation')}>
            <TextField name="name" label={t('name')} autoComplete="organization" required />
            <TextField name="tagline" label={t('tagline')} hint={t('tagline-hint')} />
          </Part>
          <Part number={2} name={t('language-and-time')}>
            <CheckboxGroup
              name="languages[]"
              label={t('languages')}
              options={languages}
              defaultValue={languages.map((language) => language.value)}
            />
            <Select name="timeZone" label={t('time-zone')} options={timeZones} defaultValue="Europe/Stockholm" />
          </Part>
          <Part number={3} name={t('colour')}>
            <AccentField name="accent" value={accent} onChange={setAccent} />
          </Part>
          <Part number={4} name={t('owner')}>
            <TextField name="owner.name" label={t('your-name')} autoComplete="name" required />
            <TextField
              name="owner.email"
              label={t('email')}
              hint={provider && t('address-there', { provider })}
              type="email"
              autoComplete="username"
              required
            />
            {!provider && (
              <PasswordField
                name="owner.password"
                label={t('password')}
                hint={t('password-hint')}
                autoComplete="new-password"
                required
              />
            )}
          </Part>
          <div>
            <SubmitButton>{t('create')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
      <AccentPreview newsroom={house.name || 'Pressrum'} tagline={house.tagline} kind={kind} accent={accent} />
    </>
  )
}

function Part({ number, name, children }: { number: number; name: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>
        <span className="no">{number}</span>
        {name}
      </legend>
      {children}
    </fieldset>
  )
}
