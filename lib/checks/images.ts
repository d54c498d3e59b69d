/** Rules about images: their alternative texts, their credits, and how they were made. */
import { type Image, imagesIn } from '../document/rich-text.ts'
import { isFilename } from '../images/camera-filename.ts'
import { isGenerated } from '../images/digital-source-type.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'

type Use = Image['attrs']
type Find = (text: Text, newsroom: KnownNewsroom) => Finding[]

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

/** Finds images whose alternative text is the name of a file. */
export function withFilenameAsAlt(text: Text, { picture }: KnownNewsroom): Finding[] {
  const isName = ({ alt, mediaId }: Use) => {
    const words = alt.trim()
    const filename = picture(mediaId)?.filename ?? ''
    return isFilename(words) || sameName(words, filename)
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

export const withoutCredit: Find = (text, { picture }) =>
  inLibrary(usesOf(text).filter(({ use }) => picture(use.mediaId)?.credit.trim() === ''))

/** Finds images of which nobody has said how they were made. */
export const withoutSourceType: Find = (text, { picture }) =>
  inLibrary(usesOf(text).filter(({ use }) => picture(use.mediaId)?.digitalSourceType === ''))

/** Finds images that generative AI has made, or a part of which it has. */
export const generated: Find = (text, { picture }) =>
  findings(usesOf(text).filter(({ use }) => isGenerated(picture(use.mediaId)?.digitalSourceType ?? '')))

/** What is said of an image in the library is mended there. */
const inLibrary = (uses: { use: Use; image: number }[]): Finding[] =>
  uses.map(({ use: { mediaId }, image }) => ({
    place: { part: 'image', image },
    values: { image },
    fix: { act: 'library', mediaId },
  }))
