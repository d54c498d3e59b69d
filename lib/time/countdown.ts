import { translator } from '../messages.ts'
import type { StudioClock } from './phrases.ts'
import { untilIn } from './zone.ts'

/** Returns the time left in its two largest units: “om 18 tim 58 min”, “om 6 dygn 17 tim”. */
export function countdown(until: Date, { language, now }: Pick<StudioClock, 'language' | 'now'>): string {
  const t = translator(language, 'studio')
  const { days, hours, minutes } = untilIn(now, until)
  if (days) return t('in-days', { days, hours })
  if (hours) return t('in-hours', { hours, minutes })
  return t('in-minutes', { minutes })
}
