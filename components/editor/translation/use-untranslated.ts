'use client'
/** Knows what of a translation still reads as its source, marks it in the text, and takes what is meant to be the same. */
import type { Editor } from '@tiptap/core'
import { createContext, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { troubleFrom } from '#components/ui/form/form-trouble.ts'
import { useText } from '#components/ui/messages.tsx'
import { comparable, markedAlike, sourceWords, untranslatedIn } from '#lib/checks/untranslated.ts'
import type { TextFacts } from '../text-facts.ts'
import type { EditorProps, Outcome } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { markSameAgain, sameAsSource } from './same-as-source.ts'
import { sameNote } from './same-note.ts'

export interface Untranslated {
  source: ReturnType<typeof sourceWords>
  left: number
  total: number
  /** The texts that are marked as meant to be the same, as they stand here. */
  alike: string[]
  isLeft: (text: string) => boolean
  mark: (text: string) => void
  /** Takes the mark of a text away; with null, every mark. */
  unmark: (text: string | null) => void
}

/** Undefined in a text that is no translation. */
export const UntranslatedContext = createContext<Untranslated | undefined>(undefined)

type Page = Pick<EditorProps, 'release' | 'source' | 'actions'> & { writing: Writing; facts: TextFacts }

/** Returns undefined for a text that is no translation. */
export function useUntranslated({ release, source, actions, writing, facts }: Page): Untranslated | undefined {
  const t = useText('beside')
  const formText = useText('forms')
  const [alike, setAlike] = useState(source?.alike ?? [])
  const words = useMemo(() => source && sourceWords({ ...source, alike }), [source, alike])
  const isLeft = useCallback((text: string) => words?.texts.has(comparable(text)) ?? false, [words])
  const counted = useMemo(() => {
    // The facts are new whenever the text has been written in.
    void facts
    const text = writing.read()
    return words && { ...untranslatedIn(text, words), alike: markedAlike(text, alike) }
  }, [words, alike, facts, writing.read])
  if (!words || !counted) return undefined

  const store = async (act: () => Promise<Outcome>, change: (before: string[]) => string[], said: string) => {
    try {
      const outcome = await act()
      if (outcome.status !== 'saved') return announce(outcome.message ?? '')
      setAlike(change)
      announce(said)
    } catch (error) {
      announce(formText(troubleFrom(error)))
    }
  }
  return {
    source: words,
    left: counted.left.length,
    total: counted.total,
    alike: counted.alike,
    isLeft,
    mark: (text) =>
      void store(
        () => actions.markAlike(release.id, text),
        (before) => [...new Set([...before, comparable(text)])],
        t('alike-marked'),
      ),
    unmark: (text) =>
      void store(
        () => actions.unmarkAlike(release.id, text),
        (before) => before.filter((words) => text !== null && words !== comparable(text)),
        t('alike-unmarked'),
      ),
  }
}

/** Marks what is left to translate in the body. */
export function useSameInText(editor: Editor | null, untranslated: Untranslated | undefined): void {
  const t = useText('beside')
  const now = useRef(untranslated)
  const isTranslation = untranslated !== undefined
  const isLeft = untranslated?.isLeft
  useEffect(() => {
    now.current = untranslated
  }, [untranslated])
  useEffect(() => {
    if (!editor || !isTranslation) return
    const plugin = sameAsSource({
      isLeft: (text) => now.current?.isLeft(text) ?? false,
      noteFor: (text) =>
        sameNote(text, { t, language: now.current?.source.language, mark: () => now.current?.mark(text) }),
    })
    editor.registerPlugin(plugin)
    return () => {
      if (plugin.spec.key) editor.unregisterPlugin(plugin.spec.key)
    }
  }, [editor, isTranslation, t])
  useEffect(() => {
    if (editor && isLeft) markSameAgain(editor.view)
  }, [editor, isLeft])
}
