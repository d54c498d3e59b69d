/** Turns people into open data. */
import type { z } from 'zod'
import type { LivePerson, LiveProfile } from '#db/live/people.ts'
import type { LiveTopic } from '#db/live/topics.ts'
import { absolute } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import type * as shapes from '#lib/open-data/shapes.ts'
import { pathTo } from '#lib/urls.ts'
import { imageData } from '../../formats/media-data.ts'
import { address } from './respond.ts'
import { subjectReference } from './subject-data.ts'

export function personData(
  person: LivePerson,
  language: Language,
  alt = person.name,
): z.input<typeof shapes.personShape> {
  const { id, name, slug, position, email, phone, pressContact, portrait } = person
  return {
    id,
    name,
    url: absolute(pathTo(language, 'people', slug ?? '')),
    self: `${address(`/people/${id}`)}?language=${language}`,
    role: position ? { title: position.title, organisation: position.organisation } : null,
    email,
    phone,
    pressContact,
    portrait: portrait && imageData(portrait, { alt }),
  }
}

export const profileData = (
  profile: LiveProfile,
  topics: LiveTopic[],
  language: Language,
): z.input<typeof shapes.profileShape> => ({
  ...personData(profile, language, profile.portraitAlt || profile.name),
  biography: { short: profile.shortBio[language] ?? '', long: profile.longBio[language] ?? '' },
  roles: profile.positions.map(({ title, organisation, since, until }) => ({ title, organisation, since, until })),
  speaks: profile.speaks,
  topics: topics.map((topic) => subjectReference('topics', topic, language)),
  links: profile.links.map(({ label, url }) => ({ label, url })),
})
