'use client'
/**
 * A form around a server action. What is typed stays when the server refuses, cannot be reached or fails; each press
 * sends once; leaving with unsaved changes is asked about.
 */
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { FormState } from '#lib/form.ts'
import { announce } from '../announce.tsx'
import { useText } from '../messages.tsx'
import { FormContext, type FormContextValue } from './form-context.tsx'
import { type Attempted, FormSummary } from './form-summary.tsx'
import { troubleFrom } from './form-trouble.ts'
import { useLeaveWarning } from './unsaved.ts'

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

const idle: Attempted = { status: 'idle', errors: {} }
const never = () => () => {}

interface Props {
  action: FormAction
  /** The version that was read; the action finds it as `version`. After a save it is the new one. */
  version?: number
  className?: string
  label?: string
  /** The heading of the summary when no field has an error. */
  refusedHeading?: string
  /** Whether leaving with something typed is asked about. Not for forms that are quickly filled in again. */
  askBeforeLeaving?: boolean
  /** What the ids of the fields begin with; see the context. */
  idPrefix?: string
  onSaved?: (state: FormState) => void
  children: ReactNode
}

export function ActionForm({
  action,
  version,
  className = 'form',
  label,
  refusedHeading,
  askBeforeLeaving = true,
  idPrefix = 'field',
  onSaved,
  children,
}: Props) {
  const t = useText('forms')
  const formId = useId()
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const fields = useRef(new Map<string, { label: string; id: string }>())
  // The page's data may be loaded again while somebody writes; what they started from is still what they saw then.
  const [known, setKnown] = useState(version)
  const { state, pending, submit, touch, changedAt, savedAt } = useSending(action, onSaved)
  // A refusal for another reason says no version: what has been saved before it stays what the next save starts from.
  if (state.version !== undefined && state.version !== known) setKnown(state.version)
  useLeaveWarning(askBeforeLeaving && changedAt !== undefined && !pending, t('leave'))
  const form = useSaveKey(changedAt !== undefined)

  const register = useCallback((name: string, field: { label: string; id: string }) => {
    fields.current.set(name, field)
    return () => void fields.current.delete(name)
  }, [])
  const context = useMemo<FormContextValue>(
    () => ({ state, pending, ready, changedAt, savedAt, touch, register, idPrefix }),
    [state, pending, ready, changedAt, savedAt, touch, register, idPrefix],
  )
  return (
    <FormContext value={context}>
      <FormSummary state={state} fields={fields.current} formId={formId} heading={refusedHeading} />
      <form
        ref={form}
        id={formId}
        className={className}
        method="post"
        noValidate
        aria-label={label}
        onSubmit={submit}
        onInput={touch}
      >
        {version !== undefined && <input type="hidden" name="version" value={known} readOnly />}
        {children}
      </form>
    </FormContext>
  )
}

/**
 * Sends once a press, and knows since when there is something to send: what was typed while a save was under way stays
 * unsaved.
 */
function useSending(action: FormAction, onSaved: Props['onSaved']) {
  const t = useText('forms')
  const sending = useRef(false)
  const changes = useRef(0)
  const [changedAt, setChangedAt] = useState<Date>()
  const [savedAt, setSavedAt] = useState<Date>()

  const send = async (_previous: Attempted, data: FormData): Promise<Attempted> => {
    const sent = changes.current
    try {
      const state = await action(idle, data)
      if (state.status === 'saved') {
        if (changes.current === sent) setChangedAt(undefined)
        setSavedAt(new Date())
        announce(state.message ?? t('saved'))
        onSaved?.(state)
      }
      sending.current = false
      return state
    } catch (error) {
      // An answer that leads to another page is thrown on: until that is there, another press still sends nothing.
      const trouble = troubleFrom(error)
      sending.current = false
      return { status: 'refused', errors: {}, trouble }
    }
  }
  const [state, dispatch, pending] = useActionState(send, idle)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    const button = (event.nativeEvent as SubmitEvent).submitter
    const data = new FormData(event.currentTarget, button instanceof HTMLButtonElement && button.name ? button : null)
    startTransition(() => dispatch(data))
  }
  const touch = useCallback(() => {
    changes.current++
    setChangedAt((at) => at ?? new Date())
  }, [])
  return { state, pending, submit, touch, changedAt, savedAt }
}

/** Ctrl+S and ⌘S save, as everywhere else. */
function useSaveKey(changed: boolean) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!changed) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      form.current?.requestSubmit()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [changed])
  return form
}
