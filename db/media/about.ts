/** What is said about a file of the library: by its uploader, by the file itself, and in the library's form. */
import { z } from 'zod'
import { digitalSourceTypes } from '#lib/images/digital-source-type.ts'
import type { EmbeddedMetadata, TextsByTag } from '#lib/images/read-metadata.ts'
import { type Language, type Localized, rootLanguage } from '#lib/locale.ts'
import { type MediaKind, manyNames } from '#lib/media/library-item.ts'
import { day, line, percent, perLanguage } from '../inputs.ts'
import { getSettings } from '../settings.ts'
import { licences } from '../types.ts'

/**
 * What can be said about an image or a document. The alternative text and caption are suggestions: each use decides for
 * itself. Fields left out stay as they are.
 */
export const mediaSchema = z.object({
  alt: perLanguage(line(1_000)).optional(),
  title: perLanguage(line(300)).optional(),
  caption: perLanguage(line(1_000)),
  credit: line(200),
  licence: z.union([z.literal(''), z.enum(licences)], { error: 'licence' }),
  terms: line(1_000).optional(),
  takenAt: day()
    .transform((text) => text || null)
    .optional(),
  digitalSourceType: z.union([z.literal(''), z.enum(digitalSourceTypes)], { error: 'digital-source-type' }).optional(),
  focalX: percent.optional(),
  focalY: percent.optional(),
})

export interface About {
  filename: string
  alt?: Localized
  title?: Localized
  caption?: Localized
  credit?: string
  licence?: z.input<typeof mediaSchema>['licence']
  digitalSourceType?: z.input<typeof mediaSchema>['digitalSourceType']
  focal?: { x: number; y: number }
  /** How long to try for a smaller AVIF, from 0 to 9. */
  effort?: number
  /** The only kind that is accepted. */
  kind?: MediaKind
}

/** Returns what is known about a new file: what its uploader says, else what the photographer has written into it. */
export async function aboutOf(said: About, remarks: EmbeddedMetadata | undefined) {
  const languages = (await getSettings())?.languages ?? []
  const { alt, title, caption, credit, licence, digitalSourceType, focal = { x: 50, y: 50 } } = said
  const about = mediaSchema.parse({
    alt: alt ?? inLanguages(remarks?.alt, languages),
    title,
    caption: caption ?? inLanguages(remarks?.caption, languages),
    credit: credit ?? remarks?.credit ?? '',
    licence: licence ?? remarks?.licence ?? '',
    terms: remarks?.terms ?? '',
    takenAt: remarks?.takenAt ?? '',
    digitalSourceType: digitalSourceType ?? remarks?.digitalSourceType ?? '',
    focalX: focal.x,
    focalY: focal.y,
  })
  const inFile = { fileCredit: remarks?.creators.join(manyNames) ?? '', fileCreditField: remarks?.creatorField ?? '' }
  return { ...about, ...inFile, alt: about.alt ?? {}, focalX: focal.x, focalY: focal.y }
}

/**
 * Returns the texts of a file in the newsroom's languages: Swedish from `sv` or `sv-FI`. One whose language the file does
 * not name is taken to be in the first, unless it is another language's over again.
 */
function inLanguages(texts: TextsByTag = {}, languages: Language[]): Localized {
  const [first = rootLanguage] = languages
  const tags = Object.keys(texts)
  const found = languages.flatMap((language) => {
    const tag = [language, ...tags].find((one) => texts[one] && one.split('-')[0] === language)
    return tag ? [[language, texts[tag]] as const] : []
  })
  const said: Localized = Object.fromEntries(found)
  const unnamed = texts['x-default'] ?? (found.length ? undefined : Object.values(texts)[0])
  if (unnamed && !said[first] && !Object.values(said).includes(unnamed)) said[first] = unnamed
  return said
}
