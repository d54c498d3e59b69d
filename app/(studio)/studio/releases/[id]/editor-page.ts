/** Gathers everything the editor needs to know about a release, for one member. */
import type { EditorProps } from '#components/editor/types.ts'
import { listCredits } from '#db/media/credit.ts'
import { libraryFile, listFiles } from '#db/media.ts'
import { countSignUps } from '#db/meetings/seats.ts'
import { listOrganisations } from '#db/organisations.ts'
import { may } from '#db/permissions.ts'
import { getStory, type StoryVersion } from '#db/releases/drafts/story.ts'
import { listRevisions, readHappened } from '#db/releases/history.ts'
import { displayStatusOf, listSuccessors } from '#db/releases/list.ts'
import { getReviewFacts } from '#db/releases/review/facts.ts'
import { type Draft, getDraft } from '#db/releases/revisions.ts'
import { takeBackUntil } from '#db/releases/take-back.ts'
import { type ComparedTranslation, compareTranslations, getTranslationSource } from '#db/releases/translations.ts'
import { hasUnpublishedChanges } from '#db/releases.ts'
import type { Release } from '#db/schema/releases.ts'
import type { User } from '#db/schema/users.ts'
import { listSeries } from '#db/series.ts'
import { listSubjects } from '#db/subjects.ts'
import { topicKind } from '#db/topics.ts'
import { mediaIdsIn } from '#lib/document/rich-text.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import type { LibraryFile } from '#lib/media/library-item.ts'
import { pathTo } from '#lib/urls.ts'
import { currentSettings } from '../../../current-settings.ts'
import { organisationsToPick, peopleToPick, subjectsToPick } from '../to-pick.ts'

const maxSuccessors = 500
/** How many versions are listed beside the text; the history lists all. */
const versionsBeside = 25

export async function getEditorPage(
  id: string,
  user: User,
  now: Date,
): Promise<Omit<EditorProps, 'actions' | 'reviewing' | 'making' | 'translation'> | undefined> {
  const [story, settings, happened] = await Promise.all([getStory(id, now), currentSettings(), readHappened(id)])
  const own = story.find((version) => version.release.id === id)
  if (!own || !settings) return undefined
  const { release, stored, out, goingOut } = own
  const { language } = release
  const displayStatus = displayStatusOf(release, now)
  const isSeen = displayStatus === 'live' || displayStatus === 'changed'
  const [
    history,
    people,
    files,
    topics,
    series,
    organisations,
    photographers,
    successors,
    compared,
    until,
    review,
    meeting,
  ] = await Promise.all([
    listRevisions(id, { most: versionsBeside, happened }),
    listPeopleFor(release, stored.draft, { languages: settings.languages, now }),
    listFilesOf(stored.draft),
    listSubjects(topicKind),
    listSeries(),
    listOrganisations(language),
    listCredits(),
    // Only what readers can see is withdrawn.
    isSeen ? listSuccessors(language, now, maxSuccessors) : [],
    compareVersions(story),
    takeBackUntil(id, now, happened.events),
    getReviewFacts(release, user, settings.twoPairsOfEyes, { steps: happened.steps, texts: textsOf(own) }),
    stored.draft.kind === 'invitation' ? countSignUps(id) : null,
  ])
  return {
    user: { id: user.id, name: user.name },
    mayPublish: may(user, 'publish', release),
    release: {
      id,
      language,
      displayStatus,
      isChanged: goingOut ? goingOut.leavesOut : hasUnpublishedChanges(release),
      version: release.draftVersion,
      publishAt: release.publishAt?.toISOString() ?? null,
      goingOut: goingOut && { ...goingOut, at: goingOut.at.toISOString(), savedAt: goingOut.savedAt.toISOString() },
      path: release.slug ? pathTo(language, 'news', release.slug) : null,
      takeBackUntil: until?.toISOString() ?? null,
      reviewDate: own.reviewDate,
    },
    out,
    stored: { ...stored, savedAt: stored.savedAt.getTime() },
    versions: settings.languages.map((one) => {
      const version = story.find((other) => other.release.language === one)
      const translation = compared.get(version?.release.id ?? '')
      return {
        language: one,
        id: version?.release.id ?? null,
        displayStatus: version ? displayStatusOf(version.release, now) : null,
        title: version?.stored.draft.title ?? '',
        version: version?.stored.version ?? 0,
        behind: translation?.behind ?? 0,
        untranslated: translation?.untranslated ?? null,
      }
    }),
    history,
    review,
    // What is left to fill in is told to whoever may do it.
    people: may(user, 'edit-people') ? people : people.map((person) => ({ ...person, gaps: [] })),
    pictures: files.filter((file) => file.kind === 'image'),
    documents: files.filter((file) => file.kind === 'document'),
    topics: subjectsToPick(topics, language),
    series: subjectsToPick(series, language),
    organisations: organisationsToPick(organisations, language),
    photographers,
    mayMake: may(user, 'edit-people') && may(user, 'edit-subjects') && may(user, 'edit-organisations'),
    successors: successors.filter((other) => other.id !== id),
    addressPrefix: `${pathTo(language, 'news')}/`,
    newsroom: {
      name: settings.name,
      boilerplate: settings.texts[language]?.boilerplate ?? '',
      fundersLine: settings.texts[language]?.fundersLine ?? '',
      tagline: settings.texts[language]?.tagline ?? '',
      funders: organisations.filter(({ kind }) => kind === 'funder').map(({ name }) => inLanguage(name, language)),
      lixTarget: settings.lixTarget,
      asksForAi: settings.aiDisclosure !== 'none',
      mayEdit: may(user, 'edit-settings'),
    },
    source: compared.get(id)?.source ?? null,
    meeting,
    olderTranslation: olderOf(own, story, compared),
  }
}

/**
 * Returns the people to pick from, with the position they had on the day of the release, and those that the text
 * already names.
 */
async function listPeopleFor(
  release: Release,
  draft: Draft,
  { languages, now }: { languages: Language[]; now: Date },
): Promise<EditorProps['people']> {
  const named = new Set([
    ...draft.cards.map((card) => card.personId),
    ...draft.contactIds,
    ...draft.body.content.map((block) => (block.type === 'quote' ? block.attrs.personId : null)),
  ])
  const people = await peopleToPick(release.language, release.publishAt ?? now, languages)
  return people.filter((person) => !person.archived || named.has(person.id))
}

/** Compares the versions of a story with those they were translated from. */
const compareVersions = (story: StoryVersion[]): Promise<Map<string, ComparedTranslation>> =>
  compareTranslations(
    new Map(story.map(({ release, stored }) => [release.id, stored])),
    new Map(story.flatMap(({ release, pair }) => (pair ? [[release.id, pair]] : []))),
  )

/** Returns what the versions that are read already say, by their ids. */
const textsOf = ({ release, stored, out }: StoryVersion): Map<string, Draft> =>
  new Map([[release.draftRevisionId ?? '', stored.draft], ...(out ? [[out.revisionId, out.draft] as const] : [])])

/** Returns the files that a text uses, in the order in which it does. */
async function listFilesOf(draft: Draft): Promise<LibraryFile[]> {
  const ids = [...new Set([...mediaIdsIn(draft.body), ...(draft.hero ? [draft.hero.mediaId] : [])])]
  const found = new Map((await listFiles(ids)).map((file) => [file.id, file]))
  return ids.flatMap((id) => found.get(id) ?? []).map(libraryFile)
}

/** Returns the source of a translation with the editor's data; undefined for a text that is no translation. */
export async function getTranslationPage(
  id: string,
): Promise<Omit<NonNullable<EditorProps['translation']>, 'settle'> | undefined> {
  const translation = await getTranslationSource(id)
  const draft = translation && (await getDraft(translation.source.id))?.draft
  if (!translation || !draft) return undefined
  const { source, rows } = translation
  const files = await listFilesOf(draft)
  return {
    source: { id: source.id, language: source.language },
    rows,
    pictures: files.filter((file) => file.kind === 'image'),
  }
}

/** Returns which language version has fallen behind its source: this one, else another. */
function olderOf(
  own: StoryVersion,
  story: StoryVersion[],
  compared: Map<string, ComparedTranslation>,
): EditorProps['olderTranslation'] {
  const older = [own, ...story].find(({ release }) => (compared.get(release.id)?.behind ?? 0) > 0)?.release
  return older ? { language: older.language, releaseId: older.id } : null
}
