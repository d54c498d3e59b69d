import type { BankImage } from '#db/live/image-bank.ts'
import type { LiveImage } from '#db/live/media.ts'
import type { LivePerson } from '#db/live/people.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { sourceTypeName } from '#lib/media/source-type.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { imageParameter, imagesZipPath, pathTo } from '#lib/urls.ts'
import { altOf } from '../rich-text/figure.tsx'
import { CopyCredit } from './copy-quote.tsx'
import { LocalizedText } from './localized-text.tsx'
import { Picture } from './picture.tsx'
import { type Download, originalOf, pictureFilename, pictureTitle, webSizeOf } from './release/downloads.ts'

interface Shown {
  key: string
  image: LiveImage
  alt: string
  title: string
  titleIn?: Language | undefined
  /** The rest of the caption, whose beginning is the title. */
  rest?: string
  /** What the files are called where they are saved. */
  as: string
  /** A link to where the image comes from. */
  from?: { href: string; text: string }
}

/** Images of live releases, each with a link to its release. Those that are ticked are downloaded as one ZIP. */
export function BankPictures({ images, language }: { images: BankImage[]; language: Language }) {
  const t = translator(language, 'newsroom')
  const help = t('anchors.several')
  return (
    <form action={imagesZipPath(language)} className="several">
      <ImageBank
        language={language}
        shown={images.map(({ image, use, place, title: headline, slug }) => {
          const { title, titleIn } = pictureTitle(image, use)
          const caption = use?.caption.trim() || image.caption
          return {
            key: image.id,
            image,
            alt: (use && altOf(use)) || image.alt,
            title: title || headline,
            titleIn: title ? titleIn : undefined,
            rest: title && caption.slice(title.length).replace(/^\.?\s*/, ''),
            as: pictureFilename(image, { use, headline, place, language }),
            from: { href: pathTo(language, 'news', slug), text: headline },
          }
        })}
      />
      <div className="take no-print">
        <button type="submit" className="button" aria-describedby={help}>
          {t('download-chosen')}
        </button>
        <p id={help} className="small">
          {t('several-help')}
        </p>
      </div>
    </form>
  )
}

/** Portraits that may be shown. */
export function BankPortraits({ people, language }: { people: LivePerson[]; language: Language }) {
  const t = translator(language, 'newsroom')
  return (
    <ImageBank
      language={language}
      className="faces"
      shown={people.flatMap(({ id, name, portrait }) => {
        const alt = t('portrait-file', { name })
        return portrait ? [{ key: id, image: portrait, alt, title: name, as: slugify(alt) }] : []
      })}
    />
  )
}

/** Images to download, each with its size, who made it, how, and on what terms it may be used. */
function ImageBank({ shown, language, className }: { shown: Shown[]; language: Language; className?: string }) {
  const t = translator(language, 'newsroom')
  return (
    <ul className={['bank', className].filter(Boolean).join(' ')}>
      {shown.map(({ key, image, alt, title, titleIn, rest, as, from }) => (
        <li key={key}>
          <Picture image={image} alt={alt} size={className ? 'card' : 'bank'} />
          <div>
            <h3 lang={titleIn}>{hyphenateText(title, titleIn ?? language)}</h3>
            {rest && <p lang={titleIn}>{hyphenateText(rest, titleIn ?? language)}</p>}
            {image.credit && <p>{image.credit}</p>}
            {image.licence && <p>{t('terms-are', { licence: licenceName(image.licence, language) })}</p>}
            {image.digitalSourceType && (
              <p>
                <span className="how-made">{sourceTypeName(image.digitalSourceType, language)}</span>
              </p>
            )}
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
            <CopyCredit image={image} language={language} />
            <ul>
              <Take
                file={{ ...originalOf({ ...image, licence: '' }, { title, as, language }), titleIn }}
                language={language}
              />
              {webSizeOf(image, { title, as }).map((file) => (
                <Take key={file.href} file={{ ...file, titleIn }} language={language} />
              ))}
            </ul>
            {from && (
              <label className="choose-image no-print">
                <input type="checkbox" name={imageParameter} value={image.id} />
                <span>
                  {t.rich('choose-image', {
                    title: () => (
                      <span key="title" className="vh" lang={titleIn}>
                        {title}
                      </span>
                    ),
                  })}
                </span>
              </label>
            )}
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
