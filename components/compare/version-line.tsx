/** Shows a version of a text on one line: when, by whom and why it was kept, its name, and whether readers see it. */
import { type DisplayStatus, StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { Version } from '#db/releases/history.ts'
import type { RevisionReason } from '#db/types.ts'
import type { translator } from '#lib/messages.ts'
import { clockTime, type StudioClock, whenName } from '#lib/time/phrases.ts'

export interface Telling {
  t: ReturnType<typeof translator<'history'>>
  clock: StudioClock
  /** The reader of the list, whose own versions are “du”. */
  userId: string
  displayStatus: DisplayStatus
}

/** Returns when something was last done to a version: a published one belongs to the moment it was published. */
export const momentOf = (version: Version): Date => version.sent?.at ?? version.savedAt

export function VersionLine({ version, telling }: { version: Version; telling: Telling }) {
  const { t, clock } = telling
  const at = momentOf(version)
  const writer = version.sent && version.sent.by?.id !== version.savedBy?.id
  return (
    <>
      <time dateTime={at.toISOString()}>{clockTime(at, clock)}</time>
      <StatusGlyph displayStatus={glyphOf(version, telling)} />
      <span>{reasonText(version, telling)}</span>
      {version.name && <span className="m named">”{version.name}”</span>}
      {writer && <span className="m">{writerText(version, telling)}</span>}
      {version.isDraft && <span className="m">{t('is-draft')}</span>}
      {version.isLive && <span className="m">{liveText(version, telling)}</span>}
    </>
  )
}

function glyphOf(version: Version, { displayStatus }: Telling): DisplayStatus {
  if (!version.isLive) return 'draft'
  return displayStatus === 'scheduled' || displayStatus === 'withdrawn' ? displayStatus : 'live'
}

/**
 * Returns who saved a version: “Du” at the beginning of a sentence, others by name, and the newsroom itself where
 * nobody did.
 */
function whoName(who: Version['savedBy'], { t, userId }: Telling): string {
  return who?.id === userId ? t('you') : (who?.name ?? t('the-newsroom'))
}

function writerText({ savedBy }: Version, telling: Telling): string {
  if (savedBy?.id === telling.userId) return telling.t('written-by-you')
  return telling.t('written-by', { name: whoName(savedBy, telling) })
}

const reasons = {
  autosave: 'reason-autosave',
  save: 'reason-save',
  publish: 'reason-publish',
  takeover: 'reason-takeover',
  aside: 'reason-aside',
  restore: 'reason-restore',
} as const satisfies Record<RevisionReason, string>

function reasonText({ reason, savedBy, sent, restoredFrom }: Version, telling: Telling): string {
  const { t, clock } = telling
  const name = whoName(savedBy, telling)
  if (restoredFrom && !sent) return t('reason-restored', { name, when: whenName(restoredFrom, clock) })
  if (!sent) return t(reasons[reason], { name })
  const verb = sent.goesOut > sent.at ? 'reason-scheduled' : 'reason-published'
  return t(verb, { name: whoName(sent.by, telling) })
}

function liveText({ sent }: Version, { t, clock, displayStatus }: Telling): string {
  if (displayStatus === 'withdrawn') return t('was-live')
  if (displayStatus === 'scheduled')
    return sent ? t('goes-out-at', { when: whenName(sent.goesOut, clock) }) : t('goes-out')
  return t('is-live')
}

/** Returns a short name of a version, for picking it: what it is, and when it was saved. */
export function versionLabel(version: Version, telling: Telling): string {
  const { t, clock, displayStatus } = telling
  const when = whenName(momentOf(version), clock)
  if (version.name) return `”${version.name}”, ${when}`
  if (version.isDraft) return t('now-when', { when })
  if (version.isLive && displayStatus === 'scheduled') return t('planned-when', { when })
  if (version.isLive) return t('live-when', { when })
  return `${whoName(version.savedBy, telling)}, ${when}`
}
