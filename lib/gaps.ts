/** What was left for later when something was added where a text needed it, and where it is filled in. */
import type { Language } from './locale.ts'

export interface Gap {
  what: 'role' | 'portrait' | 'basis' | 'role-in' | 'url' | 'logo' | 'name-in'
  /** The language in which the name or the role is missing. */
  language?: Language
  /** The place of the role among the person's roles. */
  place?: number
}

export type StubNoun = 'person' | 'organisation' | 'topic' | 'series'

const sections: Record<StubNoun, string> = {
  person: 'people',
  organisation: 'organisations',
  topic: 'topics',
  series: 'series',
}

/** Returns the address of the form in which a gap is filled, at its field. */
export const fillInPath = (noun: StubNoun, id: string, gap: Gap): string =>
  `/studio/${sections[noun]}/${id}#field-${fieldOf(gap)}`

function fieldOf({ what, language, place = 0 }: Gap): string {
  switch (what) {
    case 'role':
      return 'roles'
    case 'role-in':
      return `roles.${place}.title.${language}`
    case 'portrait':
      return 'portraitMediaId'
    case 'basis':
      return 'portraitBasis'
    case 'url':
      return 'url'
    case 'logo':
      return 'logoMediaId'
    case 'name-in':
      return `texts.${language}.name`
  }
}
