/** Preview links show a draft to somebody without an account. Whoever has the address has the link. */
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader, type Writer, write } from '../client.ts'
import { fieldsOf, type ToldFields } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { requiredLine } from '../inputs.ts'
import { isLiveMedia } from '../live/media.ts'
import { dayOf, portraitShown, revisionsNaming, type Visit } from '../live/visible.ts'
import { type Member, may } from '../permissions.ts'
import { people } from '../schema/people.ts'
import { type PreviewLink, previewLinks, releases, revisionMedia } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { hashOf, newToken } from '../users/tokens.ts'
import { requireRelease } from './require-release.ts'

/** How many days a link can last. */
export const linkDays = [1, 7, 30] as const

export const previewLinkSchema = z.object({
  name: requiredLine(100),
  days: z.literal(linkDays),
})

type By = { actor: Member; now: Date }
export type OpenLink = Pick<PreviewLink, 'id' | 'releaseId' | 'name'>

/** Makes a link and returns its secret, which cannot be read again. Refuses a contributor whose text it is not. */
export async function createPreviewLink(
  releaseId: string,
  input: z.input<typeof previewLinkSchema>,
  by: By,
): Promise<{ id: string; token: string }> {
  const { name, days } = previewLinkSchema.parse(input)
  const token = newToken()
  return write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    const expiresAt = new Date(by.now.getTime() + days * 86_400_000)
    const [link] = await tx
      .insert(previewLinks)
      .values({ releaseId, name, tokenHash: hashOf(token), createdAt: by.now, createdBy: by.actor.id, expiresAt })
      .returning({ id: previewLinks.id })
    if (!link) throw new Error('the link was not written')
    await record(tx, 'create', link.id, { release: releaseId, name, days }, by, {})
    return { id: link.id, token }
  })
}

/** Revokes a link at once; doing it twice changes nothing. Refuses an unknown link, and users who may not make one. */
export async function revokePreviewLink(releaseId: string, linkId: string, by: By): Promise<void> {
  await write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    const [link] = await tx
      .select()
      .from(previewLinks)
      .where(and(eq(previewLinks.id, linkId), eq(previewLinks.releaseId, releaseId)))
    if (!link) throw new Refusal('unknown-preview-link')
    if (link.revokedAt) return
    const before = await fieldsOf(tx, 'preview-link', linkId)
    await tx.update(previewLinks).set({ revokedAt: by.now }).where(eq(previewLinks.id, linkId))
    await record(tx, 'revoke', linkId, { release: releaseId, name: link.name }, by, before)
  })
}

/** Refuses an unknown text, and a member who may not show it to somebody outside. */
export async function sharedBy(tx: Writer, releaseId: string, actor: Member): Promise<void> {
  const release = await requireRelease(tx, releaseId)
  if (!may(actor, 'share', release)) throw new Refusal('preview-not-yours')
}

const record = (
  tx: Writer,
  verb: string,
  targetId: string,
  details: Record<string, string | number>,
  by: By,
  before: ToldFields,
) => recordEvent(tx, { actor: by.actor, verb, noun: 'preview-link', targetId, details, before, now: by.now })

/** Returns every link there has been to a text, latest first, without its secret. */
export async function listPreviewLinks(releaseId: string) {
  const { id, name, createdAt, expiresAt, revokedAt } = previewLinks
  return db
    .select({ id, name, createdAt, expiresAt, revokedAt, madeBy: users.name })
    .from(previewLinks)
    .innerJoin(users, eq(users.id, previewLinks.createdBy))
    .where(eq(previewLinks.releaseId, releaseId))
    .orderBy(desc(createdAt), desc(id))
}

/**
 * Returns the link that a secret opens now. Undefined, without saying which, for one that is wrong, expired or revoked,
 * or whose text lies in the trash.
 */
export async function openPreviewLink(token: string, now: Date, reader: Reader = db): Promise<OpenLink | undefined> {
  const { id, releaseId, name, tokenHash, expiresAt, revokedAt } = previewLinks
  const [link] = await reader
    .select({ id, releaseId, name })
    .from(previewLinks)
    .where(and(eq(tokenHash, hashOf(token)), gt(expiresAt, now), isNull(revokedAt), notInTrash('release', releaseId)))
  return link
}

type Shown = typeof releases.draftRevisionId | typeof releases.liveRevisionId

/** What a link is to: a text, or with a person only what they say in it. */
type Sharing = Pick<OpenLink, 'releaseId'> & { personId?: string | null }

/**
 * Whether a link opens a file: the draft shows it now, or what goes out does; or anybody may fetch it. For whoever is
 * asked about their own quotes alone, what the draft shows is their own portrait.
 */
export async function reachesMedia(
  link: Sharing,
  mediaId: string,
  visit: Pick<Visit, 'now' | 'timeZone'>,
  shown: Shown = releases.draftRevisionId,
): Promise<boolean> {
  const found = (!link.personId && (await inText(link, mediaId, shown))) || (await isFace(link, mediaId, visit, shown))
  return found || isLiveMedia(mediaId, visit)
}

async function inText({ releaseId }: Sharing, mediaId: string, shown: Shown): Promise<boolean> {
  const [use] = await db
    .select({ id: revisionMedia.mediaId })
    .from(revisionMedia)
    .innerJoin(releases, eq(shown, revisionMedia.revisionId))
    .where(
      and(
        eq(releases.id, releaseId),
        eq(revisionMedia.mediaId, mediaId),
        // A page leaves out what has been thrown away since.
        notInTrash('media', revisionMedia.mediaId),
      ),
    )
  return use !== undefined
}

async function isFace(
  { releaseId, personId }: Sharing,
  mediaId: string,
  visit: Pick<Visit, 'now' | 'timeZone'>,
  shown: Shown,
): Promise<boolean> {
  const [named] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(releases, eq(releases.id, releaseId))
    .where(
      and(
        eq(people.portraitMediaId, mediaId),
        personId ? eq(people.id, personId) : undefined,
        portraitShown(dayOf(visit).today),
        sql`${shown} IN (${revisionsNaming(people.id)})`,
      ),
    )
    .limit(1)
  return named !== undefined
}
