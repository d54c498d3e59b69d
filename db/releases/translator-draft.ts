/** Translates what needs no translator: positions, on cards and beside the names in quotes; verbs of saying; addresses of people. */
import { inSentence, verbsIn } from '#lib/document/attribution.ts'
import { type Attribution, type Document, type Quote, quotesIn } from '#lib/document/rich-text.ts'
import type { Language, Localized } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'
import { listPositions } from '../people/positions.ts'
import type { Draft } from './revisions.ts'

/**
 * Returns a draft for a translator to begin with. Everything that is not known in the other language stays as it is, to
 * be translated. How AI was used in the translation is for its translator to say.
 */
export async function draftForTranslator(draft: Draft, from: Language, to: Language): Promise<Draft> {
  const quoted = quotesIn(draft.body).flatMap(({ personId }) => personId ?? [])
  const positions = await listPositions([...new Set([...draft.cards.map((card) => card.personId), ...quoted])])
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
  const body = inOtherWords(draft.body, { from, to, positions }) as Document
  return { ...draft, slug: '', ai: null, meeting: null, cards, body }
}

interface Way {
  from: Language
  to: Language
  positions: Awaited<ReturnType<typeof listPositions>>
}

/** Replaces addresses of people's pages, and the positions and verbs that are known in both languages, wherever they stand. */
function inOtherWords(value: unknown, way: Way): unknown {
  if (Array.isArray(value)) return value.map((inner) => inOtherWords(inner, way))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'href' && typeof inner === 'string') return [key, addressIn(inner, way.from, way.to)]
    if (key === 'attribution' && inner) return [key, saidBy(inner, (value as Quote['attrs']).personId, way)]
    return [key, inOtherWords(inner, way)]
  })
  return Object.fromEntries(entries)
}

const saidBy = (attribution: Attribution, personId: string | null, way: Way): Attribution => ({
  ...attribution,
  verb: verbIn(attribution.verb, way.from, way.to),
  named: namedIn(attribution.named, way.positions.get(personId ?? '') ?? [], way),
})

/** Returns how a quote names its speaker, with the position after the name in the other language. */
function namedIn(named: string, held: { title: Localized }[], { from, to }: Way): string {
  for (const { title } of held) {
    const [said, other] = [from, to].map((language) => inSentence(title[language] ?? '', language))
    if (said && other && named.endsWith(`, ${said}`)) return named.slice(0, -said.length) + other
  }
  return named
}

const addressIn = (href: string, from: Language, to: Language): string => {
  const people = `${pathTo(from, 'people')}/`
  return href.startsWith(people) ? `${pathTo(to, 'people')}/${href.slice(people.length)}` : href
}

/** Returns the verb at the same place in the other language's list: the files list their verbs in the same order. */
const verbIn = (verb: string, from: Language, to: Language): string => verbsIn(to)[verbsIn(from).indexOf(verb)] ?? verb
