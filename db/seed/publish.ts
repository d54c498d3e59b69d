/** One release of the example newsroom, written and published as its editors would have done it. */
import type { Block } from '#lib/document/rich-text.ts'
import { instantsOf } from '#lib/time/zone.ts'
import { publishRelease, withdrawRelease } from '../releases/publication.ts'
import type { ChangeNotice } from '../releases/published/change-notice.ts'
import { submitForReview } from '../releases/review/steps.ts'
import { type Draft, getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease, createTranslation } from '../releases.ts'
import type { Hero } from '../types.ts'
import { type Cast, idOf, seedCard } from './cast.ts'
import { seedNewsroomTexts } from './settings.ts'
import type { ReleaseSeed } from './types.ts'

const hour = 3_600_000
const before = (at: Date, hours: number) => new Date(at.getTime() - hours * hour)

/** Writes a release and returns its id. `source` is the version in the other language, where there is one. */
export async function writeRelease(
  cast: Cast,
  seed: ReleaseSeed,
  { now, source }: { now: Date; source: string | undefined },
): Promise<string> {
  const { state, language, kind } = seed
  const { editor, owner, contributor } = cast.members
  const goesOut = 'publishedAt' in state ? new Date(state.publishedAt) : now
  const writer = kind === 'news' ? contributor : editor
  const by = { actor: writer, now: before(goesOut, 26) }
  const id = source ? await createTranslation(source, language, by) : await createRelease({ language, kind }, by)

  const draft = draftOf(cast, seed, goesOut)
  const save = async (changed: Partial<Draft>, at: Date) => {
    const version = (await getDraft(id))?.version ?? 0
    await saveDraft(id, { ...draft, ...changed }, { actor: writer, baseVersion: version, reason: 'save', now: at })
  }
  const publish = async (at: Date, how: { schedule?: Date; change?: ChangeNotice } = {}) => {
    const baseVersion = (await getDraft(id))?.version ?? 0
    const { schedule = null, change } = how
    await publishRelease(id, { actor: owner, baseVersion, at: schedule, change, now: at })
  }

  if ('draft' in state) {
    await save({}, before(now, 3))
    if (state.submitted) {
      const { note, dueInDays, at } = state.submitted
      const baseVersion = (await getDraft(id))?.version ?? 0
      const submission = { note, reviewerId: editor.id, dueAt: timeInDays(now, dueInDays, at).toISOString() }
      await submitForReview(id, submission, { actor: writer, baseVersion, baseStep: 0, now: before(now, 2) })
    }
  } else if ('scheduledInDays' in state) {
    await save({}, before(now, 20))
    await publish(before(now, 2), { schedule: timeInDays(now, state.scheduledInDays, state.at) })
  } else {
    const { update, correction, withdrawn } = state
    await save({ ...earlier(draft, state), ...(seed.formerSlug && { slug: seed.formerSlug }) }, before(goesOut, 20))
    await publish(goesOut)
    const change = async (at: string, notice: ChangeNotice) => {
      await save({}, before(new Date(at), 0.1))
      await publish(new Date(at), { change: notice })
    }
    if (update) await change(update.at, { kind: 'note', wrong: '', text: update.text })
    if (correction) await change(correction.at, { kind: 'correction', wrong: correction.wrong, text: correction.text })
    if (withdrawn) await withdrawRelease(id, { actor: owner, reason: withdrawn.reason, now: new Date(withdrawn.at) })
  }
  return id
}

/** Returns what a text lacked or had wrong when it was first published. */
const earlier = (
  { body, lead }: Draft,
  { update, correction }: Extract<ReleaseSeed['state'], { publishedAt: string }>,
) => ({
  ...(update && { body: { ...body, content: body.content.filter(({ type }) => type !== 'factBox') } }),
  ...(correction && { lead: [correction.lead, ...lead.slice(1)] }),
})

/** The instant at which the newsroom's clocks show this time, so many days after `now`. */
function timeInDays(now: Date, days: number, time: string): Date {
  const date = new Date(now.getTime() + days * 24 * hour).toISOString().slice(0, 10)
  const [at] = instantsOf({ date, time }, seedNewsroomTexts.timeZone)
  if (!at) throw new Error(`there is no ${time} on ${date}`)
  return at
}

function draftOf(cast: Cast, seed: ReleaseSeed, day: Date): Draft {
  const { kind, title, slug, lead, place } = seed
  return {
    kind,
    title,
    slug,
    lead,
    leadForm: lead.length > 1 ? 'points' : 'paragraph',
    place,
    byline: seed.byline ?? '',
    summary: seed.summary ?? '',
    hero: seed.hero ? imageOf(cast, seed.hero) : null,
    body: { type: 'doc', content: seed.body.map((block) => blockOf(cast, block)) },
    topicIds: seed.topics.map((topic) => idOf(cast.topics, topic)),
    ai: null,
    meeting: seed.meeting ?? null,
    seriesId: seed.series ? idOf(cast.series, seed.series) : null,
    cards: seed.cards.map((card) => seedCard(cast, card, seed.language, day)),
    contactIds: seed.contacts.map((contact) => idOf(cast.people, contact)),
  }
}

const imageOf = (cast: Cast, use: Hero): Hero => ({ ...use, mediaId: idOf(cast.pictures, use.mediaId) })

/** The block with ids where the seed has keys. */
function blockOf(cast: Cast, block: Block): Block {
  if (block.type === 'image') return { ...block, attrs: imageOf(cast, block.attrs) }
  if (block.type === 'gallery') {
    return { ...block, content: block.content.map((image) => ({ ...image, attrs: imageOf(cast, image.attrs) })) }
  }
  if (block.type !== 'quote' || block.attrs.personId === null) return block
  return { ...block, attrs: { ...block.attrs, personId: idOf(cast.people, block.attrs.personId) } }
}
