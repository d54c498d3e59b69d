/** The studio's navigation, in the order of the rail. */
import type { IconName } from '#components/ui/icon-paths.ts'
import { type Action, type Member, may } from '#db/permissions.ts'

export interface NavigationItem {
  href: string
  key:
    | 'desk'
    | 'calendar'
    | 'texts'
    | 'people'
    | 'media'
    | 'on-call'
    | 'questions'
    | 'topics'
    | 'series'
    | 'organisations'
    | 'members'
    | 'log'
    | 'settings'
  icon: IconName
  /** Whether it is behind “More” on phones. */
  rare: boolean
  /** How much there is new. */
  news?: number
}

const navigation: (NavigationItem & { needs?: Extract<Action, 'edit-settings' | 'manage-members' | 'read-log'> })[] = [
  { href: '/studio', key: 'desk', icon: 'desk', rare: false },
  { href: '/studio/calendar', key: 'calendar', icon: 'calendar', rare: false },
  { href: '/studio/releases', key: 'texts', icon: 'texts', rare: false },
  { href: '/studio/questions', key: 'questions', icon: 'ask', rare: false },
  { href: '/studio/people', key: 'people', icon: 'people', rare: true },
  { href: '/studio/media', key: 'media', icon: 'media', rare: true },
  { href: '/studio/on-call', key: 'on-call', icon: 'phone', rare: true },
  { href: '/studio/topics', key: 'topics', icon: 'topics', rare: true },
  { href: '/studio/series', key: 'series', icon: 'series', rare: true },
  { href: '/studio/organisations', key: 'organisations', icon: 'organisations', rare: true },
  { href: '/studio/members', key: 'members', icon: 'members', rare: true, needs: 'manage-members' },
  { href: '/studio/log', key: 'log', icon: 'history', rare: true, needs: 'read-log' },
  { href: '/studio/settings', key: 'settings', icon: 'settings', rare: true, needs: 'edit-settings' },
]

/** What is new, by the entry that says how much: on the desk comments and what else the member has been told, and questions. */
export type News = Partial<Record<NavigationItem['key'], number>>

/** Returns the entries that a member can see. */
export const navigationFor = (member: Member, news: News): NavigationItem[] =>
  navigation
    .filter(({ needs }) => !needs || may(member, needs))
    .map((item) => {
      const count = news[item.key]
      return count ? { ...item, news: count } : item
    })

/** Whether `path` is the entry's page or inside it. */
export const isCurrentItem = (item: NavigationItem, path: string): boolean =>
  path === item.href || (item.href !== '/studio' && path.startsWith(`${item.href}/`))
