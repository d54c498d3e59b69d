/** The studio's navigation, in the order of the rail. */
import type { IconName } from '#components/ui/icon-paths.ts'
import { type Role, roleNames } from '#db/types.ts'

export interface StudioPlace {
  href: string
  key: 'desk' | 'texts' | 'people' | 'media' | 'topics' | 'series' | 'organisations' | 'settings'
  icon: IconName
  /** Whether it is behind “More” on phones. */
  rare: boolean
  least: Role
}

const places: StudioPlace[] = [
  { href: '/studio', key: 'desk', icon: 'desk', rare: false, least: 'contributor' },
  { href: '/studio/releases', key: 'texts', icon: 'texts', rare: false, least: 'contributor' },
  { href: '/studio/people', key: 'people', icon: 'people', rare: false, least: 'contributor' },
  { href: '/studio/media', key: 'media', icon: 'media', rare: false, least: 'contributor' },
  { href: '/studio/topics', key: 'topics', icon: 'topics', rare: true, least: 'contributor' },
  { href: '/studio/series', key: 'series', icon: 'series', rare: true, least: 'contributor' },
  { href: '/studio/organisations', key: 'organisations', icon: 'organisations', rare: true, least: 'contributor' },
  { href: '/studio/settings', key: 'settings', icon: 'settings', rare: true, least: 'owner' },
]

/** Returns the entries that a role can see. */
export const placesFor = (role: Role): StudioPlace[] =>
  places.filter((place) => roleNames.indexOf(role) >= roleNames.indexOf(place.least))

/** Whether `path` is the entry's page or inside it. */
export const isPlace = (place: StudioPlace, path: string): boolean =>
  path === place.href || (place.href !== '/studio' && path.startsWith(`${place.href}/`))
