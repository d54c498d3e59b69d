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
}

const minute = 60_000

/** The zones by their names in a language. Making four hundred names takes a tenth of a second. */
const named = new Map<Language, Zone[]>()

function zonesIn(language: Language, now: Date): Zone[] {
  const known = named.get(language)
  if (known) return known
  const { compare } = collator(language)
  const zones = Intl.supportedValuesOf('timeZone')
    .map((timeZone) => ({
      timeZone,
      place: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
      name: zoneName(now, timeZone, language),
    }))
    .sort((a, b) => compare(a.place, b.place) || compare(a.name, b.name))
  named.set(language, zones)
  return zones
}

/** How many minutes the clocks of each zone are ahead of UTC: for a quarter of an hour, the step in which they change. */
let offsets: { quarter: number; of: Map<string, number> } | undefined

function offsetsAt(now: Date): Map<string, number> {
  const quarter = Math.floor(now.getTime() / (15 * minute))
  if (offsets?.quarter !== quarter) {
    const of = new Map(Intl.supportedValuesOf('timeZone').map((timeZone) => [timeZone, offsetOf(now, timeZone)]))
    offsets = { quarter, of }
  }
  return offsets.of
}

/** Returns every time zone by its place, with its name and what clocks there show now. */
export function timeZoneOptions(language: Language, now: Date): Option[] {
  const t = translator(language, 'studio')
  const offset = offsetsAt(now)
  return zonesIn(language, now).map(({ timeZone, place, name }) => {
    const there = new Date(now.getTime() + (offset.get(timeZone) ?? 0) * minute)
    return { value: timeZone, label: t('zone-now', { place, zone: name, time: there.toISOString().slice(11, 16) }) }
  })
}
