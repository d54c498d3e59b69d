'use client'
/** The studio's texts for client components, in the user's language. Server components use `translator` instead. */
import { createContext, type ReactNode, use, useContext } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createTranslator } from 'use-intl/core'
import { languageName } from '#lib/format.ts'
import { languageFiles } from '#lib/languages.ts'
import { isLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import type { Messages, translator } from '#lib/messages.ts'

type Spoken = { language: Language; timeZone: string; newsroom: string }
const MessagesContext = createContext<Spoken | undefined>(undefined)

/**
 * Gives the client components below it a language, and fetches the script at `words` where the browser has not got its
 * words: the page brings those it begins with, and another window may change the language while it is open. React Aria
 * brings a few words of its own, such as those of the hidden buttons that close a menu: it is told the language too, or
 * it would follow the browser's.
 */
export function MessagesProvider({ children, words, ...spoken }: Spoken & { words: string; children: ReactNode }) {
  if (!languageFiles[filed(spoken.language)]) use(fetched(words))
  return (
    <I18nProvider locale={spoken.language}>
      <MessagesContext value={spoken}>{children}</MessagesContext>
    </I18nProvider>
  )
}

/** Returns the language whose words are used: of one whose file has gone, those of the language at the root. */
const filed = (language: Language): Language => (isLanguage(language) ? language : rootLanguage)

const fetching = new Map<string, Promise<void>>()

/** Fetches a script once. One that does not come leaves the page as it is, until it is asked for again. */
function fetched(src: string): Promise<void> {
  const known =
    fetching.get(src) ??
    new Promise<void>((resolve) => {
      const script = Object.assign(document.createElement('script'), { src, onload: () => resolve() })
      script.onerror = () => fetching.delete(src)
      document.head.append(script)
    })
  fetching.set(src, known)
  return known
}

function useSpoken(): Spoken {
  const spoken = useContext(MessagesContext)
  if (!spoken) throw new Error('no MessagesProvider above this component')
  return spoken
}

/** The functions from key to text, kept for all components: each keeps the messages it has parsed. */
const made = new Map<string, unknown>()

/** Returns a function from message key to text: `const t = useText('people')`. */
export function useText<Namespace extends keyof Messages>(namespace: Namespace) {
  const { language } = useSpoken()
  const key = `${language}.${namespace}`
  const messages: Messages | undefined = languageFiles[filed(language)]
  const known =
    made.get(key) ?? (messages && createTranslator({ locale: language, messages, namespace, timeZone: 'UTC' }))
  if (known) made.set(key, known)
  return known as ReturnType<typeof translator<Namespace>>
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
