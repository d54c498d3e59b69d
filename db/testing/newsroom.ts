/**
 * Makes a newsroom for tests of what readers see, by the newsroom's own verbs, with images that are rows without files.
 */
import { emptyDocument, type Image } from '#lib/document/rich-text.ts'
import { write } from '../client.ts'
import { createPerson, type PersonInput } from '../people.ts'
import { publishRelease } from '../releases/publication.ts'
import { smallChange } from '../releases/published/change-notice.ts'
import { type Draft, getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease, createTranslation, emptyDraft } from '../releases.ts'
import { media } from '../schema/library.ts'
import { createNewsroom, issueSetupToken } from '../settings.ts'
import { personInput } from './people.ts'

const founding = new Date('2026-01-01T08:00:00Z')
const owner = await createNewsroom(
  (await issueSetupToken(founding)) ?? '',
  {
    name: 'Provrummet',
    accent: '#2447b2',
    languages: ['sv', 'en'],
    timeZone: 'Europe/Stockholm',
    tagline: 'Till prov',
    owner: { name: 'Maja', email: 'maja@example.org', password: 'pressrum-demo', language: 'sv' },
  },
  founding,
)

/** The moments of the tests: releases are published at `morning`, and readers come at `noon`. */
export const morning = new Date('2026-11-17T07:00:00Z')
export const noon = new Date('2026-11-17T11:00:00Z')
export const by = { actor: owner, now: morning }
export const visit = { language: 'sv', timeZone: 'Europe/Stockholm', now: noon } as const

export async function addImage(name: string): Promise<string> {
  const [row] = await write((tx) =>
    tx
      .insert(media)
      .values({
        hash: name,
        filename: `${name}.jpg`,
        mime: 'image/jpeg',
        bytes: 1_000,
        width: 960,
        height: 640,
        renditions: [{ width: 320, height: 213 }],
        alt: {},
        caption: { sv: `Om ${name}` },
        createdAt: founding,
      })
      .returning(),
  )
  return row?.id ?? ''
}

export const use = (mediaId: string): Image['attrs'] => ({ mediaId, altDecision: 'decorative', alt: '', caption: '' })

export const addPerson = (name: string, more: Partial<PersonInput> = {}): Promise<string> =>
  createPerson(personInput(name, more), by)

/** Publishes a draft at `morning`, or at another time, or in another language of a story that is there. */
export async function addRelease(
  title: string,
  more: Partial<Draft> = {},
  { at, translationOf, now }: { at?: Date; translationOf?: string; now?: Date } = {},
): Promise<string> {
  const id = translationOf
    ? await createTranslation(translationOf, 'en', by)
    : await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveAndPublish(id, { ...emptyDraft('news'), title, ...more }, at, now)
  return id
}

/** Publishes a draft in place of what readers see. */
export async function saveAndPublish(id: string, draft: Draft, at?: Date, now = morning): Promise<void> {
  const { version = 0 } = (await getDraft(id)) ?? {}
  const saved = await saveDraft(id, draft, { ...by, now, baseVersion: version, reason: 'save' })
  await publishRelease(id, { ...by, now, baseVersion: saved.version, at: at ?? null, change: smallChange })
}

/** Returns a text in which somebody speaks. */
export const said = (personId: string | null, text: string): Draft['body'] => ({
  ...emptyDocument,
  content: [{ type: 'quote', attrs: { personId }, content: [{ type: 'text', text }] }],
})
