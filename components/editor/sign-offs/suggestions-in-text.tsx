'use client'
/**
 * What others say in the text itself: suggestions, each below its block, those about the head above it and those without
 * a block last; and what has been changed since somebody said yes to the whole.
 */
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'
import type { Block } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { rewrittenBlock, rewrittenHead, rewrittenHero } from '../../compare/rewrite-block.ts'
import { toDocument } from '../document/to-document.ts'
import { type PlacedRow, rowsInText } from '../translation/rows-in-text.ts'
import type { Writing } from '../use-writing.ts'
import { AnswerGlyph } from './answer-glyph.tsx'
import { placeToWrite } from './place-to-write.ts'
import { SuggestionNote } from './suggestion-note.tsx'
import type { PlacedSuggestion, SignOffs } from './use-sign-offs.ts'

interface Props {
  editor: Editor
  writing: Writing
  signOffs: SignOffs
  language: Language
}

export function SuggestionsInText({ editor, writing, signOffs, language }: Props) {
  const { suggestions, settle } = signOffs
  const t = useText('sign-offs')
  const [unwritten, setUnwritten] = useState<string>()
  const changes = changesSince(signOffs)
  const elements = useElements(editor, [
    ...suggestions.flatMap(({ id, standing }) =>
      standing?.place === 'block' ? [{ id, target: standing.index + 1 }] : [],
    ),
    ...changes.flatMap(({ id, anchor }) => (anchor.place === 'block' ? [{ id, target: anchor.index }] : [])),
  ])
  const take = (suggestion: PlacedSuggestion, words: string): boolean => {
    // It was asked whether it may be, and meanwhile the text may have been written in.
    const place = placeToWrite(suggestion, writing.read())
    if (!place) {
      setUnwritten(words)
      announce(t('not-taken', { words }))
      return false
    }
    if (place === 'head') writing.change(rewrittenHead(suggestion, words, writing.read()))
    else if (place === 'hero') writing.change(rewrittenHero(words, writing.read()))
    else writeBlock(editor, place.index, words)
    // A version to come back to, with the words in it.
    writing.saver.save()
    return true
  }
  const notes = suggestions.map((suggestion) => {
    const { id, standing } = suggestion
    const place =
      standing?.place === 'block'
        ? elements.get(id)
        : document.querySelector(`[data-beside="${besides[standing?.place ?? 'gone']}"]`)
    return (
      place &&
      createPortal(
        <SuggestionNote
          suggestion={suggestion}
          language={language}
          settle={settle}
          onTake={(words) => take(suggestion, words)}
        />,
        place,
        id,
      )
    )
  })
  const marks = changes.map(({ id, name, anchor }) => {
    const place =
      anchor.place === 'block' ? elements.get(id) : document.querySelector(`[data-beside="${besides[anchor.place]}"]`)
    return place && createPortal(<ChangedSince name={name} />, place, id)
  })
  return (
    <>
      {notes}
      {marks}
      {unwritten !== undefined && (
        <PassingToast stays onClose={() => setUnwritten(undefined)}>
          <span>{t('not-taken', { words: unwritten })}</span>
          <button type="button" className="text-button" onClick={() => setUnwritten(undefined)}>
            {t('close')}
          </button>
        </PassingToast>
      )}
    </>
  )
}

/** Where notes stand that are about no block. */
const besides = { head: 'title', hero: 'hero', block: 'others', gone: 'others' }

/** Returns the places that somebody who has said yes to the whole text has not read. */
const changesSince = ({ asked }: SignOffs) =>
  asked.flatMap(({ id, name, whole }) =>
    whole?.answer === 'approve'
      ? (whole.changed ?? []).map((anchor) => ({ id: `${id}-${anchor.place}-${anchor.index}`, name, anchor }))
      : [],
  )

function ChangedSince({ name }: { name: string }) {
  const t = useText('sign-offs')
  const { language } = useLocale()
  return (
    <p className="approval todo changed-since" lang={language}>
      <AnswerGlyph state="changed" />
      {t('changed-here', { name })}
    </p>
  )
}

/** Writes other words into a block, whose untouched words keep their form. It can be undone like anything written. */
function writeBlock(editor: Editor, index: number, words: string): void {
  const { doc, schema, tr } = editor.state
  if (index >= doc.childCount) return
  const node = doc.child(index)
  const block = toDocument(doc).content[index] as Block
  const anew = rewrittenBlock(block, words)
  if (!anew) return
  let from = 0
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  const made = schema.nodeFromJSON(anew)
  // The words of a quote are no reason to let go of a speaker who is only offered yet.
  const attrs = block.type === 'quote' ? node.attrs : made.attrs
  editor.view.dispatch(tr.replaceWith(from, from + node.nodeSize, node.type.create(attrs, made.content)))
}

/** Returns the elements in the text in which rows are shown, made anew when there are others. */
function useElements(editor: Editor, rows: PlacedRow[]): Map<string, HTMLElement> {
  const [elements, setElements] = useState(new Map<string, HTMLElement>())
  const key = rows.map(({ id }) => id).join(' ')
  const latest = useRef(rows)
  latest.current = rows
  useEffect(() => {
    // Where they stand follows the text by itself; only other suggestions need other places.
    const placed = key ? latest.current : []
    const made = new Map(
      placed.map(({ id }) => {
        const element = document.createElement('div')
        element.className = 'suggestion-row'
        element.contentEditable = 'false'
        return [id, element]
      }),
    )
    const plugin = rowsInText(placed, (id) => made.get(id) ?? document.createElement('div'), 'suggestions')
    editor.registerPlugin(plugin)
    setElements(made)
    return () => {
      if (plugin.spec.key) editor.unregisterPlugin(plugin.spec.key)
    }
  }, [editor, key])
  return elements
}
