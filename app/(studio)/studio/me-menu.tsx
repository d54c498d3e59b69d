'use client'
import { signOut } from 'next-auth/react'
import { Initials } from '#components/ui/house-mark.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'

/** What is mine: the language of the interface, and the way out. */
export function MeMenu({ name, saveLanguage }: { name: string; saveLanguage: (language: string) => Promise<void> }) {
  const t = useText('studio')
  const other = useLocale().language === 'sv' ? 'en' : 'sv'
  const leave = async () => {
    await signOut({ redirect: false })
    window.location.assign('/sign-in')
  }
  const change = async () => {
    await saveLanguage(other)
    window.location.reload()
  }
  return (
    <>
      <p className="who">
        <Initials name={name} />
        {name}
      </p>
      <button type="button" lang={other} onClick={change}>
        <Icon name="comment" />
        {t('other-language')}
      </button>
      <button type="button" onClick={leave}>
        <Icon name="chevron-left" />
        {t('sign-out')}
      </button>
    </>
  )
}
