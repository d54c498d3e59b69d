'use client'
import { useState } from 'react'
import { MediaPicker } from '#components/library/media-picker.tsx'
import { Button } from '#components/ui/button.tsx'
import { RadioGroup, Switch } from '#components/ui/form/choice-field.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { useForm } from '#components/ui/form/form-context.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLanguageNames, useText } from '#components/ui/messages.tsx'
import { type PortraitBasis, portraitBases } from '#db/types.ts'
import type { Language, Localized } from '#lib/locale.ts'
import { type LibraryItem, sizeFor } from '#lib/media/library-item.ts'
import { OthersChoice } from './others-choice.tsx'
import styles from './person.module.css'

export interface PortraitValue {
  image: LibraryItem | null
  alt: Localized
  basis: PortraitBasis | ''
  until: string
  isHidden: boolean
}

interface Props {
  portrait: PortraitValue
  languages: Language[]
  /** In how many live releases readers see the portrait now. */
  appearances: number
}

export function PortraitFields({ portrait, languages, appearances }: Props) {
  const t = useText('people')
  const names = useLanguageNames()
  const { touch } = useForm()
  const [image, setImage] = useState(portrait.image)
  const [basis, setBasis] = useState<string>(portrait.basis)
  const [isChoosing, setChoosing] = useState(false)
  const choose = (item: LibraryItem | null) => {
    setImage(item)
    touch()
  }
  const alt = image?.id === portrait.image?.id ? portrait.alt : image?.alt
  return (
    <div className="portrait">
      <div className="left">
        {image ? (
          <img src={sizeFor(image, 320)} alt={t('portrait-now')} width={400} height={500} />
        ) : (
          <div className={styles.noPicture}>
            <Icon name="user" />
          </div>
        )}
        <input type="hidden" name="portraitMediaId" value={image?.id ?? ''} />
        <Button small id="field-portraitMediaId" onClick={() => setChoosing(true)}>
          {t(image ? 'change-portrait' : 'choose-portrait')}
        </Button>
        {image && (
          <Button small look="quiet" onClick={() => choose(null)}>
            {t('remove-portrait')}
          </Button>
        )}
        <OthersChoice name="portraitMediaId" label={t('portrait')} />
        <MediaPicker isOpen={isChoosing} onClose={() => setChoosing(false)} onPick={choose} />
      </div>
      <div className="right">
        {image && (
          <RadioGroup
            name="portraitBasis"
            label={t('basis')}
            options={[
              ...portraitBases.map((value) => ({ value, label: t(`basis-${value}`), hint: t(`basis-${value}-hint`) })),
              { value: '', label: t('basis-later'), hint: t('basis-later-hint') },
            ]}
            defaultValue={portrait.basis}
            onChoose={setBasis}
          />
        )}
        {image && basis === 'consent' && (
          <DateField
            name="portraitUntil"
            label={t('consent-until')}
            hint={t('consent-hint')}
            defaultValue={portrait.until}
          />
        )}
        {image && <TextField key={image.id} name="portraitCredit" label={t('credit')} defaultValue={image.credit} />}
        {image &&
          languages.map((code) => (
            <TextArea
              key={`${image.id} ${code}`}
              name={`portraitAlt.${code}`}
              label={t('alt-in', { language: names(code) })}
              hint={code === languages[0] && t('alt-hint')}
              lang={code}
              rows={2}
              defaultValue={alt?.[code]}
            />
          ))}
        <Switch
          name="portraitHidden"
          label={t('hide-portrait')}
          hint={t('hide-hint', { count: appearances })}
          defaultChecked={portrait.isHidden}
        />
        <OthersChoice name="portraitHidden" label={t('hide-portrait')} />
      </div>
    </div>
  )
}
