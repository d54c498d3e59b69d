/** Translates what needs no translator: positions, the verbs of quotes, addresses of people. */
import { verbsIn } from '#lib/document/attribution.ts'
import type { Document } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'
import { listPositions } from '../people/positions.ts'
import type { Draft } from './revisions.ts'

/**
 * Returns a draft for a translator to begin with. Everything that is not known in the other language stays as it is, to
 * be translated. How AI was used in the translation is for its translator to say.
 */
export async function draftForTranslator(draft: Draft, from: Language, to: Language): Promise<Draft> {
  const positions = await listPositions(draft.cards.map((card) => card.personId))
  const cards = draft.cards.map((card) => {
    const position = positions
      .get(card.personId)
      ?.find(({ title, organisation }) => title[from] === card.role && organisation[from] === card.organisation)
    if (!position) return card
    return {
      ...card,
      role: position.title[to] || card.role,
      organisation: position.organisation[to] || card.organisation,
    }
  })
  return { ...draft, slug: '', ai: null, meeting: null, cards, body: inOtherWords(draft.body, from, to) as Document }
}

/** Replaces addresses of people's pages, and the verbs that a language's file knows, wherever they stand. */
function inOtherWords(value: unknown, from: Language, to: Language): unknown {
  if (Array.isArray(value)) return value.map((inner) => inOtherWords(inner, from, to))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'href' && typeof inner === 'string') return [key, addressIn(inner, from, to)]
    if (key === 'attribution' && inner) return [key, { ...inner, verb: verbIn(String(inner.verb), from, to) }]
    return [key, inOtherWords(inner, from, to)]
  })
  return Object.fromEntries(entries)
}

const addressIn = (href: string, from: Language, to: Language): string => {
  const people = `${pathTo(from, 'people')}/`
  return href.startsWith(people) ? `${pathTo(to, 'people')}/${href.slice(people.length)}` : href
}

/** Returns the verb at the same place in the other language's list: the files list their verbs in the same order. */
const verbIn = (verb: string, from: Language, to: Language): string => verbsIn(to)[verbsIn(from).indexOf(verb)] ?? verb
