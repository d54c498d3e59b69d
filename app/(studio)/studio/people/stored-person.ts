/** A stored person in the shapes that the form shows: as its fields, and beside what somebody typed. */
import { libraryItem } from '#db/media.ts'
import type { FullPerson } from '#db/people.ts'
import type { Media } from '#db/schema/library.ts'
import { differing } from '#lib/form.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { PersonValue } from './person-form.tsx'
import { spanText } from './position-month.ts'

export const emptyPerson: PersonValue = {
  name: '',
  sortName: '',
  email: '',
  phone: '',
  pressContact: false,
  awaitsText: false,
  links: [],
  shortBio: {},
  longBio: {},
  speaks: [],
  topicIds: [],
  roles: [],
  portrait: { image: null, alt: {}, basis: '', until: '', isHidden: false },
}

/** Returns the form's fields, from an allow-list: the browser gets what is edited and nothing else. */
export function personValue(person: FullPerson, portrait: Media | undefined): PersonValue {
  const { name, sortName, email, phone, pressContact, awaitsText, links, shortBio, longBio, speaks, topicIds } = person
  return {
    ...{ name, sortName, email, phone, pressContact, awaitsText, links, shortBio, longBio, speaks, topicIds },
    roles: person.positions.map(({ title, organisationId, since, until }) => ({
      title,
      organisationId,
      since,
      until: until ?? '',
    })),
    portrait: {
      image: portrait ? libraryItem(portrait) : null,
      alt: person.portraitAlt,
      basis: person.portraitBasis ?? '',
      until: person.portraitUntil ?? '',
      isHidden: person.portraitHidden,
    },
  }
}

/** Returns stored values that differ from those sent, by field; lists and choices as text. */
export function theirsOf(
  person: FullPerson,
  portrait: Media | undefined,
  sent: FormData,
  language: Language,
): Record<string, string> {
  const t = translator(language, 'people')
  const { positions, links, topicIds, speaks, pressContact, awaitsText, portraitHidden, portraitMediaId, ...texts } =
    person
  const theirs = differing({ ...texts, portraitCredit: portrait?.credit ?? '' }, sent)
  for (const [name, stored] of Object.entries({ topicIds, speaks })) {
    if (stored.toSorted().join() !== sent.getAll(`${name}[]`).map(String).toSorted().join()) {
      theirs[name] = stored.join(', ')
    }
  }
  for (const [name, stored] of Object.entries({ pressContact, awaitsText, portraitHidden })) {
    if (stored !== sent.has(name)) theirs[name] = t(stored ? 'yes' : 'no')
  }
  if ((portraitMediaId ?? '') !== sent.get('portraitMediaId')) theirs.portraitMediaId = portrait?.filename ?? ''
  const storedPositions = positions.map(({ title, organisationId, since, until }) => ({
    title,
    organisationId,
    since,
    until: until ?? '',
  }))
  if (isOtherList('roles', storedPositions, sent))
    theirs.roles = positions.map((position) => roleLine(position, language)).join('\n')
  if (isOtherList('links', links, sent)) theirs.links = links.map((link) => `${link.label}: ${link.url}`).join('\n')
  return theirs
}

/** Whether the rows sent differ from the stored ones. */
function isOtherList(name: string, stored: object[], sent: FormData): boolean {
  const places = [...sent.keys()].map((key) => new RegExp(`^${name}\\.(\\d+)\\.`).exec(key)?.[1])
  const rows = Math.max(-1, ...places.filter((place) => place !== undefined).map(Number)) + 1
  return rows !== stored.length || Object.keys(differing({ [name]: { ...stored } }, sent)).length > 0
}

function roleLine(position: FullPerson['positions'][number], language: Language): string {
  const { since, until } = position
  const span = spanText({ since, until: until ?? '' }, translator(language, 'people')('still'), language)
  const place = inLanguage(position.organisation, language)
  return [inLanguage(position.title, language), place, span].filter(Boolean).join(', ')
}
