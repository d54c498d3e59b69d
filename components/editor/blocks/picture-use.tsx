'use client'
/**
 * An image as it stands in a release: the image, its caption and its alternative text, for the hero and for the text.
 */
import { useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Image } from '#lib/document/rich-text.ts'
import { GrowingText } from '../fields/growing-text.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import { usePicture } from '../pickers/use-picture.ts'
import { SameNotes } from '../translation/untranslated.tsx'
import { AltDecision } from './alt-decision.tsx'

const choiceBox = onDemand(async () => (await import('../pickers/choice-box.tsx')).ChoiceBox)

interface Props {
  use: Image['attrs']
  onChange: (change: Partial<Image['attrs']>) => void
  /** Whether it can be dragged by itself, as in the text. */
  canDrag?: boolean
}

export function PictureUse({ use, onChange, canDrag = false }: Props) {
  const t = useText('editor')
  const { language, credit, photographers } = usePickers()
  const [trouble, setTrouble] = useState<string>()
  const saveCredit = async (name: string) => setTrouble(await credit(use.mediaId, name))
  const shown = usePicture(use.mediaId)
  return (
    <>
      <figure contentEditable={false}>
        {shown ? (
          <img
            src={shown.src}
            alt={use.alt}
            width={shown.width}
            height={shown.height}
            draggable={canDrag}
            data-drag-handle={canDrag ? '' : undefined}
          />
        ) : (
          <p className="gone">{t('picture-unknown')}</p>
        )}
        <figcaption>
          <SameNotes texts={[use.caption]} />
          <GrowingText
            className="caption"
            lang={language}
            value={use.caption}
            maxLength={1_000}
            placeholder={t('caption-placeholder')}
            aria-label={t('caption')}
            onChange={(event) => onChange({ caption: event.target.value.replace(/\s*\n+\s*/g, ' ') })}
          />
          {shown?.credit && <span className="credit">{shown.credit}</span>}
        </figcaption>
      </figure>
      {shown && !shown.credit.trim() && (
        <div className="who-took" contentEditable={false}>
          <OnDemand
            part={choiceBox}
            label={t('photographer')}
            placeholder={t('photographer-placeholder')}
            choices={photographers.map((name) => ({ id: name, name }))}
            onChoose={(name: string) => void saveCredit(name)}
            making={{
              line: (name: string) => t('make-photographer', { name }),
              about: '',
              onMake: (name: string) => void saveCredit(name),
            }}
          />
          {trouble && (
            <p className="error" role="alert">
              {trouble}
            </p>
          )}
        </div>
      )}
      <AltDecision use={use} proposal={shown?.alt ?? ''} onChange={onChange} />
    </>
  )
}
