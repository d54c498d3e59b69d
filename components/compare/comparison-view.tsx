/** Shows two versions as one text: what changed is marked, and what did not is folded. */
import type { ReactNode } from 'react'
import type { ComparedBlock, ComparedField, ComparedItem, Comparison } from './compare-drafts.ts'
import { BlockInPlace, Change } from './compared-block.tsx'
import { type Look, spoken } from './context.ts'
import { MarkedWords, Swapped } from './marked-words.tsx'
import './compare.css'
import './comparison.css'

interface Props {
  comparison: Comparison
  look: Look
  /** Returns the name of a kind of release. */
  kindText: (kind: Comparison['kind']['before']) => string
  /** Shows the whole text, with nothing folded. */
  whole?: boolean
}

export function ComparisonView({ comparison, look, kindText, whole = false }: Props) {
  const { title, kind, lead, hero, body } = comparison
  return (
    <article className="reading words" lang={look.textLanguage}>
      {kind.stop && (
        <Change stop={kind.stop} what="changed" name={look.t('field-kind')} look={look}>
          <p className="field-change" {...spoken(look)}>
            <b>{look.t('field-kind')}.</b>{' '}
            <Swapped before={kindText(kind.before)} after={kindText(kind.after)} look={look} />
          </p>
        </Change>
      )}
      <Stopped it={title} look={look} name={look.t('field-title')}>
        <h3 className="headline">
          <MarkedWords words={title.words} look={look} />
          {title.words.length === 0 && <span className="muted">{look.t('untitled')}</span>}
        </h3>
      </Stopped>
      <Lead points={lead} look={look} />
      {hero.map((image) => (
        <BlockInPlace key={image.what} compared={image} look={look} />
      ))}
      <Body blocks={body} look={look} whole={whole} />
      <Around comparison={comparison} look={look} />
    </article>
  )
}

function Stopped({
  it,
  name,
  look,
  children,
}: {
  it: { stop?: number }
  name: string
  look: Look
  children: ReactNode
}) {
  if (!it.stop) return children
  return (
    <Change stop={it.stop} what="changed" name={name} look={look}>
      {children}
    </Change>
  )
}

/** The lead as readers get it: one point is a paragraph, more are a list. */
function Lead({ points, look }: { points: ComparedBlock[]; look: Look }) {
  const drawn = points.map((point, place) => <BlockInPlace key={place.toString()} compared={point} look={look} />)
  if (points.length < 2) return drawn
  return (
    <ul className="lead">
      {drawn.map((point) => (
        <li key={point.key}>{point}</li>
      ))}
    </ul>
  )
}

function Body({ blocks, look, whole }: { blocks: ComparedBlock[]; look: Look; whole: boolean }) {
  return runsOf(blocks).map(({ from, run }) => {
    const drawn = run.map((block, place) => (
      <BlockInPlace key={(from + place).toString()} compared={block} look={look} />
    ))
    if (whole || run.length < 2) return drawn
    return (
      <details key={`run-${from}`} className="unchanged">
        <summary {...spoken(look)}>
          {look.t('unchanged', { count: run.length })} <span className="show">{look.t('unfold')}</span>
          <span className="hide">{look.t('fold')}</span>
        </summary>
        {drawn}
      </details>
    )
  })
}

/** Groups unchanged blocks into runs; every other stands by itself. */
function runsOf(blocks: ComparedBlock[]): { from: number; run: ComparedBlock[] }[] {
  const runs: { from: number; run: ComparedBlock[] }[] = []
  for (const [from, block] of blocks.entries()) {
    const last = runs.at(-1)
    if (last && !block.stop && !last.run[0]?.stop) last.run.push(block)
    else runs.push({ from, run: [block] })
  }
  return runs
}

/** People, contacts, topics, series and details: those that differ, and a sentence on those that do not. */
function Around({ comparison, look }: { comparison: Comparison; look: Look }) {
  const { cards, contacts, topics, series, details } = comparison
  const { t } = look
  const name = (id: string) => look.people.get(id) ?? t('gone')
  const lists = [
    { label: t('field-cards'), items: cards, name },
    { label: t('field-contactIds'), items: contacts, name },
    { label: t('field-topicIds'), items: topics, name: (id: string) => look.topics.get(id) ?? t('gone') },
    { label: t('field-seriesId'), items: series, name: (id: string) => look.series.get(id) ?? t('gone') },
  ]
  const isOther = [...cards, ...contacts, ...topics, ...series, ...details].some((it) => it.stop)
  return (
    <section className="around" aria-label={t('around')} {...spoken(look)}>
      {lists.map(({ label, items, name: nameOf }) =>
        items
          .filter((item) => item.stop)
          .map((item) => <Item key={label + item.id} item={item} label={label} name={nameOf(item.id)} look={look} />),
      )}
      {details
        .filter((field) => field.stop)
        .map((field) => (
          <Detail key={field.name} field={field} look={look} />
        ))}
      {!isOther && <p className="around-same">{t('around-same')}</p>}
    </section>
  )
}

function Item({ item, label, name, look }: { item: ComparedItem; label: string; name: string; look: Look }) {
  const { what, moved, role = [], organisation = [] } = item
  const held = [role, organisation].filter((words) => words.length > 0)
  return (
    <Change
      stop={item.stop ?? 0}
      what={what === 'same' && moved ? 'moved' : what}
      name={`${label}, ${name}`}
      look={look}
    >
      <p className="field-change">
        <b>{label}.</b>{' '}
        {what === 'added' || what === 'removed' ? (
          <Swapped before={what === 'removed' ? name : ''} after={what === 'added' ? name : ''} look={look} />
        ) : (
          name
        )}
        {held.map((words, place) => (
          <span key={place.toString()} lang={look.textLanguage}>
            , <MarkedWords words={words} look={look} />
          </span>
        ))}
        {moved && ` (${look.t('moved')})`}
      </p>
    </Change>
  )
}

function Detail({ field, look }: { field: ComparedField; look: Look }) {
  const label = look.t(`field-${field.name}`)
  return (
    <Change stop={field.stop ?? 0} what="changed" name={label} look={look}>
      <p className="field-change">
        <b>{label}.</b>{' '}
        <span lang={look.textLanguage}>
          <MarkedWords words={field.words} look={look} />
        </span>
      </p>
    </Change>
  )
}
