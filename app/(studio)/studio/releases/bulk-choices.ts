'use server'
/** What the selected texts can be changed to: what some of them have already first, with how many. */
import type { Selected } from '#components/list/types.ts'
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'
import { countTopicsOf, countWritersOf, type Shares } from '#db/releases/shares.ts'
import { subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { storiesIn } from './selected-stories.ts'

/** Returns the topics that can be put on the selected texts. */
export async function topicsForTexts(selected: Selected): Promise<PickerChoice[]> {
  const user = await requireRole('contributor')
  const [shares, topics] = await Promise.all([countTopicsOf(await storiesIn(selected, new Date())), listTopics()])
  const t = translator(user.language, 'releases')
  const aboutTopic = (id: string) => {
    const share = shareOf(id, shares)
    if (share.count === 0) return undefined
    return share.count === share.all ? t('topic-on-all') : t('topic-on', share)
  }
  const named = topics.map((topic) => ({ id: topic.id, name: subjectName(topic, user.language) }))
  return choicesOf(named, shares, user.language).map((choice) => ({
    ...choice,
    icon: 'topics',
    about: aboutTopic(choice.id),
  }))
}

/** Returns the members who can be made the writer of the selected texts. */
export async function writersForTexts(selected: Selected): Promise<PickerChoice[]> {
  const user = await requireRole('editor')
  const [shares, members] = await Promise.all([countWritersOf(await storiesIn(selected, new Date())), listUsers()])
  const t = translator(user.language, 'releases')
  const named = members.map(({ id, name }) => ({ id, name }))
  return choicesOf(named, shares, user.language).map((choice) => ({
    ...choice,
    icon: 'user',
    about: shares.counts.has(choice.id) ? t('writes', shareOf(choice.id, shares)) : undefined,
  }))
}

const shareOf = (id: string, { counts, stories }: Shares) => ({ count: counts.get(id) ?? 0, all: stories })

/** Those that some texts have come first, under a heading; the others by name. */
function choicesOf(named: { id: string; name: string }[], { counts }: Shares, language: Language): PickerChoice[] {
  const t = translator(language, 'releases')
  const group = (id: string) => (counts.size > 0 ? t(counts.has(id) ? 'on-selected' : 'on-none') : undefined)
  return named
    .toSorted((a, b) => collator(language).compare(a.name, b.name))
    .toSorted((a, b) => Number(counts.has(b.id)) - Number(counts.has(a.id)))
    .map(({ id, name }) => ({ id, name, group: group(id) }))
}
