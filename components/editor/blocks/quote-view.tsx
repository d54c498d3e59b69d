'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { useChoices } from '../choices.tsx'
import { Quote } from '../document/quote.ts'
import { Face } from '../face.tsx'
import { aboutPerson } from '../person-choice.ts'

const speakerPicker = onDemand(async () => (await import('./speaker-picker.tsx')).SpeakerPicker)

function QuoteView({ node, updateAttributes, editor }: ReactNodeViewProps) {
  const t = useText('editor')
  const { person } = useChoices()
  const button = useRef<HTMLButtonElement>(null)
  const [choosing, setChoosing] = useState(false)
  const speaker = person(node.attrs.personId as string | null)
  const choose = (personId: string | null) => {
    updateAttributes({ personId })
    setChoosing(false)
    editor.commands.focus()
  }
  return (
    <NodeViewWrapper as="figure" className="quote" data-quote="">
      <div contentEditable={false}>
        <button
          ref={button}
          type="button"
          className={speaker ? 'speaker' : 'speaker open'}
          aria-haspopup="dialog"
          aria-expanded={choosing}
          onPointerEnter={speakerPicker.expect}
          onFocus={speakerPicker.expect}
          onClick={() => setChoosing(!choosing)}
        >
          {speaker ? (
            <>
              <Face src={speaker.face} />
              <span>
                <span className="vh">{t('speaker')} </span>
                <b>{speaker.name}</b>
                <span className="role">{aboutPerson(speaker)}</span>
              </span>
            </>
          ) : (
            <>
              <Icon name="user" />
              <span>
                <b>{t('who-says')}</b>
                {t('who-says-hint')}
              </span>
            </>
          )}
        </button>
        {choosing && (
          <OnDemand
            part={speakerPicker}
            button={button}
            hasSpeaker={node.attrs.personId !== null}
            onChoose={choose}
            onClose={() => setChoosing(false)}
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
