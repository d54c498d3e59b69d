'use client'
/**
 * The details of a release beside its text: address, kind, topics, series, place, byline and the words for a shared
 * link.
 */
import { ChoiceBox } from '#components/ui/choice/choice-box.tsx'
import type { Making } from '#components/ui/choice/choice-lines.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { maxSummaryLength } from '#lib/document/rich-text.ts'
import { countGraphemes, firstGraphemes } from '#lib/graphemes.ts'
import { kindNames, useKindText } from '../fields/kind-select.tsx'
import { useSubjectChoices } from '../pickers/use-subject-choices.ts'
import { SameNotes } from '../translation/untranslated.tsx'
import type { EditorProps } from '../types.ts'
import type { Fields } from '../use-writing.ts'
import { AiFields } from './ai-fields.tsx'
import { Labelled } from './labelled.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { SlugField } from './slug-field.tsx'

interface Props {
  fields: Fields
  topics: EditorProps['topics']
  series: EditorProps['series']
  language: string
  addressPrefix: string
  releaseId: string
  signedUp: EditorProps['meeting']
  now: Date | null
  onChange: (change: Partial<Fields>) => void
  /** Adds a topic or a series by its name; undefined for a member who may not. */
  onMake: ((where: 'topics' | 'series', name: string) => Promise<string | undefined>) | undefined
}

export function DetailsPanel(props: Props) {
  const { fields, topics, series, language, addressPrefix, releaseId, signedUp, now, onChange, onMake } = props
  const t = useText('editor')
  const kindText = useKindText()
  return (
    <section className="panel-sec details" aria-label={t('tab-details')}>
      <SlugField
        slug={fields.slug}
        title={fields.title}
        prefix={addressPrefix}
        onChange={(slug) => onChange({ slug })}
      />
      <Labelled label={t('kind')}>
        {(id) => (
          <select
            className="input"
            id={id}
            name="kind"
            value={fields.kind}
            onChange={(event) => onChange({ kind: event.target.value as Fields['kind'] })}
          >
            {kindNames.map((kind) => (
              <option key={kind} value={kind}>
                {kindText(kind)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {fields.kind === 'invitation' && (
        <MeetingFields
          {...{ releaseId, signedUp, language, now }}
          meeting={fields.meeting ?? null}
          onChange={(meeting) => onChange({ meeting })}
        />
      )}
      <Topics
        chosen={fields.topicIds}
        topics={topics}
        onMake={onMake}
        onChange={(topicIds) => onChange({ topicIds })}
      />
      <Series
        chosen={fields.seriesId}
        series={series}
        onMake={onMake}
        onChange={(seriesId) => onChange({ seriesId })}
      />
      <Labelled label={t('place')}>
        {(id) => (
          <input
            className="input"
            id={id}
            name="place"
            lang={language}
            value={fields.place}
            maxLength={100}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('byline')} hint={t('byline-hint')}>
        {(id) => (
          <input
            className="input"
            id={id}
            name="byline"
            lang={language}
            value={fields.byline}
            maxLength={200}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ byline: event.target.value })}
          />
        )}
      </Labelled>
      <SameNotes texts={[fields.summary]} />
      <Labelled
        label={t('summary')}
        hint={t('summary-hint', { used: countGraphemes(fields.summary), most: maxSummaryLength })}
      >
        {(id) => (
          <textarea
            className="input"
            id={id}
            name="summary"
            lang={language}
            rows={3}
            value={fields.summary}
            placeholder={t('summary-placeholder')}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ summary: firstGraphemes(event.target.value, maxSummaryLength) })}
          />
        )}
      </Labelled>
      <AiFields ai={fields.ai ?? null} language={language} onChange={(ai) => onChange({ ai })} />
    </section>
  )
}

interface SubjectsProps<Chosen> {
  chosen: Chosen
  onMake: Props['onMake']
  onChange: (chosen: Chosen) => void
}

function Topics({ chosen, topics, onMake, onChange }: SubjectsProps<string[]> & Pick<Props, 'topics'>) {
  const t = useText('editor')
  const choices = useSubjectChoices(
    topics.filter(({ id }) => !chosen.includes(id)),
    'topics',
  )
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name ?? id
  const make = async (name: string) => {
    const id = await onMake?.('topics', name)
    if (id) onChange([...chosen, id])
  }
  return (
    <div className="field" id="topics">
      {chosen.length > 0 && (
        <ul className="filters" aria-label={t('topics')}>
          {chosen.map((id) => (
            <Tag
              key={id}
              name={nameOf(id)}
              remove={t('topic-remove', { name: nameOf(id) })}
              onRemove={() => onChange(chosen.filter((other) => other !== id))}
            />
          ))}
        </ul>
      )}
      <ChoiceBox
        label={t('topic-add')}
        placeholder={t('topic-placeholder')}
        choices={choices}
        onChoose={(id) => onChange([...chosen, id])}
        making={onMake && making(t, 'make-topic', make)}
      />
    </div>
  )
}

/** A text is a part of one series at most: another takes the place of the one before. */
function Series({ chosen, series, onMake, onChange }: SubjectsProps<string | null> & Pick<Props, 'series'>) {
  const t = useText('editor')
  const choices = useSubjectChoices(
    series.filter(({ id }) => id !== chosen),
    'series',
  )
  const name = series.find((one) => one.id === chosen)?.name ?? t('series-gone')
  const make = async (typed: string) => {
    const id = await onMake?.('series', typed)
    if (id) onChange(id)
  }
  return (
    <div className="field" id="series">
      {chosen && (
        <ul className="filters" aria-label={t('series')}>
          <Tag name={name} remove={t('series-remove', { name })} onRemove={() => onChange(null)} />
        </ul>
      )}
      <ChoiceBox
        label={t('series-add')}
        placeholder={t('series-hint')}
        choices={choices}
        onChoose={onChange}
        making={onMake && making(t, 'make-series', make)}
      />
    </div>
  )
}

const making = (
  t: ReturnType<typeof useText<'editor'>>,
  line: 'make-topic' | 'make-series',
  make: (name: string) => Promise<void>,
): Making => ({
  line: (name) => t(line, { name }),
  about: t('make-chosen'),
  onMake: (name) => void make(name),
})

function Tag({ name, remove, onRemove }: { name: string; remove: string; onRemove: () => void }) {
  return (
    <li className="tag">
      {name}
      <button type="button" aria-label={remove} onClick={onRemove}>
        <Icon name="close" small />
      </button>
    </li>
  )
}
