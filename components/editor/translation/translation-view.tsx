'use client'
/** Shows the source of a translation block by block beside the text while it is written. */
import type { Editor } from '@tiptap/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { compareNodes } from '#lib/document/compare/compare-nodes.ts'
import { documentText } from '#lib/document/rich-text.ts'
import type { TranslatedField } from '#lib/document/translation.ts'
import { languageName } from '#lib/format.ts'
import { excerpt } from '#lib/graphemes.ts'
import { BlockInPlace } from '../../compare/compared-block.tsx'
import type { CompareContext } from '../../compare/context.ts'
import { MarkedText } from '../../compare/marked-words.tsx'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { rowsInText } from './rows-in-text.ts'
import { SourceRow } from './source-row.tsx'
import { type KeyedRow, type TranslationReview, useTranslation } from './use-translation.ts'
import type { Untranslated } from './use-untranslated.ts'
import './translation-view.css'

interface Props {
  editor: Editor
  translation: NonNullable<EditorProps['translation']>
  people: EditorProps['people']
  releaseId: string
  writing: Writing
  untranslated: Untranslated | undefined
}

export function TranslationView({ editor, translation, people, releaseId, writing, untranslated }: Props) {
  const t = useText('beside')
  const review = useTranslation(releaseId, translation, writing)
  const context = useCompareContext(translation, people)
  const elements = useRows(editor, review.rows)
  const source = translation.source.language
  return (
    <>
      <div className="beside-bar">
        <p role="status">{standingOf(review, untranslated, t)}</p>
        <a href={`/studio/releases/${translation.source.id}`}>
          {t('open-source', { language: languageName(source, context.language) })}
        </a>
        {review.trouble && (
          <p className="bad" role="alert">
            {review.trouble}
          </p>
        )}
      </div>
      {review.rows.map((row) => {
        const element = elements.get(row.id)
        return (
          element &&
          !row.isGone &&
          createPortal(
            <SourceRow
              state={row.state}
              sourceLanguage={source}
              name={openingOf(row)}
              onSettle={() => review.settle(row.key)}
            >
              <SourceBlock row={row} context={context} />
            </SourceRow>,
            element,
            row.id,
          )
        )
      })}
      {sourceFields.map((field) => {
        const place = document.querySelector(`[data-beside="${field}"]`)
        return place && createPortal(<SourceField field={field} {...{ translation, review, context }} />, place, field)
      })}
    </>
  )
}

/** What still reads as the source does not match it. */
function standingOf({ left: count }: TranslationReview, untranslated: Props['untranslated'], t: Text): string {
  const { left = 0, total = 0 } = untranslated ?? {}
  const told = [count > 0 && t('left', { count }), left > 0 && t('untranslated', { left, total })]
  return told.filter(Boolean).join('. ') || t('all-right')
}

type Text = ReturnType<typeof useText<'beside'>>

const sourceFields = ['title', 'lead', 'hero', 'others'] as const
const others = ['place', 'byline', 'summary'] as const

function SourceField({
  field,
  ...given
}: {
  field: (typeof sourceFields)[number]
  translation: Props['translation']
  review: TranslationReview
  context: CompareContext
}): ReactNode {
  if (field === 'others') return others.map((other) => <OneField key={other} field={other} named {...given} />)
  return <OneField field={field} {...given} />
}

function OneField({
  field,
  named = false,
  translation,
  review,
  context,
}: {
  field: TranslatedField
  named?: boolean
  translation: Props['translation']
  review: TranslationReview
  context: CompareContext
}) {
  const t = useText('beside')
  const { language } = useLocale()
  const row = review.fields.find((one) => one.field === field)
  if (!row || (!row.now && !row.was)) return null
  const lines = (text: string) => text.split('\n')
  return (
    <SourceRow
      state={row.state}
      sourceLanguage={translation.source.language}
      name={t(`field-${field}`)}
      onSettle={() => review.settleField(field)}
    >
      {named && (
        <p className="source-field" lang={language}>
          {t(`field-${field}`)}
        </p>
      )}
      {row.state === 'right' ? (
        lines(row.now).map((line) => <p key={line}>{line}</p>)
      ) : (
        <p className="lines">
          <MarkedText before={row.was} after={row.now} context={context} />
        </p>
      )}
    </SourceRow>
  )
}

function SourceBlock({ row, context }: { row: KeyedRow; context: CompareContext }) {
  const compared = useMemo(() => {
    const [was, now] = row.state === 'removed' ? [row.was, row.was] : [row.state === 'new' ? row.now : row.was, row.now]
    return compareNodes(was ? [was] : [], now ? [now] : [])
  }, [row])
  return compared.map((one, place) => <BlockInPlace key={place.toString()} compared={one} context={context} />)
}

const openingOf = ({ was, now }: KeyedRow): string => {
  const block = now ?? was
  const text = block ? documentText({ type: 'doc', content: [block] }).replace(/\s+/g, ' ') : ''
  return excerpt(text, 60)
}

function useCompareContext(translation: Props['translation'], people: Props['people']): CompareContext {
  const t = useText('history')
  const { language } = useLocale()
  return useMemo(
    () => ({
      t: t as CompareContext['t'],
      language,
      textLanguage: translation.source.language,
      people: new Map(people.map(({ id, name }) => [id, name])),
      topics: new Map(),
      series: new Map(),
      ai: new Map(),
      images: new Map(translation.pictures.map((picture) => [picture.id, picture])),
      stops: 0,
    }),
    [t, language, translation, people],
  )
}

/** Returns the elements in the text in which the rows are rendered; their places follow the text after that. */
function useRows(editor: Editor, rows: KeyedRow[]): Map<string, HTMLElement> {
  const [first] = useState(rows)
  const [elements, setElements] = useState(new Map<string, HTMLElement>())
  useEffect(() => {
    const made = new Map(
      first.map(({ id }) => {
        const element = document.createElement('div')
        element.className = 'beside-row'
        element.contentEditable = 'false'
        return [id, element]
      }),
    )
    const plugin = rowsInText(first, (id) => made.get(id) ?? document.createElement('div'))
    editor.registerPlugin(plugin)
    setElements(made)
    return () => {
      if (plugin.spec.key) editor.unregisterPlugin(plugin.spec.key)
    }
  }, [editor, first])
  return elements
}
