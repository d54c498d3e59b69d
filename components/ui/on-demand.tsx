'use client'
/** Parts of a page whose script is loaded when they are first used, so that what people do most comes first. */
import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { announce } from './announce.tsx'
import { type KeptKeys, keepKeys } from './form/kept-keys.ts'
import { useText } from './messages.tsx'

interface Part<Props> {
  /** The component, once it is loaded. */
  here: ComponentType<Props> | undefined
  /** Whether it takes the focus when it opens: what is typed before it has come is kept for it. */
  takesKeys: boolean
  fetch: () => Promise<void>
  /** Loads it ahead, when somebody is about to use it. */
  expect: () => void
}

/** Makes a component for `OnDemand`, whose script is loaded at first use. */
export function onDemand<Props>(load: () => Promise<ComponentType<Props>>, { takesKeys = false } = {}): Part<Props> {
  let coming: Promise<void> | undefined
  const part: Part<Props> = {
    here: undefined,
    takesKeys,
    async fetch() {
      try {
        coming ??= load().then((component) => {
          part.here = component
        })
        await coming
      } catch (error) {
        coming = undefined
        throw error
      }
    },
    expect: () => void part.fetch().catch(() => {}),
  }
  return part
}

const patience = 400

/** Shows a part. When it cannot be loaded a sentence says so; what stands on the page, and is written there, stays. */
export function OnDemand<Props>({ part, ...given }: { part: Part<Props> } & Props): ReactNode {
  const [state, setState] = useState<'here' | 'coming' | 'slow' | 'missing'>(part.here ? 'here' : 'coming')
  const ask = useCallback(() => {
    const wait = setTimeout(() => setState('slow'), patience)
    part
      .fetch()
      .then(
        () => setState('here'),
        () => setState('missing'),
      )
      .finally(() => clearTimeout(wait))
    return () => clearTimeout(wait)
  }, [part])
  const onClose = 'onClose' in given ? (given.onClose as () => void) : undefined
  useKeptKeys(part, state, onClose)
  useEffect(() => (part.here ? undefined : ask()), [part, ask])
  if (part.here) {
    const Here = part.here as ComponentType<object>
    return <Here {...given} />
  }
  if (state === 'coming') return null
  return <Waiting isMissing={state === 'missing'} onAgain={ask} onClose={onClose} />
}

/** Keeps what is typed from when a part is opened until it has the focus or cannot be loaded. */
function useKeptKeys<Props>(part: Part<Props>, state: string, onClose: (() => void) | undefined) {
  const keys = useRef<KeptKeys>(undefined)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    if (!part.takesKeys || part.here) return
    keys.current = keepKeys(() => close.current?.())
    return () => keys.current?.stop()
  }, [part])
  useEffect(() => {
    if (state === 'here') keys.current?.handOver()
    else if (state === 'missing') keys.current?.stop()
  }, [state])
}

function Waiting(props: { isMissing: boolean; onAgain: () => void; onClose: (() => void) | undefined }) {
  const t = useText('forms')
  const { isMissing, onAgain, onClose } = props
  const text = t(isMissing ? 'part-missing' : 'part-coming')
  useEffect(() => announce(text), [text])
  return (
    <div className={onClose ? 'toast' : 'toast still'}>
      {text}
      {isMissing && (
        <button type="button" className="text-button" onClick={onAgain}>
          {t('try-again')}
        </button>
      )}
      {onClose && (
        <button type="button" className="text-button" onClick={onClose}>
          {t('cancel')}
        </button>
      )}
    </div>
  )
}
