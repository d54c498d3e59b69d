'use client'
/** Shows the value of a field in words, for reading two drafts side by side. */
import { useText } from '#components/ui/messages.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import { meetingLine } from '#lib/meeting/meeting.ts'
import { useKindText } from '../editor/fields/kind-select.tsx'
import { usePickers } from '../editor/pickers/picker-context.tsx'
import { usePicture } from '../editor/pickers/use-picture.ts'
import type { FieldName } from './align.ts'

interface Props {
  name: FieldName
  draft: Draft
  topics: { id: string; name: string }[]
  series: { id: string; name: string }[]
}

export function FieldValue({ name, draft, topics, series }: Props) {
  const t = useText('editor')
  const kindText = useKindText()
  const ai = useText('ai')
  const { person } = usePickers()
  const heroPicture = usePicture(draft.hero?.mediaId ?? null)
  const hero = ({ altDecision, alt, caption }: NonNullable<Draft['hero']>) => [
    heroPicture?.filename ?? '',
    altDecision === 'describe' ? alt : t(altDecision ? 'alt-is-decorative' : 'alt-open'),
    caption,
  ]
  const lines: Record<FieldName, () => string[]> = {
    title: () => [draft.title],
    lead: () => draft.lead,
    leadForm: () => [t(`lead-form-${draft.leadForm}`)],
    kind: () => [kindText(draft.kind)],
    hero: () => (draft.hero ? hero(draft.hero) : []),
    cards: () =>
      draft.cards.map(({ personId, role, organisation }) =>
        [person(personId)?.name ?? t('person-unknown'), role, organisation].filter(Boolean).join(', '),
      ),
    contactIds: () => draft.contactIds.map((id) => person(id)?.name ?? t('person-unknown')),
    topicIds: () => draft.topicIds.map((id) => topics.find((topic) => topic.id === id)?.name ?? id),
    seriesId: () => (draft.seriesId ? [series.find(({ id }) => id === draft.seriesId)?.name ?? t('series-gone')] : []),
    place: () => [draft.place],
    byline: () => [draft.byline],
    summary: () => [draft.summary],
    ai: () =>
      draft.ai
        ? [...draft.ai.uses.map((use) => ai(`uses.${use}`)), draft.ai.note, draft.ai.uses.length ? '' : ai('unused')]
        : [],
    meeting: () => [meetingLine(draft.meeting)],
    slug: () => [draft.slug],
  }
  const shown = lines[name]().filter(Boolean)
  return shown.length ? <p className="lines">{shown.join('\n')}</p> : <p className="muted">{t('not-here')}</p>
}
