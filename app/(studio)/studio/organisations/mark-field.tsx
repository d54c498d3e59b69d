'use client'
import { type ReactNode, useState } from 'react'
import { MediaPicker } from '#components/library/media-picker.tsx'
import { UploadButton } from '#components/library/upload-button.tsx'
import { UploadList } from '#components/library/upload-list.tsx'
import { useUploads } from '#components/library/use-uploads.ts'
import { Button } from '#components/ui/button.tsx'
import { Theirs } from '#components/ui/form/field.tsx'
import { FieldError } from '#components/ui/form/field-layout.tsx'
import { useField, useForm } from '#components/ui/form/form-context.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type BrandMark, markDocument } from '#lib/drawing/brand-mark.ts'
import { type LibraryItem, sizeFor } from '#lib/media/library-item.ts'
import styles from './organisation.module.css'

/** A file of more is refused by the server too. */
const maxSvgKilobytes = 200

const isSvg = (file: File) => file.type === 'image/svg+xml' || /\.svg$/i.test(file.name)

/**
 * A field for an organisation's mark: an SVG file, which is cleaned when the form is saved, or an image of the library.
 * Choosing one takes the place of the other.
 */
export function MarkField({ mark, logo }: { mark: BrandMark | null; logo: LibraryItem | null }) {
  const t = useText('organisations')
  const { touch } = useForm()
  const { id, error, theirs } = useField('mark', t('mark'))
  const [svg, setSvg] = useState(mark ? markDocument(mark) : '')
  const [image, setImage] = useState(logo)
  const [trouble, setTrouble] = useState('')
  const [isChoosing, setChoosing] = useState(false)
  const put = (source: string, item: LibraryItem | null) => {
    setSvg(source)
    setImage(item)
    setTrouble('')
    touch()
  }
  const uploads = useUploads((file) => file.kind === 'image' && put('', file), '/api/media?kind=image')
  const take = async ([file]: File[]) => {
    if (!file) return
    if (!isSvg(file)) return uploads.add([file])
    if (file.size > maxSvgKilobytes * 1024) return setTrouble(t('mark-too-large', { kilobytes: maxSvgKilobytes }))
    put(await file.text(), image)
  }
  const said = trouble || error
  return (
    <div className={said ? 'field has-error' : 'field'}>
      <span className="label" id={`${id}-label`}>
        {t('mark')}
      </span>
      <p className="hint" id={`${id}-hint`}>
        {t('mark-hint')}
      </p>
      {said && (
        <FieldError id={`${id}-error`} announced={trouble !== ''}>
          {said}
        </FieldError>
      )}
      <input type="hidden" name="mark" value={svg} />
      <input type="hidden" name="logoMediaId" value={image?.id ?? ''} />
      {svg && (
        <Shown label={t('remove-mark')} onRemove={() => put('', image)}>
          <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={t('mark-preview')} />
        </Shown>
      )}
      {image && (
        <Shown label={t('remove-logo')} onRemove={() => put(svg, null)}>
          <img src={sizeFor(image, 320)} alt={image.filename} />
        </Shown>
      )}
      {svg && image && <p className="hint">{t('mark-and-logo')}</p>}
      <UploadList uploads={uploads.uploads} onRemove={uploads.remove} onRetry={uploads.retry} />
      <div className={styles.choices}>
        <UploadButton
          id={id}
          kind="mark"
          small
          multiple={false}
          describedBy={[`${id}-label`, `${id}-hint`, ...(said ? [`${id}-error`] : [])].join(' ')}
          onFiles={take}
        >
          {t(svg || image ? 'change-mark' : 'choose-mark')}
        </UploadButton>
        <Button small look="quiet" onClick={() => setChoosing(true)}>
          {t('from-library')}
        </Button>
      </div>
      {theirs !== undefined && <Theirs value={theirs && t('mark-theirs')} />}
      <MediaPicker isOpen={isChoosing} onClose={() => setChoosing(false)} onPick={(item) => put('', item)} />
    </div>
  )
}

function Shown({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <div className={styles.shown}>
      <span className={`own-colours ${styles.frame}`}>{children}</span>
      <Button small look="quiet" icon="trash" onClick={onRemove}>
        {label}
      </Button>
    </div>
  )
}
