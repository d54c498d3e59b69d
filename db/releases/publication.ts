/** Publishes and withdraws releases: what stops a publication, publishing now or at a set time, withdrawing. */
import { and, eq, ne } from 'drizzle-orm'
import { publishBlockers } from '#lib/checks/blockers.ts'
import { Refusal } from '#lib/refusal.ts'
import { isYear } from '#lib/time/period.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { forgetChanges, noteChange } from '../outbox/announcements.ts'
import { corrections, type Release, releases, revisions } from '../schema/releases.ts'
import { claimSlug, leaveRedirect } from '../slugs.ts'
import { requireDraft, requireRelease } from './require-release.ts'
import { type Draft, readDraft } from './revisions.ts'

/**
 * Publishes the draft: at once, or at `at`. For a live release it replaces what readers see, and `at` is refused.
 * Refuses while something blocks (`blocked`), a time that has passed, a stale version, and an address another release
 * has had. A changed address leaves a redirect. Returns the new version and whether it was published, scheduled or
 * changed.
 */
export async function publishRelease(
  releaseId: string,
  how: { actor: Actor; baseVersion: number; at: Date | null; correction?: string; now: Date },
): Promise<{ version: number; what: 'publish' | 'schedule' | 'publish-changes' }> {
  return write(async (tx) => {
    const release = await requireDraft(tx, releaseId, how.baseVersion)
    const draft = release.draftRevisionId ? await readDraft(tx, release.draftRevisionId) : undefined
    if (!draft || !release.draftRevisionId) throw new Refusal('unknown-release')
    const blockers = publishBlockers(draft)
    if (blockers.length) throw new Refusal('blocked', { details: { count: blockers.length } })
    if (how.at && how.at <= how.now) throw new Refusal('time-passed', { field: 'at' })
    const seen = release.liveRevisionId && release.publishAt && release.publishAt <= how.now
    if (seen && how.at) throw new Refusal('already-live', { field: 'at' })

    const slug = await claimReleaseSlug(tx, release, draft)
    if (seen && release.slug && release.slug !== slug)
      await leaveRedirect(tx, { noun: 'release', ...release }, release.slug, how.now)
    await tx
      .update(revisions)
      .set({ reason: 'publish' })
      .where(and(eq(revisions.id, release.draftRevisionId), ne(revisions.id, release.liveRevisionId ?? '')))
    await tx
      .update(releases)
      .set({
        slug,
        liveRevisionId: release.draftRevisionId,
        publishAt: seen ? release.publishAt : (how.at ?? how.now),
        revisedAt: seen ? how.now : null,
        withdrawnAt: null,
        withdrawnReason: null,
        redirectToId: null,
        draftVersion: release.draftVersion + 1,
        updatedAt: how.now,
      })
      .where(eq(releases.id, releaseId))
    const former = seen ? release.liveRevisionId : null
    await noteChange(tx, { release, at: how.at ?? how.now, former, now: how.now })
    if (seen && how.correction?.trim()) {
      await tx
        .insert(corrections)
        .values({ releaseId, text: how.correction.trim(), at: how.now, createdBy: how.actor.id })
    }
    const verb = seen ? 'publish-changes' : how.at ? 'schedule' : 'publish'
    await recordEvent(tx, {
      actor: how.actor,
      verb,
      noun: 'release',
      targetId: releaseId,
      details: { at: (how.at ?? how.now).toISOString(), revision: release.draftRevisionId },
      now: how.now,
    })
    return { version: release.draftVersion + 1, what: verb }
  })
}

/** Makes a scheduled release a draft again and returns its new version. Refuses one that is already live. */
export async function cancelSchedule(releaseId: string, by: { actor: Actor; now: Date }): Promise<{ version: number }> {
  return write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    if (!release.publishAt || release.publishAt <= by.now) throw new Refusal('already-live')
    await tx
      .update(releases)
      .set({ liveRevisionId: null, publishAt: null, draftVersion: release.draftVersion + 1, updatedAt: by.now })
      .where(eq(releases.id, releaseId))
    await forgetChanges(tx, releaseId, by.now)
    await recordEvent(tx, {
      actor: by.actor,
      verb: 'cancel-schedule',
      noun: 'release',
      targetId: releaseId,
      now: by.now,
    })
    return { version: release.draftVersion + 1 }
  })
}

/**
 * Withdraws a release. Its address answers 410 with the reason, or redirects to another release of the same language.
 * Refuses a release that is not live, a missing reason, and a redirect to itself or to nothing.
 */
export async function withdrawRelease(
  releaseId: string,
  how: { actor: Actor; reason: string; redirectToId?: string | null; now: Date },
): Promise<void> {
  const reason = how.reason.trim()
  if (!reason) throw new Refusal('reason-missing', { field: 'reason' })
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    if (!release.liveRevisionId || !release.publishAt || release.publishAt > how.now || release.withdrawnAt) {
      throw new Refusal('not-live')
    }
    if (how.redirectToId) {
      const target = await tx.query.releases.findFirst({ where: eq(releases.id, how.redirectToId) })
      if (!target || target.id === releaseId || target.language !== release.language) {
        throw new Refusal('unknown-redirect', { field: 'redirectToId' })
      }
    }
    await tx
      .update(releases)
      .set({
        withdrawnAt: how.now,
        withdrawnReason: reason,
        redirectToId: how.redirectToId ?? null,
        draftVersion: release.draftVersion + 1,
        updatedAt: how.now,
      })
      .where(eq(releases.id, releaseId))
    await noteChange(tx, { release, at: how.now, former: null, now: how.now })
    await recordEvent(tx, {
      actor: how.actor,
      verb: 'withdraw',
      noun: 'release',
      targetId: releaseId,
      details: { reason },
      now: how.now,
    })
  })
}

/**
 * Returns the address of a release: the one its writer chose, or one made from its title. Four digits are the address of
 * a year in the archive.
 */
function claimReleaseSlug(tx: Writer, { id, language, slug: current }: Release, draft: Draft): Promise<string> {
  const isTakenNow = async (slug: string) => {
    if (isYear(slug) && slug !== current) return true
    const other = await tx.query.releases.findFirst({
      where: and(eq(releases.language, language), eq(releases.slug, slug), ne(releases.id, id)),
    })
    return other !== undefined
  }
  const chosen = { slug: draft.slug, field: 'slug' }
  return claimSlug(tx, { noun: 'release', language, id }, { chosen, current, title: draft.title, isTakenNow })
}
