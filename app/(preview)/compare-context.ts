import { type CompareContext, wordsContext } from '#components/compare/context.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** What a comparison of words alone needs to be shown, in the language of the text. */
export const compareContext = (language: Language): CompareContext =>
  wordsContext(translator(language, 'history'), { language, textLanguage: language })
