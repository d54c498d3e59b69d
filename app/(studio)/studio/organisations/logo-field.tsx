'use client'
import { useState } from 'react'
import { MediaPicker } from '#components/library/media-picker.tsx'
import { Button } from '#components/ui/button.tsx'
import { Theirs } from '#components/ui/form/field.tsx'
import { useField, useForm } from '#components/ui/form/form-context.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type LibraryItem, sizeFor } from '#lib/media/library-item.ts'
import styles from './organisation.module.css'

/** A field for a logo: an image of the library. */
export function LogoField({ logo }: { logo: LibraryItem | null }) {
  const t = useText('organisations')
  const { touch } = useForm()
  const { id, theirs } = useField('logoMediaId', t('logo'))
  const [image, setImage] = useState(logo)
  const [isChoosing, setChoosing] = useState(false)
  const choose = (item: LibraryItem | null) => {
    setImage(item)
    touch()
  }
  return (
    <div className="field">
      <span className="label" id={`${id}-label`}>
        {t('logo')}
      </span>
      <input type="hidden" name="logoMediaId" value={image?.id ?? ''} />
      <div className={styles.logo}>
        {image && <img src={sizeFor(image, 320)} alt={image.filename} width={image.width} height={image.height} />}
        <Button id={id} small aria-describedby={`${id}-label`} onClick={() => setChoosing(true)}>
          {t(image ? 'change-logo' : 'choose-logo')}
        </Button>
        {image && (
          <Button small look="quiet" onClick={() => choose(null)}>
            {t('remove-logo')}
          </Button>
        )}
      </div>
      {theirs !== undefined && <Theirs value={theirs} />}
      <MediaPicker isOpen={isChoosing} onClose={() => setChoosing(false)} onPick={choose} />
    </div>
  )
}
