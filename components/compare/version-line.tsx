/** Shows a version of a text on one line: when, by whom and why it was kept, its name, and whether readers see it. */
import { type DisplayStatus, StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { Version } from '#db/releases/history.ts'
import type { RevisionReason } from '#db/types.ts'
import { inlineText } from '#lib/document/rich-text.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { translator } from '#lib/messages.ts'
import { clockTime, type StudioClock, whenName } from '#lib/time/phrases.ts'

export interface VersionContext {
  t: ReturnType<typeof translator<'history'>>
  clock: StudioClock
  /** The reader of the list, whose own versions are “du”. */
  userId: string
  displayStatus: DisplayStatus
}

/** Returns when something was last done to a version: a published one belongs to the moment it was published. */
export const momentOf = (version: Version): Date => version.sent?.at ?? version.savedAt

export function VersionLine({ version, versionContext }: { version: Version; versionContext: VersionContext }) {
  const { t, clock } = versionContext
  const at = momentOf(version)
  const writer = version.sent && version.sent.by?.id !== version.savedBy?.id
  return (
    <>
      <time dateTime={at.toISOString()}>{clockTime(at, clock)}</time>
      <StatusGlyph displayStatus={glyphOf(version, versionContext)} />
      <span>{reasonText(version, versionContext)}</span>
      {version.name && <span className="m named">”{version.name}”</span>}
      {writer && <span className="m">{writerText(version, versionContext)}</span>}
      {version.steps.map((step) => (
        <StepLine key={step.at.toISOString() + step.step} step={step} versionContext={versionContext} />
      ))}
      {version.isDraft && <span className="m">{t('is-draft')}</span>}
      {version.isLive && <span className="m">{liveText(version, versionContext)}</span>}
      {version.replacesAt && (
        <span className="m">{t('goes-out-at', { when: whenName(version.replacesAt, clock) })}</span>
      )}
      {saidOf(version, versionContext).map(({ id, text }) => (
        <span key={id} className="m">
          {text}
        </span>
      ))}
    </>
  )
}

/** A step of the review. That a text went out is said by the version itself, but not that nobody had read it. */
function StepLine({
  step: { step, at, by, note },
  versionContext,
}: {
  step: Version['steps'][number]
  versionContext: VersionContext
}) {
  const { t, clock } = versionContext
  if (step === 'publish' || (step === 'publish-unreviewed' && !note)) return null
  const said = t(`step-${step}`, { name: whoName(by, versionContext), when: whenName(at, clock) })
  return <span className="m">{note ? t('step-said', { step: said, note }) : said}</span>
}

function glyphOf(version: Version, { displayStatus }: VersionContext): DisplayStatus {
  if (!version.isLive) return version.replacesAt ? 'scheduled' : 'draft'
  return displayStatus === 'scheduled' || displayStatus === 'withdrawn' ? displayStatus : 'live'
}

/**
 * Returns who saved a version: “Du” at the beginning of a sentence, others by name, and the newsroom itself where
 * nobody did.
 */
function whoName(who: Version['savedBy'], { t, userId }: VersionContext): string {
  return who?.id === userId ? t('you') : (who?.name ?? t('the-newsroom'))
}

function writerText({ savedBy }: Version, versionContext: VersionContext): string {
  if (savedBy?.id === versionContext.userId) return versionContext.t('written-by-you')
  return versionContext.t('written-by', { name: whoName(savedBy, versionContext) })
}

const reasons = {
  autosave: 'reason-autosave',
  save: 'reason-save',
  publish: 'reason-publish',
  takeover: 'reason-takeover',
  aside: 'reason-aside',
  restore: 'reason-restore',
  review: 'reason-review',
  answered: 'reason-answered',
} as const satisfies Record<RevisionReason, string>

function reasonText({ reason, savedBy, sent, restoredFrom }: Version, versionContext: VersionContext): string {
  const { t, clock } = versionContext
  const name = whoName(savedBy, versionContext)
  if (restoredFrom && !sent) return t('reason-restored', { name, when: whenName(restoredFrom, clock) })
  if (!sent) return t(reasons[reason], { name })
  const verb = sent.goesOut > sent.at ? 'reason-scheduled' : 'reason-published'
  return t(verb, { name: whoName(sent.by, versionContext) })
}

/** Returns what others have said of a version, a sentence for each: who, when and to which words. */
function saidOf({ answers, suggestions }: Version, { t, clock }: VersionContext): { id: string; text: string }[] {
  const when = (at: Date) => whenName(at, clock)
  return [
    ...answers.map(({ id, name, answer, quote, reason, at, replacedAt }) => {
      const words = quote ? excerpt(inlineText(quote.content), 60) : ''
      const said = t(`answer-${answer}`, { name, scope: quote ? 'quote' : 'text', words, when: when(at) })
      return {
        id,
        text: [said, reason && `”${reason}”`, replacedAt && t('answer-replaced')].filter(Boolean).join(' · '),
      }
    }),
    ...suggestions.map(({ id, name, outcome, createdAt, settledAt, settledBy }) => ({
      id,
      text: t(`suggested-${outcome ?? 'open'}`, { name, by: settledBy ?? '', when: when(settledAt ?? createdAt) }),
    })),
  ]
}

function liveText({ sent }: Version, { t, clock, displayStatus }: VersionContext): string {
  if (displayStatus === 'withdrawn') return t('was-live')
  if (displayStatus === 'scheduled')
    return sent ? t('goes-out-at', { when: whenName(sent.goesOut, clock) }) : t('goes-out')
  return t('is-live')
}

/** Returns a short name of a version, for picking it: what it is, and when it was saved. */
export function versionLabel(version: Version, versionContext: VersionContext): string {
  const { t, clock, displayStatus } = versionContext
  const when = whenName(momentOf(version), clock)
  if (version.name) return `”${version.name}”, ${when}`
  if (version.isDraft) return t('now-when', { when })
  if (version.isLive && displayStatus === 'scheduled') return t('planned-when', { when })
  if (version.isLive) return t('live-when', { when })
  return `${whoName(version.savedBy, versionContext)}, ${when}`
}
