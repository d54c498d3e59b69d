'use client'
/** Knows what the button that publishes will do and why it may be refused, and does it once. */
import { useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { troubleFrom } from '#components/ui/form/form-trouble.ts'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Blocker } from '#lib/checks/blockers.ts'
import { momentText } from '#lib/time/phrases.ts'
import type { Saver, Saving } from '../saving/saver.ts'
import type { EditorProps, Outcome, ReleaseFacts } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { firstWhen, type ResolvedWhen, resolveWhen, useNow, type When } from './use-when.ts'

export interface Publishing {
  when: When
  setWhen: (when: When) => void
  resolved: ResolvedWhen
  now: Date | null
  correction: string
  setCorrection: (text: string) => void
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
  forget: () => void
  /** The sentence of a refusal. */
  refused: string | null
  /** Whether the question is being asked. */
  isAsking: boolean
  ask: () => void
  stopAsking: () => void
  publish: () => void
  takeBack: () => void
  cancel: () => void
  /** Tells the saver that something else has raised the version. */
  moved: (version: number) => void
}

interface Done {
  text: string
  /** What can follow: taking back what was published or scheduled, or publishing again what was taken back. */
  next: 'take-back' | 'undo-schedule' | 'publish-again' | null
}

type Options = Pick<EditorProps, 'mayPublish' | 'release' | 'actions'> & { writing: Writing; blockers: Blocker[] }

export function usePublishing({ mayPublish, release, actions, writing, blockers }: Options): Publishing {
  const t = useText('editor')
  const clock = useLocale()
  const now = useNow()
  const { displayStatus, goingOut } = release
  const goesOutAt = goingOut ? new Date(goingOut.at) : null
  const [chosen, setWhen] = useState<When | null>(null)
  const when = chosen ?? firstWhen(goesOutAt, clock.timeZone, now ?? new Date(0))
  const resolved = resolveWhen(when, clock.timeZone, now ?? new Date(0))
  const [correction, setCorrection] = useState('')
  const { saver, saving } = writing

  const isSeen = displayStatus === 'live' || displayStatus === 'changed'
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

  // The key of the press that the question is about. It stays while the answer is tried again.
  const [key, setKey] = useState<string | null>(null)
  const { once, ...progress } = useOneAtATime(saver, () => {
    setKey(null)
    setCorrection('')
    setWhen(null)
  })
  const publish = async (): Promise<Outcome> => {
    const baseVersion = await saver.flush()
    if (baseVersion === undefined || !key) {
      return { status: 'refused', errors: {}, message: t('not-saved-not-published') }
    }
    const outcome = await actions.publish(release.id, {
      baseVersion,
      at: at?.toISOString() ?? null,
      correction,
      key,
    })
    // Somebody else's text has to be met before anything goes out.
    if (outcome.code === 'stale') setKey(null)
    return outcome
  }
  return {
    when,
    setWhen,
    resolved,
    now,
    correction,
    setCorrection,
    what,
    label: label(),
    isChanged,
    why: now ? why() : null,
    ...progress,
    moved: (version) => saver.moved(version),
    isAsking: key !== null,
    ask() {
      progress.forget()
      setKey(newKey())
    },
    stopAsking() {
      progress.forget()
      setKey(null)
    },
    publish: () => void once(publish, resolved.at ? 'undo-schedule' : 'take-back'),
    takeBack: () => void once(() => actions.takeBack(release.id), 'publish-again'),
    cancel: () => void once(() => actions.cancelSchedule(release.id), null),
  }
}

/** Whether the text holds anything that does not go out by itself, or that readers do not see where nothing does. */
export const hasChanges = (release: ReleaseFacts, saving: Pick<Saving, 'unsaved' | 'version'>): boolean =>
  release.isChanged || saving.unsaved || saving.version > release.version

const minuteOf = (at: Date | null) => at && Math.floor(at.getTime() / 60_000)

const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')

/** Runs one action on the release at a time, whatever is pressed meanwhile, and shows and announces the outcome. */
function useOneAtATime(saver: Saver, onDone: () => void) {
  const formText = useText('forms')
  const [isPending, setPending] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const busy = useRef(false)

  const refuse = (text: string) => {
    setRefused(text)
    announce(text)
  }
  const once = async (act: () => Promise<Outcome>, next: Done['next']) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    setDone(null)
    setRefused(null)
    try {
      const outcome = await act()
      if (outcome.status === 'saved') {
        if (outcome.version !== undefined) saver.moved(outcome.version)
        onDone()
        if (outcome.message) setDone({ text: outcome.message, next })
        announce(outcome.message ?? '')
      } else {
        refuse(outcome.message ?? Object.values(outcome.errors)[0] ?? '')
        // Somebody has saved in between: the next thing to do is to meet their text.
        if (outcome.code === 'stale') saver.recheck()
      }
    } catch (error) {
      refuse(formText(troubleFrom(error)))
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  const forget = () => {
    setDone(null)
    setRefused(null)
  }
  return { once, isPending, done, refused, forget }
}
