/**
 * Between a form and a verb: the fields as an object on the way in, and on the way out what the form needs to say, in
 * the user's language.
 */
import { ZodError, type z } from 'zod'
import { legible } from './clean-text.ts'
import type { Language } from './locale.ts'
import { messagesIn, translator } from './messages.ts'
import { Refusal } from './refusal.ts'

export interface FormState {
  status: 'idle' | 'saved' | 'refused'
  /** By field name, as the form spells it: `texts.sv.tagline`. */
  errors: Record<string, string>
  /** What is said about the whole form. */
  message?: string
  /** Which refusal it was, for forms that have more to say about it. */
  code?: string
  /** The version the next save starts from. */
  version?: number
  /** After a stale save: what is stored now, by field name, to be shown beside what was typed. */
  theirs?: Record<string, string>
}

type Outcome = Partial<Pick<FormState, 'message' | 'version'>>

/**
 * Runs a verb for a form. What the newsroom refuses becomes sentences in `language`; what nobody foresaw is thrown on,
 * and so are redirects. `current` says what is stored now when the save was stale.
 */
export async function attempt(
  language: Language,
  work: (() => Promise<Outcome>) | (() => Promise<void>),
  current?: () => Promise<Pick<FormState, 'version' | 'theirs'>>,
): Promise<FormState> {
  try {
    return { status: 'saved', errors: {}, ...((await work()) ?? {}) }
  } catch (error) {
    if (error instanceof ZodError) return { status: 'refused', errors: fieldErrors(error, language) }
    if (!(error instanceof Refusal)) throw error
    const text = refusalText(error, language)
    const state: FormState = { status: 'refused', code: error.code, errors: error.field ? { [error.field]: text } : {} }
    if (!error.field) state.message = text
    return error.code === 'stale' && current ? { ...state, ...(await current()) } : state
  }
}

/**
 * The same for what others may have saved meanwhile: the verb is told who saves, when and from which version, and returns the
 * new one.
 */
export const runSave = <Member extends { language: Language }>(
  actor: Member,
  data: FormData,
  save: (by: { actor: Member; baseVersion: number; now: Date }) => Promise<number>,
  current: () => Promise<Pick<FormState, 'version' | 'theirs'>>,
): Promise<FormState> =>
  attempt(
    actor.language,
    async () => ({ version: await save({ actor, baseVersion: Number(data.get('version')), now: new Date() }) }),
    current,
  )

/** A refusal as a sentence. */
export function refusalText(refusal: Refusal, language: Language): string {
  return say(language, 'refusals', refusal.code, refusal.details)
}

function fieldErrors(error: ZodError, language: Language): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issueText(issue, language)
  return errors
}

function issueText(issue: z.core.$ZodIssue, language: Language): string {
  const most = 'maximum' in issue ? Number(issue.maximum) : 0
  const least = 'minimum' in issue ? Number(issue.minimum) : 0
  const known = issue.message in messagesIn(language).forms
  return say(language, 'forms', known ? issue.message : codeOf(issue), { most, least })
}

/** Schemas name their own errors; what they leave unnamed is said in general terms. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-many'
  if (issue.code === 'too_small' || issue.code === 'invalid_type') return 'required'
  return 'malformed'
}

function say(
  language: Language,
  namespace: 'forms' | 'refusals',
  code: string,
  values: Record<string, string | number>,
) {
  const t = translator(language, namespace) as unknown as (
    key: string,
    values: Record<string, string | number>,
  ) => string
  return t(code, values)
}

type Value = string | File | Values | Value[]
interface Values {
  [name: string]: Value
}

/**
 * The fields as an object: `name` is text, `languages[]` is a list however many are chosen, and dots go inwards, so that
 * `roles.0.title.sv` is the Swedish title of the first role.
 */
export function formValues(data: FormData): Values {
  const root: Values = {}
  for (const [name, value] of data) {
    if (name.startsWith('$') || /(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)) continue
    const isList = name.endsWith('[]')
    const path = (isList ? name.slice(0, -2) : name).split('.')
    const last = path.pop() as string
    let place: Values = root
    for (const step of path) {
      const inner = place[step]
      if (typeof inner !== 'object' || inner instanceof File) place[step] = {}
      place = place[step] as Values
    }
    const sent = plainLines(value)
    place[last] = isList ? [...((place[last] as Value[] | undefined) ?? []), sent] : sent
  }
  return withLists(root) as Values
}

/** Forms send line ends as CRLF; texts are kept, counted and compared with LF, and without what nobody can read. */
const plainLines = <Sent extends string | File>(value: Sent): Sent =>
  (typeof value === 'string' ? legible(value.replaceAll('\r\n', '\n')) : value) as Sent

/** Objects whose every key is a number are lists, in the order of the numbers. */
function withLists(value: Value): Value {
  if (typeof value !== 'object' || value instanceof File || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

/**
 * What is stored and differs from what was sent, by field name: shown beside the fields after a stale save. Fields the
 * form does not have are left out.
 */
export function differing(stored: object, data: FormData): Record<string, string> {
  const theirs: Record<string, string> = {}
  for (const [name, text] of Object.entries(namesOf(stored))) {
    const isList = data.has(`${name}[]`)
    if (!isList && !data.has(name)) continue
    const sent = isList ? data.getAll(`${name}[]`).join(', ') : String(data.get(name))
    if (plainLines(sent).trim() !== plainLines(text).trim()) theirs[name] = text
  }
  return theirs
}

/** `{ texts: { sv: { tagline: 'x' } } }` as `{ 'texts.sv.tagline': 'x' }`. A list of words is one text. */
function namesOf(value: unknown, name = ''): Record<string, string> {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { [name]: value.join(', ') }
  if (typeof value !== 'object' || value === null) return { [name]: value === null ? '' : String(value) }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => namesOf(inner, name ? `${name}.${key}` : key)),
  )
}
