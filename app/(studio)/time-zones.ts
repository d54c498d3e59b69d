import type { Option } from '#components/ui/form/choice-field.tsx'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { offsetOf, zoneName } from '#lib/time/zone.ts'

interface Zone {
  timeZone: string
  place: string
  /** The name of the time there. */
  name: string
  /** How many minutes its clocks are ahead of UTC. */
  offset: number
}

const minute = 60_000

/**
 * The names and offsets are kept for a quarter of an hour, the step in which clocks are changed: computing four hundred
 * zones takes a fifth of a second.
 */
const zonesFor = 15 * minute
const known = new Map<Language, { until: number; zones: Zone[] }>()

function zonesAt(now: Date, language: Language): Zone[] {
  const kept = known.get(language)
  if (kept && now.getTime() < kept.until && now.getTime() >= kept.until - zonesFor) return kept.zones
  const zones = Intl.supportedValuesOf('timeZone').map((timeZone) => ({
    timeZone,
    place: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
    name: zoneName(now, timeZone, language),
    offset: offsetOf(now, timeZone),
  }))
  known.set(language, { until: (Math.floor(now.getTime() / zonesFor) + 1) * zonesFor, zones })
  return zones
}

/** Returns every time zone by its place, with its name and what clocks there show now. */
export function timeZoneOptions(language: Language, now: Date): Option[] {
  const t = translator(language, 'studio')
  return zonesAt(now, language)
    .map(({ timeZone, place, name, offset }) => {
      const time = new Date(now.getTime() + offset * minute).toISOString().slice(11, 16)
      return { value: timeZone, label: t('zone-now', { place, zone: name, time }) }
    })
    .sort((a, b) => collator(language).compare(a.label, b.label))
}
