/** What is asked for at each address, and what is sent there. */
import { prepareStatement } from '#db/crisis/prepared.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import { textHash } from '#db/sign-off/answers.ts'
import { shownPeopleIn } from '#db/sign-off/speakers.ts'
import { anyId } from '#db/testing/rows.ts'
import { wordsScript } from '#lib/words-script.ts'
import { newPicture, type Visitor } from './visitors.ts'

/** What the example newsroom has at addresses of readers, and in the open data. */
const examples: Record<string, string> = { people: 'ingrid-olvestad', topics: 'process-water', series: 'the-water-map' }
/** The open data speaks the newsroom's language unless it is asked for another. */
const inSwedish: Record<string, string> = { ...examples, topics: 'processvatten', series: 'vattenkartan' }

/** The addresses that have other words for readers, and those that only one thing fits. */
const places: Record<string, (visitor: Visitor) => string | Promise<string>> = {
  '/[language]/accessibility/thanks': () => '/en/accessibility/thanks',
  '/[language]/archive/[part]': () => '/en/news/2026',
  '/[language]/archive/[part]/[month]': () => '/en/news/2026/11',
  '/[language]/feeds/[...which]': ({ text }) => `${text.path}/feed.xml`,
  '/[language]/manifest': () => '/en/manifest.webmanifest',
  '/[language]/people/[slug]/quotes': () => '/personer/ingrid-olvestad/citat',
  '/[language]/news/[slug]': ({ text }) => text.path,
  '/[language]/news/[slug]/material.zip': ({ text }) => `${text.path}/material.zip`,
  '/[language]/news/[slug]/meeting.ics': ({ text }) => `${text.path}/meeting.ics`,
  '/[language]/news/[slug]/table/[number]': ({ text }) => `${text.path}/tabell/1.csv`,
  '/[language]/ninjs/[[...which]]': ({ text }) => `${text.path}/ninjs.json`,
  '/api/auth/[...nextauth]': () => '/api/auth/session',
  '/crops/[id]/[file]': ({ text }) => `/crops/${text.imageId}/wide-1.jpg`,
  '/icons/[file]': () => '/icons/tile-192.png',
  '/oembed': ({ text }) => `/oembed?url=${encodeURIComponent(text.path)}`,
  '/share/[...which]': ({ text }) => `/share/sv/news/${text.path.split('/').at(-1)}/0123456789abcdef.png`,
  '/sitemaps/[part]': () => '/sitemaps/1.xml',
  '/studio/crisis/[id]': async ({ editorId }) => {
    const by = { actor: { id: editorId }, now: new Date() }
    const text = await getRelease(await prepareStatement({ title: 'Prov [plats]', language: 'sv' }, by))
    return `/studio/crisis/${text?.storyId}`
  },
  '/words/[file]': () => wordsScript('sv').path,
}

/** Returns an address with something real in each gap. */
export async function fillAddress(address: string, visitor: Visitor): Promise<string> {
  const place = places[address]
  if (place) return place(visitor)
  const { text, tokens } = visitor
  const [, group, noun = ''] = /^\/(studio|api\/v1|api|\[language\])?\/?(\[?[\w-]+)/.exec(address) ?? []
  const isText = ['releases', 'preview', 'sign-off'].includes(noun)
  const isFile = noun === 'media' || address.includes('/files/')
  const fits: Record<string, string | undefined> = {
    language: 'en',
    token: noun === 'sign-off' ? tokens.signOff : tokens.preview,
    slug: examples[noun],
    id: isFile ? text.imageId : isText ? text.id : group === 'api/v1' ? inSwedish[noun] : await anyId(noun),
    name: '320.webp',
    link: text.link.id,
    signOff: text.signOff.id,
    comment: text.commentId,
    suggestion: text.suggestionId,
  }
  return address.replace(/\[[^\]]+\]/g, (gap) => fits[gap.slice(1, -1)] ?? 'nowhere')
}

type Body = { json: unknown } | { form: Record<string, string> } | { file: string | Buffer; name: string }

const head = { place: 'head', index: '0', about: 'Prov', key: '' }
const suggestion = { form: { ...head, name: 'Vera', before: 'Prov', words: 'Andra ord' } }
const link = { days: 7, way: 'link' }
const draftOf = async ({ text }: Visitor) => (await getDraft(text.id))?.draft

/** What is sent where something is to be stored. */
const bodies: Record<string, (visitor: Visitor) => Promise<Body> | Body> = {
  'POST /api/feedback': () => ({ form: { language: 'sv', website: 'only a program fills this in' } }),
  'POST /api/questions': () => ({ form: { language: 'sv', website: 'only a program fills this in' } }),
  'POST /api/import': () => ({ file: '# Prov\n\nEtt prov.\n', name: 'prov.md' }),
  'POST /api/links': () => ({ json: { urls: ['/nyheter'] } }),
  'POST /api/media': async () => ({ file: await newPicture(), name: 'ny.png' }),
  'POST /api/media/[id]': async () => ({ file: await newPicture(), name: 'annan.png' }),
  'POST /api/releases/[id]/aside': async (visitor) => ({ json: { draft: await draftOf(visitor) } }),
  'POST /api/releases/[id]/copy': async (visitor) => ({ json: { draft: await draftOf(visitor) } }),
  'PUT /api/releases/[id]/draft': async ({ text }) => {
    const stored = await getDraft(text.id)
    return { json: { baseVersion: stored?.version, draft: stored?.draft, reason: 'save' } }
  },
  'POST /api/releases/[id]/comments': () => ({
    json: { anchor: { place: 'head', index: 0, text: 'Prov', key: '' }, text: 'Ja.' },
  }),
  'PATCH /api/releases/[id]/comments': ({ text }) => ({ json: { read: [text.commentId] } }),
  'PATCH /api/releases/[id]/comments/[comment]': () => ({ json: { resolved: true } }),
  'POST /api/releases/[id]/presence': () => ({ json: { windowId: 'prov', state: 'open', place: null } }),
  'POST /api/releases/[id]/preview-links': () => ({ json: { name: 'Till juristen', days: 7 } }),
  'POST /api/releases/[id]/embargo-links': () => ({ json: { name: 'Karin', days: null, way: 'link' } }),
  'POST /api/releases/[id]/embargo-links/[embargoLink]': () => ({ json: { days: null, way: 'link' } }),
  'POST /api/releases/[id]/together': ({ text }) => ({ json: { ids: [text.id] } }),
  'POST /api/releases/[id]/sign-offs': () => ({ json: { ...link, personId: null, name: 'Nils' } }),
  'POST /api/releases/[id]/sign-offs/[signOff]': () => ({ json: link }),
  'PATCH /api/releases/[id]/suggestions/[suggestion]': () => ({ json: { outcome: 'left' } }),
  'POST /studio/log/export': () => ({ form: {} }),
  'POST /studio/questions/export': () => ({ form: {} }),
  'POST /studio/releases/[id]/preview/suggestions': () => suggestion,
  'POST /preview/[token]/comments': () => ({ form: { ...head, name: 'Vera', text: 'Stämmer det?' } }),
  'POST /preview/[token]/suggestions': () => suggestion,
  'POST /sign-off/[token]/answers': async (visitor) => {
    const [draft, release] = await Promise.all([draftOf(visitor), getRelease(visitor.text.id)])
    const presented = draft && release && (await shownPeopleIn(release, draft, new Date()))
    return { form: { hash: presented ? textHash(draft, presented) : '', answer: 'approve', reason: '' } }
  },
  'POST /sign-off/[token]/suggestions': () => suggestion,
}

/** Returns what is sent to a handler where something is to be stored. */
export async function sendingTo(name: string, visitor: Visitor): Promise<Pick<RequestInit, 'body' | 'headers'>> {
  const body = await bodies[name]?.(visitor)
  if (!body) return {}
  if ('form' in body) return { body: new URLSearchParams(body.form) }
  if ('json' in body) return { body: JSON.stringify(body.json), headers: { 'content-type': 'application/json' } }
  return { body: Buffer.from(body.file), headers: { 'x-filename': body.name } }
}
