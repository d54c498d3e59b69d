/**
 * Stands between a form and a verb: turns the fields into an object on the way in, and refusals into sentences in the
 * user's language on the way out.
 */
import { ZodError, type z } from 'zod'
import { cleanText } from './clean-text.ts'
import type { Language } from './locale.ts'
import { messagesIn, translator } from './messages.ts'
import { Refusal } from './refusal.ts'

export interface FormState {
  status: 'idle' | 'saved' | 'refused'
  /** Sentences by field name, as the form spells it: `texts.sv.tagline`. */
  errors: Record<string, string>
  /** A sentence about the whole form. */
  message?: string
  /** The code of the refusal, for forms that have more to say about it. */
  code?: string
  /** In how many seconds it will not be refused any more, where that is known. */
  retryAfter?: number
  /** The version the next save starts from. */
  version?: number
  /** The address of a secret link that has just been made, and the moment until which it works. It is shown once. */
  link?: { address: string; until: string }
  /** After a stale save: the stored values by field name, to be shown beside what was typed. */
  theirs?: Record<string, string>
}

type Outcome = Partial<Pick<FormState, 'message' | 'version' | 'link'>>

/**
 * Runs a verb for a form. Refusals become sentences in `language`; unexpected errors are thrown on, and so are
 * redirects. `current` returns what is stored now when the save was stale.
 */
export async function runAction(
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
    if (error.details.seconds !== undefined) state.retryAfter = Number(error.details.seconds)
    return error.code === 'stale' && current ? { ...state, ...(await current()) } : state
  }
}

/**
 * Runs a verb that may meet a newer version. The verb gets the member, the time and the version the form started from,
 * and returns the new version.
 */
export const runSave = <Member extends { language: Language }>(
  actor: Member,
  data: FormData,
  save: (by: { actor: Member; baseVersion: number; now: Date }) => Promise<number>,
  current: () => Promise<Pick<FormState, 'version' | 'theirs'>>,
): Promise<FormState> =>
  runAction(
    actor.language,
    async () => ({ version: await save({ actor, baseVersion: Number(data.get('version')), now: new Date() }) }),
    current,
  )

/** Returns a refusal as a sentence. */
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

/** Returns the code of a schema's error. Those the schema does not name itself get a general one. */
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

/** How many names a field's can be made of; no form of ours has half as many. What reads them calls itself for each. */
const maxSteps = 10

/**
 * Returns the fields as an object: `name` is text, `languages[]` is a list however many are chosen, and dots nest, so
 * that `roles.0.title.sv` is the Swedish title of the first role.
 */
export function formValues(data: FormData): Values {
  const root: Values = {}
  for (const [name, value] of data) {
    if (name.startsWith('$') || /(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)) continue
    const isList = name.endsWith('[]')
    const path = (isList ? name.slice(0, -2) : name).split('.')
    if (path.length > maxSteps) continue
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

/**
 * Forms send line ends as CRLF, and some keyboards write å as two code points; texts are stored, counted and compared
 * with LF, composed (NFC) and without control characters.
 */
const plainLines = <Sent extends string | File>(value: Sent): Sent =>
  (typeof value === 'string' ? cleanText(value.replaceAll('\r\n', '\n')).normalize('NFC') : value) as Sent

/** Turns objects whose every key is a number into lists, in the order of the numbers. */
function withLists(value: Value): Value {
  if (typeof value !== 'object' || value instanceof File || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

/**
 * Returns stored values that differ from the ones sent, by field name, to show beside the fields after a stale save.
 * Fields the form does not have are left out.
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

/**
 * Flattens `{ texts: { sv: { tagline: 'x' } } }` to `{ 'texts.sv.tagline': 'x' }`. A list of words becomes one text.
 */
function namesOf(value: unknown, name = ''): Record<string, string> {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { [name]: value.join(', ') }
  if (typeof value !== 'object' || value === null) return { [name]: value === null ? '' : String(value) }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => namesOf(inner, name ? `${name}.${key}` : key)),
  )
}
