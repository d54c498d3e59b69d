'use client'
/** Knows what the button that publishes will do and why it may be refused, and does it once. */
import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { ChangeKind } from '#db/types.ts'
import type { Blocker } from '#lib/checks/blockers.ts'
import { momentText } from '#lib/time/phrases.ts'
import type { Saving } from '../saving/saver.ts'
import type { EditorProps, LanguageVersion, Outcome, ReleaseFacts } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { type Done, type Retry, Unanswered, useOneAtATime } from './use-one-at-a-time.ts'
import { firstWhen, type ResolvedWhen, resolveWhen, useNow, type When } from './use-when.ts'

/** What has been answered about a change; nothing is chosen for its writer. */
export interface AnsweredChange {
  kind: ChangeKind | null
  wrong: string
  text: string
}

const unanswered: AnsweredChange = { kind: null, wrong: '', text: '' }

export interface Publishing {
  when: When
  setWhen: (when: When) => void
  resolved: ResolvedWhen
  now: Date | null
  /** What a change is to readers, as far as it has been said; null where they have not seen the text. */
  change: AnsweredChange | null
  setChange: (change: AnsweredChange) => void
  /** Whether two pairs of eyes are asked for, and a reason for going out without. */
  isUnreviewed: boolean
  reason: string
  setReason: (text: string) => void
  /** Words to those who have the text under embargo, and whether what the button does is news to them. */
  greeting: string
  setGreeting: (text: string) => void
  isNews: boolean
  /** What the button will do, in the words of the question. */
  what: 'publish' | 'publish-changes' | 'publish-again' | 'schedule' | 'schedule-changes'
  /** What it does, as a verb. */
  label: string
  /** Whether the text holds anything that does not go out, or that readers do not see. */
  isChanged: boolean
  /** Why the button does nothing now. */
  why: string | null
  isPending: boolean
  /** What was done last, and whether it can be taken back. */
  done: Done | null
  /** Says that something has been done. */
  tell: (done: Done) => void
  forget: () => void
  /** Set while the server does not answer and is asked again. */
  retry: Retry | null
  /** The sentence of a refusal. */
  refused: string | null
  /** Whether the question is being asked. */
  isAsking: boolean
  /** The language versions that can go out for the first time with this one, and those that do by what is asked. */
  siblings: LanguageVersion[]
  others: LanguageVersion[]
  ask: (others?: LanguageVersion[]) => void
  stopAsking: () => void
  publish: () => void
  takeBack: () => void
  cancel: () => void
  /** Tells the saver that something else has raised the version. */
  moved: (version: number) => void
}

type Options = Pick<EditorProps, 'mayPublish' | 'release' | 'review' | 'versions' | 'actions'> & {
  writing: Writing
  blockers: Blocker[]
  isUnreviewed: boolean
}

export function usePublishing(options: Options): Publishing {
  const { mayPublish, release, versions, actions, writing, blockers } = options
  const router = useRouter()
  const t = useText('editor')
  const clock = useLocale()
  const now = useNow()
  const { displayStatus, goingOut } = release
  const goesOutAt = goingOut ? new Date(goingOut.at) : null
  const [chosen, setWhen] = useState<When | null>(null)
  const when = chosen ?? firstWhen(goesOutAt, clock.timeZone, now ?? new Date(0))
  const resolved = resolveWhen(when, clock.timeZone, now ?? new Date(0))
  const [change, setChange] = useState(unanswered)
  const [reason, setReason] = useState('')
  const [greeting, setGreeting] = useState('')
  // Of another language that goes out too, only the server knows.
  const [wasUnreviewed, setWasUnreviewed] = useState(false)
  const isUnreviewed = options.isUnreviewed || wasUnreviewed
  const { saver, saving } = writing

  const isSeen = displayStatus === 'live' || displayStatus === 'changed'
  const wasSeen = isSeen || displayStatus === 'withdrawn'
  const isChanged = hasChanges(release, saving)
  // The fields know minutes, and what was scheduled by other means than these may know more.
  const isAsSet = goesOutAt !== null && minuteOf(resolved.at) === minuteOf(goesOutAt)
  const at = isAsSet ? goesOutAt : resolved.at

  const verb = isSeen ? 'publish-changes' : displayStatus === 'withdrawn' ? 'publish-again' : 'publish'
  const what = !resolved.at ? verb : isSeen ? 'schedule-changes' : 'schedule'
  const label = (): string => {
    if (when.mode === 'at' && !resolved.at) return t('publish-later')
    if (isAsSet && isChanged) return t('schedule-with-changes')
    if (!resolved.at || !now) return t(verb === 'publish' ? 'publish-now' : verb)
    return t(`${verb}-at`, { when: momentText(resolved.at, clock, now) })
  }
  const why = (): string | null => {
    if (!mayPublish) return t('why-contributor')
    if (blockers.length) return t('why-blocked', { count: blockers.length })
    if (saving.notice === 'conflict') return t('why-conflict')
    if (isSeen && !isChanged && !goingOut) return t('why-unchanged')
    if (resolved.problem) return t(`why-${resolved.problem}`)
    return isAsSet && !isChanged ? t('why-scheduled') : null
  }

  // What the question is about. It stays as it was asked while the answer is tried again.
  const asked = useRef<Asked | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [others, setOthers] = useState<LanguageVersion[]>([])
  const { once, insist, ...progress } = useOneAtATime(saver, {
    onDone() {
      setAsking(false)
      setChange(unanswered)
      setReason('')
      setGreeting('')
      setWasUnreviewed(false)
      setWhen(null)
    },
    onUnanswered: () => setAsking(false),
  })
  const publish = async (): Promise<Outcome> => {
    const request = asked.current
    if (!request) return refusal(t('not-saved-not-published'))
    const text = JSON.stringify(writing.read())
    request.text ??= text
    if (request.baseVersion === undefined) {
      if (request.text !== text) return refusal(t('changed-since-asked'))
      request.baseVersion = await saver.flush()
    }
    const { baseVersion, key } = request
    if (baseVersion === undefined) {
      if (saver.current().notice === 'network') throw new Unanswered()
      return refusal(t('not-saved-not-published'))
    }
    request.how ??= {
      at: at?.toISOString() ?? null,
      change: wasSeen ? change : null,
      reason: isUnreviewed ? reason : '',
      greeting,
    }
    const together = request.others.map(({ id, version }) => ({ id: id ?? '', baseVersion: version }))
    const baseStep = options.review.step
    const outcome = await actions.publish(release.id, { ...request.how, baseVersion, baseStep, key, others: together })
    if (outcome.status === 'saved') return outcome
    const isOvertaken = outcome.code === 'review-moved'
    // Somebody else's text, or what they have done about it, has to be met before anything goes out.
    if (outcome.code?.startsWith('stale') || isOvertaken) setAsking(false)
    if (isOvertaken) saver.recheck()
    if (outcome.code === 'stale-version' || isOvertaken) router.refresh()
    if (outcome.code?.startsWith('two-pairs-of-eyes')) setWasUnreviewed(true)
    // The next answer is an answer to what stands there then.
    asked.current = { others: request.others, key: newKey() }
    return outcome.code === 'stale' && request.text !== text ? refusal(t('changed-since-asked')) : outcome
  }
  const siblings = useMemo(
    () => (displayStatus === 'draft' ? versions.filter(isDraftBeside(release.id)) : []),
    [displayStatus, versions, release.id],
  )
  const next = resolved.at ? 'undo-schedule' : 'take-back'
  return {
    when,
    setWhen,
    resolved,
    now,
    change: wasSeen ? change : null,
    setChange,
    isUnreviewed,
    reason,
    setReason,
    greeting,
    setGreeting,
    isNews: goesOutAt !== null && !isAsSet,
    what,
    label: label(),
    isChanged,
    why: now ? why() : null,
    ...progress,
    moved: (version) => saver.moved(version),
    isAsking,
    siblings,
    others,
    ask(together = []) {
      progress.forget()
      asked.current = { others: together, key: newKey() }
      setOthers(together)
      setWasUnreviewed(false)
      setAsking(true)
    },
    stopAsking() {
      progress.forget()
      setAsking(false)
    },
    publish: () => insist(publish, next),
    takeBack() {
      const together = others.map(({ id }) => id ?? '')
      once(() => actions.takeBack(release.id, together), 'publish-again')
    },
    cancel: () => once(() => actions.cancelSchedule(release.id), null),
  }
}

interface Asked {
  /** Names the press: one that is sent twice publishes once. */
  key: string
  others: LanguageVersion[]
  /** What stood in the text at the press, the version it was saved as, and what was answered. */
  text?: string
  baseVersion?: number | undefined
  how?: { at: string | null; change: AnsweredChange | null; reason: string; greeting: string }
}

const refusal = (message: string): Outcome => ({ status: 'refused', errors: {}, message })

const isDraftBeside =
  (here: string) =>
  ({ id, displayStatus }: LanguageVersion): boolean =>
    id !== null && id !== here && displayStatus === 'draft'

/** Whether the text holds anything that does not go out by itself, or that readers do not see where nothing does. */
export const hasChanges = (release: ReleaseFacts, saving: Pick<Saving, 'unsaved' | 'version'>): boolean =>
  release.isChanged || saving.unsaved || saving.version > release.version

const minuteOf = (at: Date | null) => at && Math.floor(at.getTime() / 60_000)

const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
