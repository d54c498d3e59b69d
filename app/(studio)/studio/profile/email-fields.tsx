'use client'
import { useState } from 'react'
import { PasswordField, TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'

/** The address the member signs in with, and the password that another one takes. */
export function EmailFields({ email }: { email: string }) {
  const t = useText('profile')
  const [typed, setTyped] = useState(email)
  return (
    <>
      <TextField
        name="email"
        label={t('email')}
        hint={t('email-hint')}
        defaultValue={email}
        onChange={({ target }) => setTyped(target.value)}
        type="email"
        autoComplete="email"
        spellCheck={false}
        required
      />
      {typed.trim().toLowerCase() !== email && (
        <PasswordField
          name="current"
          label={t('email-current')}
          hint={t('email-current-hint')}
          autoComplete="current-password"
          required
        />
      )}
    </>
  )
}
