import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** The way to a place on a map. Nothing is asked of the map before somebody follows it. */
export function MapLink({ place, language }: { place: string; language: Language }) {
  const address = new URL('https://www.openstreetmap.org/search')
  address.searchParams.set('query', place)
  return (
    <a href={address.href} rel="noreferrer">
      {translator(language, 'meeting')('map')}
      <span className="vh"> {place}</span>
    </a>
  )
}
