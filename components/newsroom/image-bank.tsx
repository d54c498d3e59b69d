import type { BankImage } from '#db/live/image-bank.ts'
import type { LiveImage } from '#db/live/media.ts'
import type { LivePerson } from '#db/live/people.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { LocalizedText } from './localized-text.tsx'
import { Picture } from './picture.tsx'
import { type Download, opening, originalOf, webSizeOf } from './release/downloads.ts'

interface Shown {
  key: string
  image: LiveImage
  title: string
  titleIn?: Language | undefined
  /** A link to where the image comes from. */
  from?: { href: string; text: string }
}

/** Images of live releases, each with a link to its release. */
export const BankPictures = ({ images, language }: { images: BankImage[]; language: Language }) => (
  <ImageBank
    language={language}
    shown={images.map(({ image, title, slug }) => {
      const named = opening(image.caption)
      return {
        key: image.id,
        image,
        title: named || title,
        titleIn: named ? image.captionIn : undefined,
        from: { href: pathTo(language, 'news', slug), text: title },
      }
    })}
  />
)

/** Portraits that may be shown. */
export const BankPortraits = ({ people, language }: { people: LivePerson[]; language: Language }) => (
  <ImageBank
    language={language}
    className="faces"
    shown={people.flatMap(({ id, name, portrait }) => (portrait ? [{ key: id, image: portrait, title: name }] : []))}
  />
)

/** Images to download, each with its size, who made it and on what terms it may be used. */
function ImageBank({ shown, language, className }: { shown: Shown[]; language: Language; className?: string }) {
  const t = translator(language, 'newsroom')
  return (
    <ul className={['bank', className].filter(Boolean).join(' ')}>
      {shown.map(({ key, image, title, titleIn, from }) => (
        <li key={key}>
          <Picture image={image} alt="" size={className ? 'card' : 'bank'} />
          <div>
            <h3 lang={titleIn}>{hyphenateText(title, titleIn ?? language)}</h3>
            {image.credit && <p>{image.credit}</p>}
            {image.licence && <p>{t('terms-are', { licence: licenceName(image.licence, language) })}</p>}
            {from && (
              <p>
                {t.rich('image-from', {
                  story: () => (
                    <a key="story" href={from.href}>
                      {from.text}
                    </a>
                  ),
                })}
              </p>
            )}
            <ul>
              <Take file={{ ...originalOf({ ...image, licence: '' }, title, language), titleIn }} language={language} />
              {webSizeOf(image, title).map((file) => (
                <Take key={file.href} file={{ ...file, titleIn }} language={language} />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}

const Take = ({ file: { href, format, title, titleIn, facts }, language }: { file: Download; language: Language }) => (
  <li>
    <a href={href} download>
      <span className="vh">
        {translator(language, 'newsroom').rich('download-original', {
          title: () => <LocalizedText key="title" text={title} lang={titleIn} language={language} />,
        })}
      </span>
      {format}, {facts}
    </a>
  </li>
)
