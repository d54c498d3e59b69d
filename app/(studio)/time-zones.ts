import type { Option } from '#components/ui/form/choice-field.tsx'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { wallTimeOf, zoneName } from '#lib/time/zone.ts'

/** Returns every time zone by its place, with its name and what clocks there show now. */
export function timeZoneOptions(language: Language, now: Date): Option[] {
  const t = translator(language, 'studio')
  return Intl.supportedValuesOf('timeZone')
    .map((timeZone) => {
      const place = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
      const zone = zoneName(now, timeZone, language)
      return { value: timeZone, label: t('zone-now', { place, zone, time: wallTimeOf(now, timeZone).time }) }
    })
    .sort((a, b) => a.label.localeCompare(b.label, language))
}
