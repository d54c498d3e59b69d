/**
 * Makes the script that gives a browser the studio's words in one language, and the rules of all languages. Its address
 * changes with what it says, so browsers keep it for good and no page carries the words. `languages.browser.ts` reads
 * what it leaves.
 */
import { createHash } from 'node:crypto'
import { languageRules } from './languages.ts'
import { isLanguage, type Language, rootLanguage } from './locale.ts'
import { type Messages, messagesIn } from './messages.ts'

interface WordsScript {
  path: string
  body: string
}

/** Returns the texts that the studio may show: all but those for readers and guests, and those for mail and the audit log, which only the server says. */
function studioMessages(language: Language): Partial<Messages> {
  const all: Messages & { language?: unknown } = messagesIn(language)
  const {
    newsroom: _readers,
    guest: _guests,
    statement: _law,
    meeting: _meeting,
    mail: _mail,
    'audit-log': _log,
    urls: _addresses,
    language: _rules,
    ...studio
  } = all
  return studio
}

const made = new Map<Language, WordsScript>()

/** Returns the script of a language, or of the one at the root where its file has gone. */
export function wordsScript(spoken: Language): WordsScript {
  const language = isLanguage(spoken) ? spoken : rootLanguage
  const known = made.get(language) ?? makeScript(language)
  made.set(language, known)
  return known
}

function makeScript(language: Language): WordsScript {
  const [rules, words] = [languageRules, { [language]: studioMessages(language) }].map((part) => JSON.stringify(part))
  // One that is loaded later, for another language, adds its words to the others.
  const body = `self.pressrumWords={rules:${rules},files:Object.assign(self.pressrumWords?.files??{},${words})}`
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return { path: `/words/${language}-${hash}.js`, body }
}

/** Returns the language of a script's address, whatever words it was made for. */
export function languageOfWords(path: string): Language | undefined {
  const [, language] = /^\/words\/([\w-]+)-[\da-f]{16}\.js$/.exec(path) ?? []
  return isLanguage(language) ? language : undefined
}

/** Whether an address is that of the words as they are now. */
export function isCurrentWords(path: string): boolean {
  const language = languageOfWords(path)
  return language !== undefined && wordsScript(language).path === path
}
