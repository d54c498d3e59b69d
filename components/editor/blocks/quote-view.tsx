'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { useRef, useState } from 'react'
import { Face } from '#components/ui/choice/face.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { inSentence } from '#lib/document/attribution.ts'
import type { Attribution } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { Quote } from '../document/quote.ts'
import { backToText } from '../pickers/back-to-text.ts'
import { aboutPerson } from '../pickers/person-choice.ts'
import { type PersonChoice, usePickers } from '../pickers/picker-context.tsx'
import type { AskedPerson } from '../pickers/use-new-people.tsx'
import { QuoteState, useQuoteState } from '../sign-offs/quote-state.tsx'
import { SameNotes } from '../translation/untranslated.tsx'

const speakerPicker = onDemand(async () => (await import('./speaker-picker.tsx')).SpeakerPicker, {
  takesKeys: true,
})

/** Returns how a quote names somebody: with the position where they are first quoted, and without it after that. */
function namedFor(
  person: PersonChoice | undefined,
  { editor, getPos }: ReactNodeViewProps,
  language: Language,
): string {
  if (!person) return ''
  const heard = editor.state.doc.content.content.find(
    (block) => block.type.name === 'quote' && block.attrs.personId === person.id,
  )
  const here = editor.state.doc.nodeAt(getPos() ?? 0)
  const isFirst = !heard || heard === here
  return [person.name, isFirst && inSentence(person.role, language)].filter(Boolean).join(', ')
}

/** Returns the words of the quote, then those of the block after it and of the one before. */
function wordsAround({ node, editor, getPos }: ReactNodeViewProps): string[] {
  const at = getPos()
  if (at === undefined) return [node.textContent]
  const { nodeBefore } = editor.state.doc.resolve(at)
  const { nodeAfter } = editor.state.doc.resolve(at + node.nodeSize)
  return [node, nodeAfter, nodeBefore].map((block) => block?.textContent ?? '')
}

function QuoteView(props: ReactNodeViewProps) {
  const { node, updateAttributes, editor } = props
  const t = useText('editor')
  const { person, askPerson, language } = usePickers()
  const button = useRef<HTMLButtonElement>(null)
  const [choosing, setChoosing] = useState(false)
  /** Whether the writer came from the text, by Tab, and goes back there. */
  const isFromText = useRef(false)
  const state = useQuoteState(props)
  const speaker = person(node.attrs.personId as string | null)
  const attribution = node.attrs.attribution as Attribution | null
  const choose = (personId: string | null) => {
    const named = namedFor(person(personId), props, language)
    // Another speaker gets another name, and no speaker gets none.
    updateAttributes({ personId, attribution: attribution && named ? { ...attribution, named } : null })
    setChoosing(false)
    backToText(editor)
  }
  const make = async (asked: AskedPerson) => {
    setChoosing(false)
    const made = await askPerson(asked)
    if (made) updateAttributes({ personId: made.id, attribution: null })
    backToText(editor)
  }
  const close = () => {
    setChoosing(false)
    if (isFromText.current) backToText(editor)
    // While the list is open the page behind it takes no focus.
    else requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <NodeViewWrapper as="figure" className="quote" data-quote="">
      <div className="speaker-side" contentEditable={false}>
        <button
          ref={button}
          type="button"
          className={speaker ? 'speaker' : 'speaker open'}
          aria-haspopup="dialog"
          aria-expanded={choosing}
          onPointerEnter={speakerPicker.expect}
          onFocus={speakerPicker.expect}
          onClick={() => {
            isFromText.current = editor.isFocused
            setChoosing(!choosing)
          }}
        >
          {speaker ? (
            <>
              <Face name={speaker.name} src={speaker.face} />
              <span>
                <span className="vh">{t('speaker')} </span>
                <b>
                  {speaker.name} {speaker.isNew && <span className="newtag">{t('person-is-new')}</span>}
                </b>
                {state ? <QuoteState state={state} /> : <span className="role">{aboutPerson(speaker)}</span>}
              </span>
            </>
          ) : (
            <>
              <Icon name="user" />
              <span>
                <b>
                  {t('who-says')} <kbd className="offer-key">{t('key-tab')}</kbd>
                </b>
                {t('who-says-hint')}
              </span>
            </>
          )}
        </button>
        <SameNotes texts={[attribution?.named ?? '']} />
        {choosing && (
          <OnDemand
            part={speakerPicker}
            button={button}
            near={wordsAround(props)}
            hasSpeaker={node.attrs.personId !== null}
            attribution={attribution}
            proposal={namedFor(speaker, props, language)}
            onChoose={choose}
            onNew={(asked) => void make(asked)}
            onAttribution={(changed) => updateAttributes({ attribution: changed })}
            onClose={close}
          />
        )}
      </div>
      <blockquote>
        <NodeViewContent />
      </blockquote>
    </NodeViewWrapper>
  )
}

export const QuoteWithView = Quote.extend({
  addNodeView: () => ReactNodeViewRenderer(QuoteView, { contentDOMElementTag: 'p' }),
})
