/** Fills the example newsroom: a fictional programme with three years of texts, for the demonstration and for tests. */
import { endFirstSteps } from './first-steps.ts'
import { renewFilesAfter } from './media/renew.ts'
import { type Cast, createCast } from './seed/cast.ts'
import { seedStatement } from './seed/crisis.ts'
import { writeRelease } from './seed/publish.ts'
import { seedQuestions } from './seed/questions.ts'
import { seedReleases } from './seed/releases.ts'
import { readNotifications } from './users/desk-notifications.ts'

const founded = new Date('2024-01-15T09:00+01:00')

export interface ExampleNewsroom extends Cast {
  /** Release ids by story and language, as in `tolv-bruksorter sv`. */
  releases: Map<string, string>
}

/**
 * Fills an empty, migrated newsroom through the studio's own verbs, and returns what it made by key. Refuses a newsroom that has an
 * owner. `pictureWidth` makes every picture that small, which takes seconds instead of half a minute.
 */
export async function seedNewsroom({
  now,
  pictureWidth,
}: {
  now: Date
  pictureWidth?: number
}): Promise<ExampleNewsroom> {
  const cast = await createCast(founded, pictureWidth, now)
  const written = new Map<string, string>()
  for (const release of seedReleases) {
    const source = written.get(`${release.story} sv`)
    written.set(`${release.story} ${release.language}`, await writeRelease(cast, release, { now, source }))
  }
  await seedStatement(cast)
  await seedQuestions(cast.members, now)
  // Three years of work have been told of, and read.
  for (const actor of Object.values(cast.members)) await readNotifications('all', { actor, now })
  // The example is past its first steps, and its files say what its texts do: the clock need not find that out.
  await endFirstSteps(now)
  await renewFilesAfter(now, founded)
  return { ...cast, releases: written }
}
