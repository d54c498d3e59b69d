/** Names what a change of several things left as it was. */
import type { BulkAnswer, LeftThing } from '#components/list/types.ts'
import { listOfStories } from '#db/releases/list.ts'
import { namesOf } from '#db/trash/list.ts'
import type { BulkOutcome } from '#db/trash.ts'
import type { TrashNoun } from '#db/types.ts'
import { refusalText } from '#lib/form.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { titleOf } from '../title-of.ts'

/** The folder of each noun's pages in the studio. */
export const sectionOf = {
  release: 'releases',
  person: 'people',
  media: 'media',
  topic: 'topics',
  series: 'series',
  organisation: 'organisations',
} as const satisfies Record<TrashNoun, string>

/** Returns the address of a thing in the studio. */
export const pathOfThing = (noun: TrashNoun, id: string): string =>
  noun === 'media' ? `/studio/media?item=${id}` : `/studio/${sectionOf[noun]}/${id}`

/** Answers with a sentence where all of a change was refused: what was to be put on texts has been thrown away meanwhile. */
export async function orRefusal(language: Language, change: () => Promise<BulkAnswer>): Promise<BulkAnswer> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { message: refusalText(error, language), left: [] }
  }
}

/** Returns the name of a thing, whether or not it lies in the trash. */
export async function nameOfThing(noun: TrashNoun, id: string, language: Language): Promise<string> {
  const about = (await namesOf(noun, [id], language, new Date())).get(id)
  if (noun !== 'release') return about?.name ?? ''
  return titleOf({ title: about?.name ?? '', opening: about?.opening ?? '' }, language)
}

export async function leftThings(
  noun: TrashNoun,
  left: BulkOutcome['left'],
  { language, now }: { language: Language; now: Date },
): Promise<LeftThing[]> {
  if (left.length === 0) return []
  const ids = left.map(({ id }) => id)
  const named = await namesOf(noun, ids, language, now)
  return left.map(({ id, code, details }) => {
    const about = named.get(id)
    const name =
      noun === 'release' && about ? titleOf({ opening: '', ...about, title: about.name }, language) : about?.name
    return {
      id,
      name: name ?? '',
      href: pathOfThing(noun, id),
      reason: refusalText(new Refusal(code, { details }), language),
    }
  })
}

/** Names stories that were left by the version that is the reason: one that readers see or will see. */
export async function leftStories(
  left: BulkOutcome['left'],
  { language, now }: { language: Language; now: Date },
): Promise<LeftThing[]> {
  if (left.length === 0) return []
  const versions = await listOfStories(
    left.map(({ id }) => id),
    now,
  )
  return left.map(({ id, code, details }) => {
    const own = versions.filter(({ storyId }) => storyId === id)
    const version = own.find(({ displayStatus }) => displayStatus !== 'draft') ?? own[0]
    return {
      id,
      name: version ? titleOf(version, language) : '',
      href: version ? pathOfThing('release', version.id) : '/studio/releases',
      reason: refusalText(new Refusal(code, { details }), language),
    }
  })
}
