/** Which of the newsroom's languages a text is in, told by its commonest words. */
import type { Language } from '../locale.ts'

const common: Record<Language, RegExp> = {
  sv: /(?<!\p{L})(och|att|det|som|är|på|för|med|av|inte|den|till|har|om|säger|ett|vi)(?!\p{L})/giu,
  en: /(?<!\p{L})(and|the|of|to|is|that|for|with|are|was|not|by|has|this|says|it|we)(?!\p{L})/giu,
}

/** The likeliest of the languages; the first when the words do not tell. */
export function languageOf(text: string, languages: readonly Language[]): Language {
  const counted = languages.map((language) => ({ language, count: text.match(common[language])?.length ?? 0 }))
  const [likeliest] = counted.toSorted((a, b) => b.count - a.count)
  return likeliest?.language ?? 'sv'
}
