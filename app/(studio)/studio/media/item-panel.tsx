import { Icon } from '#components/ui/icon.tsx'
import { libraryItem, mayChangeMedia, uploaderOf } from '#db/media.ts'
import { usesOf } from '#db/media-uses.ts'
import type { Media, User } from '#db/schema.ts'
import { getSettings } from '#db/settings.ts'
import { licences } from '#db/types.ts'
import { formatBytes, formatDay, formatNumber } from '#lib/format.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import { messages, translator } from '#lib/messages.ts'
import { fileUrl } from '#lib/urls.ts'
import { DeleteMedia } from './delete-media.tsx'
import styles from './library.module.css'
import { MediaForm } from './media-form.tsx'
import { type Place, placeHref } from './place.ts'
import { UsedIn } from './used-in.tsx'

/** One image: what is said about it, where it is used, and what can be done with it. */
export async function ItemPanel({ image, user, place }: { image: Media; user: User; place: Place }) {
  const { language } = user
  const t = translator(language, 'media')
  const settings = await getSettings()
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC' }
  const uses = await usesOf(image.id)
  const type = imageTypeOf(image.mime) ?? 'jpg'
  const by = await uploaderOf(image)
  const day = formatDay(image.createdAt, clock)
  const pixels = `${formatNumber(image.width, language)} × ${formatNumber(image.height, language)}`
  return (
    <section className="item" aria-labelledby="chosen">
      <div>
        <p className={`facts ${styles.back}`}>
          <a href={placeHref({ ...place, item: undefined })}>{t('back')}</a>
        </p>
        <h2 id="chosen">{image.filename}</h2>
        <p className="facts">
          {t('facts', { type: t(type), pixels, size: formatBytes(image.bytes, language) })}{' '}
          {by ? t('added-by', { name: by, day }) : t('added', { day })}
        </p>
      </div>
      <MediaForm
        key={image.id}
        image={{ ...libraryItem(image), version: image.version }}
        languages={settings?.languages ?? ['sv']}
        licences={licences.map((licence) => ({
          value: licence,
          label: capital(messages[language].licences[licence.replace('.', '_') as 'cc0']),
        }))}
        readOnly={!mayChangeMedia(user, image)}
      />
      <UsedIn uses={uses} clock={clock} />
      <div className="filters">
        <a className="button" href={fileUrl(image.id, `original.${type}`)} download={image.filename}>
          <Icon name="download" small />
          {t('original')}
        </a>
        {mayChangeMedia(user, image) && (
          <DeleteMedia
            id={image.id}
            name={image.filename}
            blocked={uses.length > 0}
            back={placeHref({ ...place, item: undefined })}
          />
        )}
      </div>
    </section>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
