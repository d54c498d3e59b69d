/** What is said of a person where one can be chosen or has been. */
import type { Choice } from './choice-box.tsx'
import type { PersonChoice } from './picker-context.tsx'

export const aboutPerson = (person: PersonChoice): string =>
  [person.role, person.organisation].filter(Boolean).join(', ')

export const personAsChoice = (person: PersonChoice): Choice => ({
  id: person.id,
  name: person.name,
  about: aboutPerson(person),
  face: person.face,
})

/** “070-174 06 12, amina@…”: what a journalist needs. */
export const contactLine = (person: PersonChoice | undefined): string =>
  [person?.phone, person?.email].filter(Boolean).join(', ')
