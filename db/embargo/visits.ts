/**
 * What the holder of a link does. Only what is sent counts: whoever opens an address, as programs that look through mail do,
 * changes nothing and leaves no trace.
 */
import { eq } from 'drizzle-orm'
import { type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { embargoLinks } from '../schema/embargoes.ts'
import { countOutside, requireLink } from '../sign-off/suggestions.ts'
import { isSigned, signatureOf } from '../users/signatures.ts'
import { hashOf } from '../users/tokens.ts'
import { type OpenEmbargo, openEmbargoLink } from './links.ts'

type From = { address: string; now: Date }

/** How long the text can be read after a press on the button, in hours. */
const readsFor = 12

const signed = (token: string, until: string) => `read under embargo by ${hashOf(token)} until ${until}`

/**
 * Accepts the terms, the first time, and opens the text: returns what the address of the text holds, good for half a day.
 * Refuses a link that opens nothing, a text that is not under embargo any longer (`link-opens-nothing`), and more than
 * twenty in a quarter of an hour.
 */
export async function openEmbargoedText(token: string, from: From): Promise<string> {
  await write(async (tx) => {
    const link = await requireWaiting(tx, token, from)
    if (!link.acceptedAt) {
      const before = await fieldsOf(tx, 'embargo-link', link.id)
      await tx.update(embargoLinks).set({ acceptedAt: from.now }).where(eq(embargoLinks.id, link.id))
      await record(tx, 'accept', link, from, { before })
    }
    await record(tx, 'open', link, from)
  })
  const until = String(from.now.getTime() + readsFor * 3_600_000)
  return `${until}-${signatureOf(signed(token, until))}`
}

/** Whether a link has been opened by a press that is still good. It says nothing of whether the link is. */
export function isReading(token: string, pass: string, now: Date): boolean {
  const [, until = '', signature = ''] = /^(\d{1,15})-([0-9a-f]{64})$/.exec(pass) ?? []
  return Number(until) > now.getTime() && isSigned(signed(token, until), signature)
}

/**
 * Notes that a file is fetched. Refuses a link that opens nothing, and more than twenty files from an address in a quarter
 * of an hour.
 */
export async function noteDownload(token: string, file: string, from: From): Promise<void> {
  await write(async (tx) => {
    const link = await requireWaiting(tx, token, from)
    await record(tx, 'download', link, from, { file })
  })
}

async function requireWaiting(tx: Writer, token: string, from: From): Promise<OpenEmbargo> {
  const waiting = async () => {
    const link = await openEmbargoLink(token, from.now, tx)
    return link?.state === 'waiting' ? link : undefined
  }
  const link = await requireLink(waiting())
  await countOutside(tx, link, from)
  return link
}

const record = (
  tx: Writer,
  verb: string,
  { id, releaseId, name }: OpenEmbargo,
  { address, now }: From,
  { before, file }: { before?: Awaited<ReturnType<typeof fieldsOf>>; file?: string } = {},
) =>
  recordEvent(tx, {
    actor: { guest: { name, from: address } },
    verb,
    noun: 'embargo-link',
    targetId: id,
    details: { release: releaseId, ...(file && { file }) },
    ...(before && { before }),
    now,
  })
