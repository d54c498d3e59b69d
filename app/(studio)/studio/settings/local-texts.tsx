import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import type { Settings } from '#db/schema/newsroom.ts'
import type { SettingsTexts } from '#db/types.ts'
import { languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

type Name = keyof SettingsTexts

/** The texts of several lines, and the most letters of each. */
const long: Partial<Record<Name, number>> = {
  boilerplate: 3_000,
  fundersLine: 500,
  address: 500,
  legal: 500,
  embargoTerms: 2_000,
}
const hinted = ['fundersLine', 'readingBarLabel', 'embargoTerms'] as const

interface Props {
  names: Name[]
  settings: Pick<Settings, 'languages' | 'texts'>
  language: Language
}

/** Whether a text is written in another language and not in this one. */
const isMissing = (name: Name, code: Language, texts: Settings['texts']): boolean =>
  !texts[code]?.[name] && Object.values(texts).some((other) => other?.[name])

/** Texts that are shown on every page, side by side in the newsroom's languages. */
export function LocalTexts({ names, settings, language }: Props) {
  const t = translator(language, 'settings')
  return names.map((name) => (
    <div className="two" key={name}>
      {settings.languages.map((code) => {
        const field = {
          name: `texts.${code}.${name}`,
          label: t('in-language', { text: t(`text-${name}`), language: languageName(code, language) }),
          hint: [
            hinted.find((known) => known === name) && t(`hint-${name as (typeof hinted)[number]}`),
            isMissing(name, code, settings.texts) && t(name === 'tagline' ? 'missing-tagline' : 'missing-text'),
          ]
            .filter(Boolean)
            .join(' '),
          defaultValue: settings.texts[code]?.[name] ?? '',
          lang: code,
        }
        return long[name] ? (
          <TextArea key={code} {...field} max={long[name]} rows={name === 'boilerplate' ? 6 : 3} />
        ) : (
          <TextField key={code} {...field} />
        )
      })}
    </div>
  ))
}
