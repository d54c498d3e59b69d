/** Adds a person with the least that must be known, where they are needed: the rest can wait. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { isSameName } from '#lib/search/near-names.ts'
import { write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { checkbox, email, line, requiredLine } from '../inputs.ts'
import { createOrganisation, listOrganisations } from '../organisations.ts'
import { createPerson, personSchema } from '../people.ts'
import type { Member } from '../permissions.ts'
import { people } from '../schema/people.ts'
import { countUses } from '../trash/uses.ts'
import { moveToTrash } from '../trash.ts'

const introductionSchema = z.object({
  name: requiredLine(100),
  role: line(200),
  organisation: line(200),
  phone: line(50).default(''),
  email: line(254).default(''),
  pressContact: checkbox,
  language: z.enum(languages),
})
export type Introduction = z.input<typeof introductionSchema>

/**
 * Adds a person and, where nobody has named it before, the organisation, both as stubs; returns the person's id. Readers see
 * the person from the moment a live text names them. A role without an organisation is not stored: it says what somebody
 * does and not for whom. Refuses what `createPerson` refuses, before anything is added.
 */
export async function introducePerson(input: unknown, by: { actor: Actor; now: Date }): Promise<string> {
  const { role, organisation, language, ...values } = introductionSchema.parse(input)
  const person = {
    ...values,
    portraitMediaId: null,
    portraitBasis: null,
    portraitUntil: null,
    portraitHidden: false,
    awaitsText: true,
  }
  personSchema.parse(person)
  if (!role || !organisation) return createPerson(person, { ...by, stub: true })
  const organisationId = await nameOrganisation(organisation, language, by)
  const position = { title: { [language]: role }, organisationId, until: null }
  return createPerson({ ...person, roles: [position] }, { ...by, stub: true })
}

/**
 * Returns the id of the organisation with a name in any language; where there is none it adds a partner, named in this one.
 * Refuses an empty name.
 */
export async function nameOrganisation(
  name: string,
  language: Language,
  by: { actor: Actor; now: Date },
): Promise<string> {
  const known = (await listOrganisations(language)).find((one) =>
    Object.values(one.name).some((said) => said && isSameName(said, name)),
  )
  if (known) return known.id
  return createOrganisation({ kind: 'partner', name: { [language]: name }, logoMediaId: null }, { ...by, stub: true })
}

const reachSchema = z
  .object({ phone: line(50), email })
  .refine(({ phone, email }) => phone || email, { path: ['phone'], error: 'unreachable' })

/** Says how a press contact is reached. Refuses an unknown person, and neither telephone nor e-mail. */
export async function makeReachable(id: string, input: unknown, by: { actor: Actor; now: Date }): Promise<void> {
  const values = reachSchema.parse(input)
  await write(async (tx) => {
    const person = await tx.query.people.findFirst({ where: eq(people.id, id) })
    if (!person) throw new Refusal('unknown-person')
    const before = await fieldsOf(tx, 'person', id)
    await tx
      .update(people)
      .set({ ...values, version: person.version + 1 })
      .where(eq(people.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'person', targetId: id, before, now: by.now })
  })
}

/**
 * Takes back people who were added for a text that no longer names them: they lie in the trash. Whoever another text
 * uses stays, and so does whoever the member may not throw away. Returns the ids of those taken back.
 */
export async function takeBackPeople(ids: string[], by: { actor: Member; now: Date }): Promise<string[]> {
  const uses = await countUses('person', ids, by.now)
  const { done } = await moveToTrash(
    'person',
    ids.filter((id) => !uses.has(id)),
    by,
  )
  return done
}
