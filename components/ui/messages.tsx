'use client'
/** The studio's texts for client components, in the user's language. Server components use `translator` instead. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createTranslator } from 'use-intl/core'
import { languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import type { Messages, translator } from '#lib/messages.ts'

type Spoken = { language: Language; messages: Partial<Messages>; timeZone: string; newsroom: string }
const MessagesContext = createContext<Spoken | undefined>(undefined)

/**
 * Gives the client components below it a language and the namespaces they need. `studioMessages` picks those. React Aria
 * brings a few words of its own, such as those of the hidden buttons that close a menu: it is told the language too, or
 * it would follow the browser's.
 */
export function MessagesProvider({ children, ...spoken }: Spoken & { children: ReactNode }) {
  return (
    <I18nProvider locale={spoken.language}>
      <MessagesContext value={spoken}>{children}</MessagesContext>
    </I18nProvider>
  )
}

function useSpoken(): Spoken {
  const spoken = useContext(MessagesContext)
  if (!spoken) throw new Error('no MessagesProvider above this component')
  return spoken
}

/** Returns a function from message key to text: `const t = useText('people')`. */
export function useText<Namespace extends keyof Messages>(namespace: Namespace) {
  const { language, messages } = useSpoken()
  return useMemo(
    () =>
      createTranslator({ locale: language, messages: messages as Messages, namespace, timeZone: 'UTC' }) as ReturnType<
        typeof translator<Namespace>
      >,
    [language, messages, namespace],
  )
}

/** Returns a function that names a language in the user's own: `useLanguageNames()('en')` is “engelska”. */
export function useLanguageNames(): (code: Language) => string {
  const { language } = useSpoken()
  return (code) => languageName(code, language)
}

/** Returns the user's language, the newsroom's time zone, in which every time is shown, and its name. */
export function useLocale(): { language: Language; timeZone: string; newsroom: string } {
  const { language, timeZone, newsroom } = useSpoken()
  return { language, timeZone, newsroom }
}
