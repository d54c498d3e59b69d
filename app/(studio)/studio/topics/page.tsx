import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { getSettings } from '#db/settings.ts'
import { listTopics, topicName } from '#db/topics.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

export default async function TopicsPage() {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'topics')
  const mayEdit = user.role !== 'contributor'
  const languages = (await getSettings())?.languages ?? [user.language]
  const named = (await listTopics()).map((topic) => ({ ...topic, name: topicName(topic, user.language) }))
  const topics = named.toSorted((a, b) => a.name.localeCompare(b.name, user.language))
  const begin = mayEdit && (
    <ButtonLink look="primary" icon="plus" href="/studio/topics/new">
      {t('new')}
    </ButtonLink>
  )
  return (
    <Page heading={t('heading')} intro={t('intro')} actions={topics.length > 0 && begin}>
      {topics.length === 0 ? (
        <EmptyState heading={t('empty')} action={begin}>
          {t('empty-text')}
        </EmptyState>
      ) : (
        <table className="sheet plain">
          <caption className="vh">{t('heading')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('languages')}</th>
              <th scope="col">{t('texts')}</th>
              <th scope="col">{t('people')}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic.id}>
                <td className="c-title">
                  {mayEdit ? (
                    <a className="t" href={`/studio/topics/${topic.id}`}>
                      {topic.name}
                    </a>
                  ) : (
                    <span className="t">{topic.name}</span>
                  )}
                </td>
                <td>
                  {languages.map((code) => (
                    <span key={code} className={topic.texts[code] ? 'lang' : 'lang missing'}>
                      {code.toUpperCase()}
                      <span className="vh"> {t(topic.texts[code] ? 'named' : 'unnamed')}</span>
                    </span>
                  ))}
                </td>
                <td>
                  <a href={`/studio/releases?topic=${topic.id}`}>{t('text-count', { count: topic.stories })}</a>
                </td>
                <td>{t('person-count', { count: topic.people })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
