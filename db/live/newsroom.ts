/** The newsroom as readers see it: its name, colour and boilerplate, and the organisations behind it. */
import { and, asc, eq, ne } from 'drizzle-orm'
import type { CrawlPurpose } from '#lib/crawlers.ts'
import type { AiDisclosure } from '#lib/document/ai-use.ts'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import type { BrandIcon } from '#lib/drawing/drawing.ts'
import { type Language, type LocalizedText, textIn } from '#lib/locale.ts'
import { pathInMedia } from '#lib/media/directories.ts'
import { prepared } from '../client.ts'
import { crisisStatements } from '../schema/crises.ts'
import { media, organisations } from '../schema/library.ts'
import { type Settings, settings, statements } from '../schema/newsroom.ts'
import { releases, revisions } from '../schema/releases.ts'
import { emptySettingsTexts, getSettings } from '../settings.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { FootYears, QuestionSettings, SettingsTexts } from '../types.ts'
import { crisisColumns, crisisIn, isItsVersion, isOnNow, type LiveCrisis } from './crisis/banner.ts'
import { imageColumns, imageFrom, type LiveImage } from './media.ts'
import { accessibilityIn } from './statements.ts'
import { readingMoment } from './visible.ts'

export interface LiveOrganisation {
  id: string
  name: string
  /** The language of the name, where it is not the reader's. */
  nameIn: Language | undefined
  url: string
  mark: BrandMark | null
  logo: LiveImage | null
}

export interface LiveNewsroom {
  language: Language
  name: string
  accent: string
  languages: Language[]
  timeZone: string
  foundedYear: number
  footYears: FootYears
  pressPhone: string
  pressEmail: string
  /** For what purposes programs may use the pages. */
  crawlers: CrawlPurpose[]
  /** Where it is shown how AI was used in a text. */
  aiDisclosure: AiDisclosure
  /** Whether the press can ask by a form, and for how many days what is written there is kept. */
  questions: Pick<QuestionSettings, 'isOpen' | 'keptDays'>
  texts: SettingsTexts
  /** The line about the newsroom, for where readers see it: in another language rather than not at all. */
  tagline: LocalizedText
  owner: LiveOrganisation | undefined
  /** What share pictures and icons show for the newsroom. */
  brandIcon: BrandIcon
  funders: LiveOrganisation[]
  /** Whether the newsroom publishes an accessibility statement. */
  hasAccessibility: boolean
  /** What crisis mode is on for. */
  crisis: LiveCrisis | undefined
}

const organisationRows = prepared((reader) =>
  reader
    .select({
      id: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      url: organisations.url,
      mark: organisations.mark,
      logo: imageColumns,
      logoHash: media.hash,
    })
    .from(organisations)
    .leftJoin(media, and(eq(media.id, organisations.logoMediaId), notInTrash('media', media.id)))
    .where(and(ne(organisations.kind, 'partner'), notInTrash('organisation', organisations.id)))
    .orderBy(asc(organisations.position), asc(organisations.id))
    .prepare(),
)

/** What every page says besides: whether there is an accessibility statement, and what crisis mode is on for. */
const everyPageRows = prepared((reader) =>
  reader
    .select({ content: statements.content, ...crisisColumns })
    .from(settings)
    .leftJoin(statements, eq(statements.kind, 'accessibility'))
    .leftJoin(crisisStatements, isOnNow())
    .leftJoin(releases, isItsVersion())
    .leftJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .orderBy(asc(releases.createdAt), asc(releases.id))
    .prepare(),
)

/** The settings that are the same in every language. */
export type LiveSettings = Pick<Settings, 'name' | 'languages' | 'timeZone' | 'pressEmail' | 'crawlers'>

/**
 * Returns the settings that readers' pages and files may use, whatever their language; undefined before the newsroom is
 * set up.
 */
export async function getLiveSettings(): Promise<LiveSettings | undefined> {
  const set = await getSettings()
  if (!set) return undefined
  const { name, languages, timeZone, pressEmail, crawlers } = set
  return { name, languages, timeZone, pressEmail, crawlers }
}

/** Returns the newsroom in a language, or undefined where it does not use it or has not been set up. */
export async function getLiveNewsroom(language: Language): Promise<LiveNewsroom | undefined> {
  const set = await getSettings()
  if (!set?.languages.includes(language)) return undefined
  const {
    name,
    accent,
    languages,
    timeZone,
    foundedYear,
    footYears,
    pressPhone,
    pressEmail,
    crawlers,
    aiDisclosure,
    questions: { isOpen, keptDays },
    texts,
  } = set
  const taglines = Object.fromEntries(languages.map((spoken) => [spoken, texts[spoken]?.tagline ?? '']))
  const rows = await organisationRows().execute()
  const onPages = await everyPageRows().execute({ now: readingMoment() })
  const ofKind = (kind: 'owner' | 'funder'): LiveOrganisation[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, url, mark, logo }) => {
        const { text, lang } = textIn(name, language)
        return { id, name: text, nameIn: lang, url, mark, logo: logo && imageFrom(logo, language) }
      })
  const own = rows.find((row) => row.kind === 'owner')
  return {
    language,
    name,
    accent,
    languages,
    timeZone,
    foundedYear,
    footYears,
    pressPhone,
    pressEmail,
    crawlers,
    aiDisclosure,
    questions: { isOpen, keptDays },
    texts: { ...emptySettingsTexts, ...texts[language] },
    tagline: textIn(taglines, language),
    owner: ofKind('owner')[0],
    brandIcon: { name, accent, mark: own?.mark ?? null, logo: own ? logoFile(own) : null },
    funders: ofKind('funder'),
    hasAccessibility: accessibilityIn(onPages[0]?.content, language) !== undefined,
    crisis: crisisIn(onPages, language),
  }
}

/** The path of the logo's file from the root of the library, in a size large enough for the drawings. */
function logoFile({ logo, logoHash }: { logo: Pick<LiveImage, 'renditions'> | null; logoHash: string | null }) {
  const size = logo?.renditions.find(({ width }) => width >= 512) ?? logo?.renditions.at(-1)
  return logoHash && size ? pathInMedia(logoHash, `${size.width}.webp`) : null
}
