/** Shows two versions as one text: what changed is marked, and what did not is folded. */
import type { ReactNode } from 'react'
import type { ComparedBlock, ComparedField, ComparedItem, Comparison } from './compare-drafts.ts'
import { BlockInPlace, Change } from './compared-block.tsx'
import { type CompareContext, interfaceLang } from './context.ts'
import { MarkedWords, Swapped } from './marked-words.tsx'
import './compare.css'
import './comparison.css'

interface Props {
  comparison: Comparison
  context: CompareContext
  /** Returns the name of a kind of release. */
  kindText: (kind: Comparison['kind']['before']) => string
  /** Shows the whole text, with nothing folded. */
  whole?: boolean
}

export function ComparisonView({ comparison, context, kindText, whole = false }: Props) {
  const { title, kind, lead, hero, body } = comparison
  return (
    <article className="reading words" lang={context.textLanguage}>
      {kind.stop && (
        <Change stop={kind.stop} what="changed" name={context.t('field-kind')} context={context}>
          <p className="field-change" {...interfaceLang(context)}>
            <b>{context.t('field-kind')}.</b>{' '}
            <Swapped before={kindText(kind.before)} after={kindText(kind.after)} context={context} />
          </p>
        </Change>
      )}
      <Stopped it={title} context={context} name={context.t('field-title')}>
        <h3 className="headline">
          <MarkedWords words={title.words} context={context} />
          {title.words.length === 0 && <span className="muted">{context.t('untitled')}</span>}
        </h3>
      </Stopped>
      <Lead points={lead} context={context} />
      {hero.map((image) => (
        <BlockInPlace key={image.what} compared={image} context={context} />
      ))}
      <Body blocks={body} context={context} whole={whole} />
      <Around comparison={comparison} context={context} />
    </article>
  )
}

function Stopped({
  it,
  name,
  context,
  children,
}: {
  it: { stop?: number }
  name: string
  context: CompareContext
  children: ReactNode
}) {
  if (!it.stop) return children
  return (
    <Change stop={it.stop} what="changed" name={name} context={context}>
      {children}
    </Change>
  )
}

/** The lead as readers get it: points in a list, or paragraphs. */
function Lead({ points, context }: { points: ComparedBlock[]; context: CompareContext }) {
  const drawn = points.map((point, place) => <BlockInPlace key={place.toString()} compared={point} context={context} />)
  if (!points.some(({ type }) => type === 'leadPoint')) return drawn
  return (
    <ul className="lead">
      {drawn.map((point) => (
        <li key={point.key}>{point}</li>
      ))}
    </ul>
  )
}

function Body({ blocks, context, whole }: { blocks: ComparedBlock[]; context: CompareContext; whole: boolean }) {
  return runsOf(blocks).map(({ from, run }) => {
    const drawn = run.map((block, place) => (
      <BlockInPlace key={(from + place).toString()} compared={block} context={context} />
    ))
    if (whole || run.length < 2) return drawn
    return (
      <details key={`run-${from}`} className="unchanged">
        <summary {...interfaceLang(context)}>
          {context.t('unchanged', { count: run.length })} <span className="show">{context.t('unfold')}</span>
          <span className="hide">{context.t('fold')}</span>
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
function Around({ comparison, context }: { comparison: Comparison; context: CompareContext }) {
  const { cards, contacts, topics, series, ai, details } = comparison
  const { t } = context
  const name = (id: string) => context.people.get(id) ?? t('gone')
  const lists = [
    { label: t('field-cards'), items: cards, name },
    { label: t('field-contactIds'), items: contacts, name },
    { label: t('field-topicIds'), items: topics, name: (id: string) => context.topics.get(id) ?? t('gone') },
    { label: t('field-seriesId'), items: series, name: (id: string) => context.series.get(id) ?? t('gone') },
    { label: t('field-ai'), items: ai, name: (id: string) => context.ai.get(id) ?? id },
  ]
  const isOther = [...cards, ...contacts, ...topics, ...series, ...ai, ...details].some((it) => it.stop)
  return (
    <section className="around" aria-label={t('around')} {...interfaceLang(context)}>
      {lists.map(({ label, items, name: nameOf }) =>
        items
          .filter((item) => item.stop)
          .map((item) => (
            <Item key={label + item.id} item={item} label={label} name={nameOf(item.id)} context={context} />
          )),
      )}
      {details
        .filter((field) => field.stop)
        .map((field) => (
          <Detail key={field.name} field={field} context={context} />
        ))}
      {!isOther && <p className="around-same">{t('around-same')}</p>}
    </section>
  )
}

function Item({
  item,
  label,
  name,
  context,
}: {
  item: ComparedItem
  label: string
  name: string
  context: CompareContext
}) {
  const { what, moved, role = [], organisation = [] } = item
  const held = [role, organisation].filter((words) => words.length > 0)
  return (
    <Change
      stop={item.stop ?? 0}
      what={what === 'same' && moved ? 'moved' : what}
      name={`${label}, ${name}`}
      context={context}
    >
      <p className="field-change">
        <b>{label}.</b>{' '}
        {what === 'added' || what === 'removed' ? (
          <Swapped before={what === 'removed' ? name : ''} after={what === 'added' ? name : ''} context={context} />
        ) : (
          name
        )}
        {held.map((words, place) => (
          <span key={place.toString()} lang={context.textLanguage}>
            , <MarkedWords words={words} context={context} />
          </span>
        ))}
        {moved && ` (${context.t('moved')})`}
      </p>
    </Change>
  )
}

function Detail({ field, context }: { field: ComparedField; context: CompareContext }) {
  const label = context.t(`field-${field.name}`)
  return (
    <Change stop={field.stop ?? 0} what="changed" name={label} context={context}>
      <p className="field-change">
        <b>{label}.</b>{' '}
        <span lang={context.textLanguage}>
          <MarkedWords words={field.words} context={context} />
        </span>
      </p>
    </Change>
  )
}
