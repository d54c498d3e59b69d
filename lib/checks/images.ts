/** Rules about images: their alternative texts and their credits. */
import { type Image, imagesIn } from '../document/rich-text.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'

type Use = Image['attrs']

/** Every use of an image in the text, with its number; the hero is number 0. */
function usesOf({ hero, body }: Pick<Text, 'hero' | 'body'>): { use: Use; image: number }[] {
  return [hero, ...imagesIn(body)].flatMap((use, image) => (use ? [{ use, image }] : []))
}

const findings = (uses: { image: number }[]): Finding[] =>
  uses.map(({ image }) => ({ place: { part: 'image', image }, values: { image } }))

export const hasImages = (text: Pick<Text, 'hero' | 'body'>): boolean => usesOf(text).length > 0

export const withoutAltDecision = (text: Pick<Text, 'hero' | 'body'>): Finding[] =>
  findings(usesOf(text).filter(({ use }) => !use.altDecision))

export const withoutAltText = (text: Pick<Text, 'hero' | 'body'>): Finding[] =>
  findings(usesOf(text).filter(({ use }) => use.altDecision === 'describe' && !use.alt.trim()))

const fileEnding = /\.(jpe?g|png|gif|webp|avif|tiff?|heic|svg|pdf)$/i
/** Names that cameras, telephones and screenshots give to their pictures. */
const cameraName =
  /^((IMG|DSC[A-Z]?|DCIM|PXL|MVI|GOPR|DJI|image|photo|bild|foto)[-_ ]?\(?\d[\d\s_()-]*|P\d{4,}|(screenshot|skärmavbild) [\d].*)$/i

/** Finds images whose alternative text is the name of a file. */
export function withFilenameAsAlt(text: Text, { picture }: KnownNewsroom): Finding[] {
  const isName = ({ alt, mediaId }: Use) => {
    const words = alt.trim()
    const filename = picture(mediaId)?.filename ?? ''
    return fileEnding.test(words) || cameraName.test(words) || sameName(words, filename)
  }
  return findings(usesOf(text).filter(({ use }) => use.altDecision === 'describe' && isName(use)))
}

/**
 * Whether the words are the file's name: `vattenhall_2` is `vattenhall_2.jpg`. One plain word may well describe what it
 * names, so it is not.
 */
function sameName(words: string, filename: string): boolean {
  const name = filename.replace(/\.\w+$/, '')
  return /[\d_-]/.test(name) && words.toLowerCase() === name.toLowerCase()
}

export function withoutCredit(text: Text, { picture }: KnownNewsroom): Finding[] {
  return usesOf(text)
    .filter(({ use }) => picture(use.mediaId)?.credit.trim() === '')
    .map(({ use: { mediaId }, image }) => ({
      place: { part: 'image', image },
      values: { image },
      fix: { act: 'library', mediaId },
    }))
}
