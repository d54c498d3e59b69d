'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { ChoiceBox, Face } from '../choice-box.tsx'
import { type PersonChoice, useChoices } from '../choices.tsx'
import { Quote } from '../document/quote.ts'

export const aboutPerson = (person: PersonChoice): string =>
  [person.role, person.organisation].filter(Boolean).join(', ')

function QuoteView({ node, updateAttributes, editor }: ReactNodeViewProps) {
  const t = useText('editor')
  const { people, person } = useChoices()
  const speaker = person(node.attrs.personId as string | null)
  const choose = (close: () => void, personId: string | null) => {
    updateAttributes({ personId })
    close()
    editor.commands.focus()
  }
  return (
    <NodeViewWrapper as="figure" className="quote" data-quote="">
      <div contentEditable={false}>
        <DialogTrigger>
          <Button className={speaker ? 'speaker' : 'speaker open'}>
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
          </Button>
          <Popover className="menu picker" placement="bottom start">
            <Dialog aria-label={t('who-says')}>
              {({ close }) => (
                <>
                  <ChoiceBox
                    label={t('speaker-search')}
                    placeholder={t('person-placeholder')}
                    choices={people.map((one) => ({
                      id: one.id,
                      name: one.name,
                      about: aboutPerson(one),
                      face: one.face,
                    }))}
                    onChoose={(id) => choose(close, id)}
                    autoFocus
                  />
                  {node.attrs.personId && (
                    <button type="button" className="text-button" onClick={() => choose(close, null)}>
                      {t('speaker-none')}
                    </button>
                  )}
                </>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
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
