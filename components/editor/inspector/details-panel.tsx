'use client'
/**
 * The details of a release beside its text: address, kind, topics, series, place, byline and the words for a shared
 * link.
 */
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { maxSummaryLength } from '#lib/document/rich-text.ts'
import { countGraphemes, firstGraphemes } from '#lib/graphemes.ts'
import { kindNames, useKindText } from '../fields/kind-select.tsx'
import { ChoiceBox } from '../pickers/choice-box.tsx'
import type { EditorProps } from '../types.ts'
import type { Fields } from '../use-writing.ts'
import { Labelled } from './labelled.tsx'
import { SlugField } from './slug-field.tsx'

interface Props {
  fields: Fields
  topics: EditorProps['topics']
  series: EditorProps['series']
  language: string
  addressPrefix: string
  onChange: (change: Partial<Fields>) => void
}

export function DetailsPanel({ fields, topics, series, language, addressPrefix, onChange }: Props) {
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
      <Topics chosen={fields.topicIds} topics={topics} onChange={(topicIds) => onChange({ topicIds })} />
      <Labelled label={t('series')} hint={t('series-hint')}>
        {(id) => (
          <select
            className="input"
            id={id}
            value={fields.seriesId ?? ''}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ seriesId: event.target.value || null })}
          >
            <option value="">{t('no-series')}</option>
            {series.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            {fields.seriesId && !series.some((one) => one.id === fields.seriesId) && (
              <option value={fields.seriesId}>{t('series-gone')}</option>
            )}
          </select>
        )}
      </Labelled>
      <Labelled label={t('place')}>
        {(id) => (
          <input
            className="input"
            id={id}
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
            lang={language}
            value={fields.byline}
            maxLength={200}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ byline: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled
        label={t('summary')}
        hint={t('summary-hint', { used: countGraphemes(fields.summary), most: maxSummaryLength })}
      >
        {(id) => (
          <textarea
            className="input"
            id={id}
            lang={language}
            rows={3}
            value={fields.summary}
            placeholder={t('summary-placeholder')}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ summary: firstGraphemes(event.target.value, maxSummaryLength) })}
          />
        )}
      </Labelled>
    </section>
  )
}

function Topics(props: { chosen: string[]; topics: Props['topics']; onChange: (ids: string[]) => void }) {
  const t = useText('editor')
  const { chosen, topics, onChange } = props
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name ?? id
  return (
    <div className="field" id="topics">
      {chosen.length > 0 && (
        <ul className="filters" aria-label={t('topics')}>
          {chosen.map((id) => (
            <li className="tag" key={id}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={t('topic-remove', { name: nameOf(id) })}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ChoiceBox
        label={t('topic-add')}
        placeholder={t('topic-placeholder')}
        choices={topics.filter(({ id }) => !chosen.includes(id))}
        onChoose={(id) => onChange([...chosen, id])}
      />
    </div>
  )
}
