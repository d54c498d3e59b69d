import { DidYouMean } from '#components/list/did-you-mean.tsx'
import { FilterChips } from '#components/list/filter-chips.tsx'
import { FilterForm } from '#components/list/filter-form.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { SelectableList } from '#components/list/selectable-list.tsx'
import { SortHead } from '#components/list/sort-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { may } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { countTrash } from '#db/trash/list.ts'
import { collator } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { correctAmong } from '#lib/search/correct.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { currentSettings } from '../../current-settings.ts'
import { nextColumnOrder, readColumnOrder, sortedBy, sortRows } from '../column-order.ts'
import { throwAway, undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import type { SubjectSection } from './actions.ts'

interface Props {
  section: SubjectSection
  subjects: (Subject & { stories: number; people?: number })[]
  user: User
  /** What the address says has just been thrown away. */
  trashed: string | string[] | undefined
  /** The order that the address asks for. */
  sort: string | string[] | undefined
  /** What the address searches for. */
  q: string | string[] | undefined
}

const firstOrders = ['name', '-texts', '-people'] as const

/** The parameter that filters the list of texts. */
const filters = { topics: 'topic', series: 'series' } as const

/** Returns the words by which a subject is searched for: its names in every language. */
const wordsOf = ({ texts }: Subject): string =>
  Object.values(texts)
    .map((text) => text?.name)
    .join(' ')

/** Every topic or series, with the languages it has a name in and where it is used. */
export async function SubjectList({ section, subjects, user, trashed, sort, q }: Props) {
  const t = translator(user.language, 'subjects')
  const own = translator(user.language, section)
  const mayEdit = may(user, 'edit-subjects')
  const lists = translator(user.language, 'lists')
  const noun = section === 'topics' ? 'topic' : 'series'
  const trash = await countTrash()
  const languages = (await currentSettings())?.languages ?? [user.language]
  const named = subjects
    .map((subject) => ({ ...subject, name: subjectName(subject, user.language) }))
    .sort((a, b) => collator(user.language).compare(a.name, b.name))
  const search = typeof q === 'string' ? q.trim() : ''
  const found = named.filter((subject) => matcherOf(search)(wordsOf(subject)))
  const order = readColumnOrder(sort, firstOrders)
  const sorted = sortRows(
    found,
    order,
    { name: ({ name }) => name, texts: ({ stories }) => stories, people: ({ people }) => people ?? 0 },
    user.language,
  )
  const pathOf = (asked: Record<string, string>): string => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
    return `/studio/${section}${query.size ? `?${query}` : ''}`
  }
  const chips = search ? [{ name: 'q', label: lists('search'), value: search, without: pathOf({}) }] : []
  const head = (by: 'name' | 'texts' | 'people') => {
    const next = nextColumnOrder(by, order, firstOrders)
    return { href: pathOf({ q: search, sort: next ?? '' }), sorted: sortedBy(by, order) }
  }
  const hasPeople = named.some(({ people }) => people !== undefined)
  const begin = mayEdit && (
    <ButtonLink look="primary" icon="plus" href={`/studio/${section}/new`}>
      {own('new')}
    </ButtonLink>
  )
  return (
    <Page heading={own('heading')} intro={own('intro')} actions={named.length > 0 && begin}>
      <nav className="views" aria-label={own('heading')}>
        <a href={`/studio/${section}`} aria-current="page">
          {t('view-all')} <span className="n">{named.length}</span>
        </a>
        <a href={`/studio/trash?what=${noun}`}>
          {lists('trash')} <span className="n">{trash[noun]}</span>
        </a>
      </nav>
      {named.length > 0 && (
        <FilterForm
          label={own('heading')}
          path={`/studio/${section}`}
          search={{ label: own('search'), value: search }}
          kept={typeof sort === 'string' ? { sort } : {}}
          filters={[]}
        />
      )}
      <FilterChips
        found={own('found', { total: found.length, all: named.length })}
        chips={chips}
        clear={pathOf({})}
        language={user.language}
      />
      <SelectableList
        key={search}
        ids={sorted.map(({ id }) => id)}
        total={found.length}
        filter={null}
        actions={
          mayEdit
            ? [
                {
                  key: 'trash',
                  label: lists('to-trash'),
                  short: lists('trash'),
                  icon: 'trash',
                  change: throwAway.bind(null, noun),
                },
              ]
            : []
        }
        undo={undoChange}
      >
        {named.length === 0 ? (
          <EmptyState heading={own('empty')} action={begin}>
            {own('empty-text')}
          </EmptyState>
        ) : found.length === 0 ? (
          <NoHits
            heading={t('no-hits', { query: search })}
            chips={chips.map((chip) => ({ ...chip, hits: named.length }))}
            language={user.language}
          >
            <p>
              <DidYouMean
                meant={await correctAmong(search, named.map(wordsOf))}
                pathTo={(other) => pathOf({ q: other })}
                language={user.language}
              />
              {t('no-hits-text')}
            </p>
          </NoHits>
        ) : (
          <table className="sheet plain">
            <caption className="vh">{own('heading')}</caption>
            <thead>
              <tr>
                {mayEdit && (
                  <th scope="col" className="c-check">
                    <SelectPageBox />
                  </th>
                )}
                <SortHead {...head('name')}>{t('name')}</SortHead>
                <th scope="col">{t('languages')}</th>
                <SortHead {...head('texts')}>{t('texts')}</SortHead>
                {hasPeople && <SortHead {...head('people')}>{t('people')}</SortHead>}
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ id, name, texts, stories, people }) => (
                <tr key={id}>
                  {mayEdit && (
                    <td className="c-check">
                      <SelectBox id={id} name={name} />
                    </td>
                  )}
                  <td className="c-title">
                    {mayEdit ? (
                      <a className="t" href={`/studio/${section}/${id}`}>
                        {name}
                      </a>
                    ) : (
                      <span className="t">{name}</span>
                    )}
                  </td>
                  <td>
                    {languages.map((code) => (
                      <span key={code} className={texts[code] ? 'lang' : 'lang missing'}>
                        {code.toUpperCase()}
                        <span className="vh"> {t(texts[code] ? 'named' : 'unnamed')}</span>
                      </span>
                    ))}
                  </td>
                  <td>
                    <a href={`/studio/releases?${filters[section]}=${id}`}>{t('text-count', { count: stories })}</a>
                  </td>
                  {people !== undefined && <td>{t('person-count', { count: people })}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </SelectableList>
      <TrashedToast noun={noun} id={trashed} language={user.language} />
    </Page>
  )
}
