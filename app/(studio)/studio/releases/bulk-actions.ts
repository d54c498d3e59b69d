'use server'
/** What can be done with the selected texts. The verbs decide what the member may, and say what they left. */
import { z } from 'zod'
import type { BulkAnswer, Selected } from '#components/list/types.ts'
import { duplicateStories, moveStoriesToTrash, setTopic, setWriter, versionIdsOf } from '#db/releases/many.ts'
import { countWithTopic } from '#db/releases/stories.ts'
import { getSettings } from '#db/settings.ts'
import { subjectName } from '#db/subjects.ts'
import { createTopic, getTopic, listTopics } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { isSameName } from '#lib/search/near-names.ts'
import { requireRole } from '../../../auth.ts'
import { leftStories, leftThings, orRefusal } from '../trash/left-things.ts'
import { writeUndo } from '../trash/undo.ts'
import { releaseListPath } from './filter.ts'
import { storiesIn } from './selected-stories.ts'

const choiceSchema = z.string().max(64)

/** Puts texts in the trash, in all their languages. */
export async function trashTexts(selected: Selected): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const now = new Date()
  const { done, left, releaseIds } = await moveStoriesToTrash(await storiesIn(selected, now), { actor: user, now })
  return {
    message: done.length > 0 ? translator(user.language, 'trash')('moved-texts', { count: done.length }) : '',
    left: await leftStories(left, { ...user, now }),
    undo: writeUndo({ what: 'restore', noun: 'release', ids: releaseIds }),
  }
}

/** Copies texts as drafts of the member's own. */
export async function duplicateTexts(selected: Selected): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const now = new Date()
  const { done, left, releaseIds } = await duplicateStories(await storiesIn(selected, now), { actor: user, now })
  const t = translator(user.language, 'releases')
  const href = releaseListPath({ status: 'draft', writer: user.id })
  return {
    message: done.length > 0 ? t('duplicated', { count: done.length }) : '',
    left: await leftStories(left, { ...user, now }),
    undo: writeUndo({ what: 'trash', ids: releaseIds }),
    ...(done.length > 0 && { show: { href, label: t('show-them') } }),
  }
}

/** Puts a topic on texts. When all have it already, it asks, and takes it away. */
export async function setTextsTopic(selected: Selected, choice: string, isAsked: boolean): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const now = new Date()
  const topicId = choiceSchema.parse(choice)
  const topic = await getTopic(topicId)
  const t = translator(user.language, 'releases')
  const ids = await versionIdsOf(await storiesIn(selected, now))
  const name = topic ? subjectName(topic, user.language) : ''
  const haveAll = ids.length > 0 && (await countWithTopic(ids, topicId)) === ids.length
  if (haveAll && isAsked !== true) {
    const heading = t('topic-remove-question', { count: ids.length, topic: name })
    return { message: '', left: [], question: { heading, lines: [], confirm: t('topic-remove'), danger: false } }
  }
  const on = !haveAll
  return orRefusal(user.language, async () => {
    const { releaseIds, left } = await setTopic(ids, topicId, { actor: user, now, on })
    const count = releaseIds.length
    return {
      message: count > 0 ? t(on ? 'topic-added' : 'topic-removed', { count, topic: name }) : t('nothing-changed'),
      left: await leftThings('release', left, { ...user, now }),
      ...(count > 0 && { undo: writeUndo({ what: 'topic', topicId, on: !on, ids: releaseIds }) }),
    }
  })
}

/** Makes a topic and puts it on texts; one that has the name already is put on them. */
export async function makeTextsTopic(selected: Selected, typed: string): Promise<BulkAnswer> {
  const user = await requireRole('editor')
  const now = new Date()
  const name = String(typed).trim()
  const known = (await listTopics()).find(({ texts }) =>
    Object.values(texts).some((text) => text && isSameName(text.name, name)),
  )
  let topicId = known?.id
  const languages = (await getSettings())?.languages ?? []
  const language = languages.find((one) => one === user.language) ?? languages[0] ?? user.language
  const made = await runAction(user.language, async () => {
    topicId ??= await createTopic({ texts: { [language]: { name, slug: '', intro: '' } } }, { actor: user, now })
  })
  if (!topicId) return { message: made.message ?? Object.values(made.errors)[0] ?? '', left: [] }
  const ids = await versionIdsOf(await storiesIn(selected, now))
  const { releaseIds, left } = await setTopic(ids, topicId, { actor: user, now, on: true })
  const t = translator(user.language, 'releases')
  const count = releaseIds.length
  return {
    message: count > 0 ? t('topic-added', { count, topic: name }) : t('nothing-changed'),
    left: await leftThings('release', left, { ...user, now }),
    ...(count > 0 && { undo: writeUndo({ what: 'topic', topicId, on: false, ids: releaseIds }) }),
  }
}

/** Makes a member the writer of texts. */
export async function setTextsWriter(selected: Selected, choice: string): Promise<BulkAnswer> {
  const user = await requireRole('editor')
  const now = new Date()
  const writerId = choiceSchema.parse(choice)
  const ids = await versionIdsOf(await storiesIn(selected, now))
  return orRefusal(user.language, async () => {
    const { before, left } = await setWriter(ids, writerId, { actor: user, now })
    const name = (await listUsers()).find(({ id }) => id === writerId)?.name ?? ''
    const t = translator(user.language, 'releases')
    return {
      message: before.length > 0 ? t('handed-over', { count: before.length, name }) : t('nothing-changed'),
      left: await leftThings('release', left, { ...user, now }),
      ...(before.length > 0 && { undo: writeUndo({ what: 'writers', before }) }),
    }
  })
}
