'use client'
import { useState } from 'react'
import { Initials } from '#components/ui/brand-mark.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { type Language, languages, rulesOf } from '#lib/locale.ts'
import { signOut } from '../../sign-in-client.ts'

/** The member's menu: their own page, the language of the studio, and signing out. */
export function AccountMenu({
  name,
  saveLanguage,
}: {
  name: string
  saveLanguage: (language: string) => Promise<void>
}) {
  const t = useText('studio')
  const { language } = useLocale()
  const [failed, setFailed] = useState(false)
  const attempt = async (work: () => Promise<void>) => {
    setFailed(false)
    await work().catch(() => setFailed(true))
  }
  const endSession = async () => {
    await signOut()
    window.location.assign('/sign-in')
  }
  const change = async (other: Language) => {
    await saveLanguage(other)
    window.location.reload()
  }
  return (
    <>
      <p className="who">
        <Initials name={name} />
        {name}
      </p>
      <a href="/studio/profile">
        <Icon name="user" />
        {t('profile')}
      </a>
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button key={other} type="button" lang={other} onClick={() => attempt(() => change(other))}>
            <Icon name="comment" />
            {rulesOf(other)['use-studio']}
          </button>
        ))}
      <button type="button" onClick={() => attempt(endSession)}>
        <Icon name="sign-out" />
        {t('sign-out')}
      </button>
      {failed && (
        <p className="who" role="alert">
          {t('no-answer')}
        </p>
      )}
    </>
  )
}
