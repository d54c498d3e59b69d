/** Writes a release's text as HTML that stands alone, for feeds and the open data. */
import { documentDownload } from '#components/newsroom/release/downloads.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { documentHtml, escapeMarkup } from '#lib/document/html.ts'
import { absolute } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { saidOf } from '#lib/media/source-type.ts'
import { sharedImage } from '../head/metadata.ts'

/** Returns an image of the release as other sites show it, in the size asked for or one wide enough to be shared. */
export function sharedPicture(release: LiveRelease, mediaId: string, size?: { width: number; height: number }) {
  const image = release.images.get(mediaId)
  const shared = image && sharedImage(image, size)
  return shared && { ...shared, credit: image.credit, digitalSourceType: image.digitalSourceType }
}

/** Returns the text after the lead. */
export function bodyHtml(release: LiveRelease, language: Language): string {
  const file = (mediaId: string) => {
    const document = release.documents.get(mediaId)
    const title = document && { text: document.title, lang: document.titleIn }
    return document && title && { url: absolute(documentDownload(document, language).href), title }
  }
  const speaker = (personId: string) => {
    const card = release.speakers.get(personId)
    if (!card) return undefined
    const said = [
      { text: card.person.name, lang: undefined },
      { text: card.role, lang: card.roleIn },
      { text: card.organisation, lang: card.organisationIn },
    ]
    return said.filter(({ text }) => text)
  }
  const picture = (mediaId: string) => {
    const shared = sharedPicture(release, mediaId)
    return shared && { ...shared, credit: saidOf(shared, language) }
  }
  return documentHtml(release.body, { language, absolute, picture, file, speaker })
}

/** Returns the lead and the text. */
export function releaseHtml(release: LiveRelease, language: Language): string {
  const lead =
    release.leadForm === 'points' && release.lead.length > 0
      ? `<ul>${release.lead.map((point) => `<li>${escapeMarkup(point)}</li>`).join('')}</ul>`
      : release.lead.map((text) => `<p><strong>${escapeMarkup(text)}</strong></p>`).join('')
  return `${lead}\n${bodyHtml(release, language)}`
}
