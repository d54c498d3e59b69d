/** The mails about a text under embargo. They tell nothing of the text, not even its title, until it is out. */
import { and, eq } from 'drizzle-orm'
import { absolute } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { formatMomentInZone } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { db } from '../client.ts'
import { issueEmbargoLink } from '../embargo/links.ts'
import { statusOf } from '../releases.ts'
import { type EmbargoLink, embargoLinks } from '../schema/embargoes.ts'
import { releases } from '../schema/releases.ts'
import { getSettings } from '../settings.ts'
import { notInTrash } from '../trash/in-trash.ts'

/** Takes a link along to a journalist. Undefined when it would open nothing. */
export async function embargoMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const issued = await issueEmbargoLink(id, now)
  if (!issued?.row.email || !issued.release.publishAt) return undefined
  const { row, release, token } = issued
  const { newsroom, t, moment } = await said(release.language)
  const until = moment(issued.release.publishAt)
  return mailTo(row, newsroom, t('mail-subject', { newsroom }), [
    t('mail-intro', { name: oneLine(row.name), newsroom }),
    t('not-before', { when: until }),
    absolute(`/embargo/${token}`),
    t('mail-yours'),
    ...(row.expiresAt ? [t('mail-expires', { when: moment(row.expiresAt) })] : []),
  ])
}

/** Tells a journalist that an embargo is lifted, moved or cancelled, as it stands now. Undefined where there is no news. */
export async function embargoNewsMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const [found] = await db
    .select({ link: embargoLinks, release: releases })
    .from(embargoLinks)
    .innerJoin(releases, eq(releases.id, embargoLinks.releaseId))
    .where(and(eq(embargoLinks.id, id), notInTrash('release', releases.id)))
  if (!found?.link.email || found.link.revokedAt) return undefined
  const { link, release } = found
  const { newsroom, t, moment } = await said(release.language)
  const greeting = link.greeting ? [quoted(link.greeting)] : []
  if (link.cancelledAt)
    return mailTo(link, newsroom, t('cancelled-subject', { newsroom }), [
      t('cancelled-text', { newsroom }),
      ...greeting,
    ])
  const status = statusOf(release, now)
  if (!release.publishAt) return undefined
  if (status === 'live')
    return mailTo(link, newsroom, t('lifted-subject', { newsroom }), [
      t('lifted-text', { when: moment(release.publishAt) }),
      ...greeting,
      absolute(pathTo(release.language, 'news', release.slug ?? '')),
    ])
  if (status !== 'scheduled' || !link.formerAt) return undefined
  return mailTo(link, newsroom, t('moved-subject', { newsroom }), [
    t('not-before', { when: moment(release.publishAt) }),
    t('formerly', { when: moment(link.formerAt) }),
    ...greeting,
    t(link.expiresAt && link.expiresAt <= now ? 'mail-link-over' : 'mail-same-link'),
  ])
}

async function said(language: Language) {
  const settings = await getSettings()
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC' }
  return {
    newsroom: settings?.name ?? '',
    t: translator(language, 'embargo'),
    // A mail has lines of its own.
    moment: (at: Date) => formatMomentInZone(at, clock).replaceAll('\u00a0', ' '),
  }
}

const mailTo = ({ email }: EmbargoLink, from: string, subject: string, parts: string[]): MailMessage => ({
  to: email,
  from,
  replyTo: '',
  subject,
  text: `${parts.join('\n\n')}\n`,
})
