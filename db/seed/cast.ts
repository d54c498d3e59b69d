/** Everything of the example newsroom that texts refer to, made in order; the keys of the seed lead to the ids it got. */
import type { Actor } from '../events.ts'
import { createOrganisation, listOrganisations, saveOrganisation } from '../organisations.ts'
import { positionAt } from '../people/positions.ts'
import { createPerson } from '../people.ts'
import type { User } from '../schema/users.ts'
import { createSeries } from '../series.ts'
import { createNewsroom, getSettings, issueSetupToken, saveSettings } from '../settings.ts'
import { saveStatement } from '../statements.ts'
import { createTopic } from '../topics.ts'
import type { Role } from '../types.ts'
import { createUser } from '../users.ts'
import { addPictures } from './library.ts'
import { demoPassword, members } from './members.ts'
import { seedOrganisations } from './organisations.ts'
import { seedPeople } from './people.ts'
import { pictures } from './pictures.ts'
import { seedSeries } from './series.ts'
import { accessibilityAssessed, seedNewsroomTexts, settingsTexts } from './settings.ts'
import { type SubjectSeed, seedTopics } from './topics.ts'
import { type CardSeed, type SeedLanguage, seedLanguages } from './types.ts'

type Ids = Map<string, string>
type By = { actor: Actor; now: Date }

export interface Cast {
  members: Record<Role, User>
  pictures: Ids
  topics: Ids
  series: Ids
  people: Ids
}

/** What a key stands for. A key without an id is a mistake in the seed, not something to step over. */
export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the example newsroom has no ${key}`)
  return id
}

/** Sets up an empty newsroom and fills it with members, pictures, organisations, topics, series and people. */
export async function createCast(founded: Date, pictureWidth?: number, now = founded): Promise<Cast> {
  const staff = await createMembers(founded)
  const by = { actor: staff.owner, now: founded }
  const settings = await getSettings()
  await saveSettings({ ...seedNewsroomTexts, texts: settingsTexts }, { ...by, baseVersion: settings?.version ?? 1 })
  await saveStatement('accessibility', accessibilityAssessed(now), { ...by, baseVersion: 0 })
  const pictureIds = await addPictures({ actor: staff.editor, now: founded }, pictureWidth)
  const organisationIds = await createOrganisations(by)
  const topicIds = await createSubjects(seedTopics, createTopic, by)
  const seriesIds = await createSubjects(seedSeries, createSeries, by)
  const personIds = await createPeople({ pictures: pictureIds, topics: topicIds, organisations: organisationIds }, by)
  return { members: staff, pictures: pictureIds, topics: topicIds, series: seriesIds, people: personIds }
}

async function createSubjects(seeds: Record<string, SubjectSeed>, create: typeof createTopic, by: By): Promise<Ids> {
  const ids: Ids = new Map()
  for (const [key, { name, slug, intro }] of Object.entries(seeds)) {
    const texts = Object.fromEntries(
      seedLanguages.map((language) => [
        language,
        { name: name[language], slug: slug[language], intro: intro[language] },
      ]),
    )
    ids.set(key, await create({ texts }, by))
  }
  return ids
}

async function createMembers(now: Date): Promise<Record<Role, User>> {
  const token = await issueSetupToken(now)
  if (!token) throw new Error('the newsroom already has an owner, so there is no room for the example')
  const account = (role: Role) => ({ ...members[role], role, password: demoPassword, language: 'sv' as const })
  const owner = await createNewsroom(
    token,
    { ...seedNewsroomTexts, tagline: settingsTexts.sv.tagline, owner: account('owner') },
    now,
  )
  return {
    owner,
    editor: await createUser(account('editor'), now),
    contributor: await createUser(account('contributor'), now),
  }
}

async function createOrganisations(by: By): Promise<Ids> {
  const ids: Ids = new Map()
  for (const [key, seed] of Object.entries(seedOrganisations)) {
    const input = { ...seed, logoMediaId: null }
    const [owner] = seed.kind === 'owner' ? await listOrganisations('sv', 'owner') : []
    if (owner) await saveOrganisation(owner.id, input, { ...by, baseVersion: owner.version })
    ids.set(key, owner?.id ?? (await createOrganisation(input, by)))
  }
  return ids
}

async function createPeople(known: Record<'pictures' | 'topics' | 'organisations', Ids>, by: By): Promise<Ids> {
  const ids: Ids = new Map()
  for (const [key, { portrait, basis, consentUntil, topics: subjects, roles, ...person }] of Object.entries(
    seedPeople,
  )) {
    const id = await createPerson(
      {
        ...person,
        pressContact: person.pressContact ?? false,
        topicIds: subjects.map((topic) => idOf(known.topics, topic)),
        portraitMediaId: idOf(known.pictures, portrait),
        portraitAlt: pictures[portrait]?.alt,
        portraitBasis: basis,
        portraitUntil: consentUntil ?? null,
        portraitHidden: false,
        roles: roles.map(({ organisation, title, since, until }) => ({
          organisationId: idOf(known.organisations, organisation),
          title,
          since,
          until: until ?? null,
        })),
      },
      by,
    )
    ids.set(key, id)
  }
  return ids
}

/** The card of a person on a day: what the seed says, or else the role held then. */
export function seedCard(cast: Cast, card: string | CardSeed, language: SeedLanguage, day: Date) {
  if (typeof card !== 'string') {
    return { personId: idOf(cast.people, card.person), role: card.role, organisation: card.organisation }
  }
  const held = positionAt(
    (seedPeople[card]?.roles ?? []).map((role) => ({ ...role, until: role.until ?? null })),
    day,
  )
  return {
    personId: idOf(cast.people, card),
    role: held?.title[language] ?? '',
    organisation: (held && seedOrganisations[held.organisation]?.name[language]) ?? '',
  }
}
