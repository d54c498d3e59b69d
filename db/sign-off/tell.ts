/** Tells the members concerned of what others say to the words of a text. */
import { eq } from 'drizzle-orm'
import type { Writer } from '../client.ts'
import type { AnyActor } from '../events.ts'
import { type Release, releases } from '../schema/releases.ts'
import { type Suggestion, signOffs } from '../schema/sign-offs.ts'
import type { SignOffAnswer } from '../types.ts'
import { notify } from '../users/notifications.ts'
import type { OpenSignOff } from './links.ts'

const kinds = {
  approve: 'sign-off-given',
  suggest: 'sign-off-suggested',
  refuse: 'sign-off-refused',
} as const

/**
 * Tells whoever asked, and the text's writer, of the answers that came together, once: of a no before other words, and of
 * those before a yes.
 */
export async function tellOfAnswers(
  tx: Writer,
  { id, name, releaseId }: OpenSignOff,
  answers: { answer?: SignOffAnswer | undefined; reason: string }[],
  { address, now }: { address: string; now: Date },
): Promise<void> {
  const [worst] = (['refuse', 'suggest', 'approve'] as const).flatMap((one) =>
    answers.filter(({ answer }) => answer === one),
  )
  if (!worst?.answer) return
  const release = await tx.query.releases.findFirst({ where: eq(releases.id, releaseId) })
  const actor = { guest: { name, from: address } }
  const to = [await askerOf(tx, id), release?.createdBy ?? null]
  await notify(tx, { kind: kinds[worst.answer], releaseId, to, actor, note: worst.reason, now })
}

/** Tells the text's writer of other words for a block, and whoever asked for a yes where they came in place of it. */
export async function tellOfSuggestion(
  tx: Writer,
  release: Release,
  { signOffId, note }: Pick<Partial<Suggestion>, 'signOffId'> & { note: string },
  by: { actor: AnyActor; now: Date },
): Promise<void> {
  const kind = signOffId ? 'sign-off-suggested' : 'suggestion-made'
  const to = [release.createdBy, signOffId ? await askerOf(tx, signOffId) : null]
  await notify(tx, { ...by, kind, releaseId: release.id, to, note })
}

async function askerOf(tx: Writer, signOffId: string): Promise<string | null> {
  const asked = await tx.query.signOffs.findFirst({ where: eq(signOffs.id, signOffId), columns: { createdBy: true } })
  return asked?.createdBy ?? null
}
