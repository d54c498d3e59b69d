/** The options of the palette: what the server found, the studio's own pages, and what can be begun. */
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import type { useText } from '#components/ui/messages.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { StudioHit } from '#components/ui/use-studio-search.ts'
import type { MarkedText } from '#lib/search/highlight.ts'
import { matcherOf } from '#lib/search/terms.ts'
import type { NavigationItem } from './navigation.ts'

export interface Choice {
  key: string
  href: string
  shape: ReactNode
  label: ReactNode
  note?: string
  /** What the choice types in the field, where it opens nothing. */
  typed?: string
}

interface Given {
  typed: string
  places: NavigationItem[]
  found: StudioHit[]
  suggestion: string | undefined
  /** Whether the server has answered to what is typed now. */
  isAnswered: boolean
  t: ReturnType<typeof useText<'studio'>>
}

export function groupsFor({
  typed,
  places: navigation,
  found,
  suggestion,
  isAnswered,
  t,
}: Given): { name: string; choices: Choice[] }[] {
  const matches = matcherOf(typed)
  const named = navigation.map((item) => ({ ...item, name: t(item.key) })).filter((item) => matches(item.name))
  const nothing = typed !== '' && isAnswered && found.length === 0 && named.length === 0
  const titled = {
    key: 'new-titled',
    href: `/studio/releases/new?${new URLSearchParams({ title: typed })}`,
    shape: <Icon name="plus" />,
    label: t('new-text-with', { title: typed }),
  }
  const meant = nothing && suggestion ? { key: 'meant', href: '', typed: suggestion } : undefined
  const begin = { key: 'new', href: '/studio/releases/new', shape: <Icon name="plus" />, label: t('new-text') }
  const groups = [
    {
      name: t('did-you-mean'),
      choices: meant ? [{ ...meant, shape: <Icon name="search" />, label: <b>{meant.typed}</b> }] : [],
    },
    { name: t('people'), choices: of('person', found, 'user') },
    { name: typed ? t('texts') : t('changed-last'), choices: of('release', found, 'texts') },
    { name: t('topics'), choices: of('topic', found, 'topics') },
    { name: t('series'), choices: of('series', found, 'series') },
    {
      name: t('go-to'),
      choices: named.map((item) => ({
        key: item.key,
        href: item.href,
        shape: <Icon name={item.icon} />,
        label: item.name,
      })),
    },
    { name: t('do'), choices: nothing ? [titled] : matches(begin.label) || !found.length ? [begin] : [] },
  ]
  return groups.filter((group) => group.choices.length > 0)
}

const of = (kind: StudioHit['kind'], found: StudioHit[], icon: IconName): Choice[] =>
  found
    .filter((hit) => hit.kind === kind)
    .map((hit) => ({
      key: hit.href,
      href: hit.href,
      shape: hit.standing ? <StatusGlyph displayStatus={hit.standing} /> : <Icon name={icon} />,
      label: <Marked text={hit.label} />,
      note: hit.note,
    }))

function Marked({ text }: { text: MarkedText }) {
  let from = 0
  return text.map((part) => {
    const key = from
    from += part.text.length
    return part.hit ? <b key={key}>{part.text}</b> : <span key={key}>{part.text}</span>
  })
}
