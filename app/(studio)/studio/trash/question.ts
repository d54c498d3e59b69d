/** The question before something that is used is thrown away: it says where. */
import type { BulkQuestion } from '#components/list/types.ts'
import { namesOf } from '#db/trash/list.ts'
import { countUses, type UseCounts } from '#db/trash/uses.ts'
import type { TrashNoun } from '#db/types.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** Returns the question, or undefined where nothing uses any of the things. */
export async function questionBefore(
  noun: TrashNoun,
  ids: string[],
  { language, now }: { language: Language; now: Date },
): Promise<BulkQuestion | undefined> {
  const t = translator(language, 'trash')
  const uses = await countUses(noun, ids, now)
  if (uses.size === 0 || noun === 'release') return undefined
  const named = await namesOf(noun, [...uses.keys()], language, now)
  const nameOf = (id: string) => named.get(id)?.name ?? ''
  const isOne = ids.length === 1
  return {
    heading: isOne ? t('question', { name: nameOf(ids[0] ?? '') }) : t('question-many', { count: ids.length }),
    lines: [
      ...[...uses].map(([id, counts]) => {
        const where = usesText(counts, language)
        return {
          text: isOne ? t('used', { where }) : t('used-one', { name: nameOf(id), where }),
          href: whereUsed(noun, id),
        }
      }),
      { text: t(`meanwhile-${noun}`) },
      { text: t('back-for') },
    ],
    confirm: t('confirm'),
    danger: true,
  }
}

/** Returns where something is used, in words. */
function usesText({ texts, live, people, organisations }: UseCounts, language: Language): string {
  const t = translator(language, 'trash')
  return [
    texts > 0 && t(live > 0 ? 'in-texts-live' : 'in-texts', { count: texts, live }),
    people > 0 && t('in-people', { count: people }),
    organisations > 0 && t('in-organisations', { count: organisations }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Returns the address of the list of what uses something. */
const whereUsed = (noun: Exclude<TrashNoun, 'release'>, id: string): string =>
  ({
    person: `/studio/releases?person=${id}`,
    media: `/studio/media?item=${id}`,
    topic: `/studio/releases?topic=${id}`,
    series: `/studio/releases?series=${id}`,
    organisation: `/studio/organisations/${id}`,
  })[noun]
