'use client'
/**
 * An image as it stands in a release: the image, its caption and its alternative text, for the hero and for the text.
 */
import { useState } from 'react'
import type { NameToMake, PickerChoice } from '#components/ui/choice/choice-lines.ts'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Image } from '#lib/document/rich-text.ts'
import { isSameName } from '#lib/search/near-names.ts'
import { GrowingText } from '../fields/growing-text.tsx'
import { type Picture, usePickers } from '../pickers/picker-context.tsx'
import { usePicture } from '../pickers/use-picture.ts'
import { SameNotes } from '../translation/untranslated.tsx'
import { AltDecision } from './alt-decision.tsx'

const choiceBox = onDemand(async () => (await import('#components/ui/choice/choice-box.tsx')).ChoiceBox)

interface Props {
  use: Image['attrs']
  onChange: (change: Partial<Image['attrs']>) => void
  /** Whether it can be dragged by itself, as in the text. */
  canDrag?: boolean
}

export function PictureUse({ use, onChange, canDrag = false }: Props) {
  const t = useText('editor')
  const { language } = usePickers()
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
      {shown && <WhoTook picture={shown} />}
      <AltDecision use={use} proposal={shown?.alt ?? ''} onChange={onChange} />
    </>
  )
}

/** Asks who took a picture: whoever its file names first, then those whose pictures came last. */
function WhoTook({ picture }: { picture: Picture }) {
  const t = useText('editor')
  const { credit, photographers } = usePickers()
  const [trouble, setTrouble] = useState<string>()
  const [isChanging, setChanging] = useState(false)
  if (picture.credit.trim() && !isChanging)
    return (
      <p className="who-took" contentEditable={false}>
        <button type="button" className="text-button" onClick={() => setChanging(true)}>
          {t('photographer-change')}
        </button>
      </p>
    )
  const save = async (name: string) => {
    const refused = await credit(picture.id, name)
    setTrouble(refused)
    if (!refused) setChanging(false)
  }
  const inFile = picture.fileCredit
  const about = t('choices-file-field', { field: picture.fileCreditField })
  const isKnown = photographers.some(({ name }) => isSameName(name, inFile))
  const names: NameToMake[] = inFile && !isKnown ? [{ name: inFile, about, group: t('choices-in-file') }] : []
  const choices: PickerChoice[] = photographers.map(({ name, pictures }) =>
    isSameName(name, inFile)
      ? { id: name, name, icon: 'user', about, group: t('choices-in-file') }
      : { id: name, name, icon: 'user', about: t('choices-pictures', { count: pictures }), group: t('choices-recent') },
  )
  return (
    <div className="who-took" contentEditable={false}>
      <OnDemand
        part={choiceBox}
        label={t('photographer')}
        placeholder={t('photographer-placeholder')}
        choices={choices.toSorted((a, b) => Number(b.about === about) - Number(a.about === about))}
        likely={inFile || undefined}
        onChoose={(name: string) => void save(name)}
        making={{
          line: (name: string) => t('make-photographer', { name }),
          about: '',
          names,
          onMake: (name: string) => void save(name),
        }}
      />
      {trouble && (
        <p className="error" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
