/** Gathers everything the editor needs to know about a release, for one member. */
import type { EditorProps } from '#components/editor/types.ts'
import { db } from '#db/client.ts'
import { listCredits } from '#db/media/credit.ts'
import { libraryFile, listFiles } from '#db/media.ts'
import { countSignUps } from '#db/meetings/seats.ts'
import { listOrganisations } from '#db/organisations.ts'
import { may } from '#db/permissions.ts'
import { getDrafts, readDraft } from '#db/releases/drafts.ts'
import { getGoingOut } from '#db/releases/going-out.ts'
import { listRevisions } from '#db/releases/history.ts'
import { listLastUsed } from '#db/releases/last-used.ts'
import { displayStatusOf, listSuccessors } from '#db/releases/list.ts'
import { getReviewDate } from '#db/releases/published/review-date.ts'
import { getReviewFacts } from '#db/releases/review/facts.ts'
import { type Draft, getDraft } from '#db/releases/revisions.ts'
import { takeBackUntil } from '#db/releases/take-back.ts'
import { type ComparedTranslation, compareTranslations, getTranslationSource } from '#db/releases/translations.ts'
import { hasUnpublishedChanges, listVersionsBeside } from '#db/releases.ts'
import type { Release } from '#db/schema/releases.ts'
import type { User } from '#db/schema/users.ts'
import { listSeries } from '#db/series.ts'
import { getSettings } from '#db/settings.ts'
import { listSubjects, type Subject, subjectName } from '#db/subjects.ts'
import { topicKind } from '#db/topics.ts'
import { mediaIdsIn } from '#lib/document/rich-text.ts'
import { collator } from '#lib/format.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import type { LibraryFile } from '#lib/media/library-item.ts'
import { pathTo } from '#lib/urls.ts'
import { organisationsToPick, peopleToPick } from '../to-pick.ts'

const maxSuccessors = 500
/** How many versions are listed beside the text; the history lists all. */
const versionsBeside = 25

export async function getEditorPage(
  id: string,
  user: User,
  now: Date,
): Promise<Omit<EditorProps, 'actions' | 'reviewing' | 'making' | 'translation'> | undefined> {
  const [versions, settings] = await Promise.all([listVersionsBeside(id), getSettings()])
  const release = versions.find((version) => version.id === id)
  if (!release || !settings) return undefined
  const { language } = release
  const drafts = await getDrafts(versions.map((version) => version.id))
  const stored = drafts.get(id)
  if (!stored) return undefined
  const [
    history,
    used,
    files,
    topics,
    series,
    organisations,
    photographers,
    published,
    goingOut,
    compared,
    until,
    review,
    reviewDate,
    meeting,
  ] = await Promise.all([
    listRevisions(id, { most: versionsBeside }),
    listLastUsed(),
    listFilesOf(stored.draft),
    listSubjects(topicKind),
    listSeries(),
    listOrganisations(language),
    listCredits(),
    listSuccessors(language, now, maxSuccessors),
    getGoingOut(release, now),
    compareTranslations(drafts),
    takeBackUntil(id, now),
    getReviewFacts(release, user, settings.twoPairsOfEyes),
    getReviewDate(id),
    stored.draft.kind === 'invitation' ? countSignUps(id) : null,
  ])
  const people = await listPeopleFor(release, stored.draft, { used, now })
  const outId = goingOut?.revisionId ?? (release.withdrawnAt ? null : release.liveRevisionId)
  // What readers see is mostly what is being written.
  const isDraft = outId === release.draftRevisionId
  const out = outId && !isDraft ? await readDraft(db, outId) : isDraft ? stored.draft : undefined
  return {
    user: { id: user.id, name: user.name },
    mayPublish: may(user, 'publish', release),
    release: {
      id,
      language,
      displayStatus: displayStatusOf(release, now),
      isChanged: goingOut ? goingOut.leavesOut : hasUnpublishedChanges(release),
      version: release.draftVersion,
      publishAt: release.publishAt?.toISOString() ?? null,
      goingOut: goingOut && { ...goingOut, at: goingOut.at.toISOString(), savedAt: goingOut.savedAt.toISOString() },
      path: release.slug ? pathTo(language, 'news', release.slug) : null,
      takeBackUntil: until?.toISOString() ?? null,
      reviewDate,
    },
    out: outId && out ? { revisionId: outId, draft: out } : null,
    stored: { ...stored, savedAt: stored.savedAt.getTime() },
    versions: settings.languages.map((one) => {
      const version = versions.find((other) => other.language === one)
      const displayStatus = version ? displayStatusOf(version, now) : null
      const versionId = version?.id ?? null
      const translation = compared.get(versionId ?? '')
      return {
        language: one,
        id: versionId,
        displayStatus,
        title: drafts.get(versionId ?? '')?.draft.title ?? '',
        version: version?.draftVersion ?? 0,
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
    topics: choicesOf(topics, used.topics, language),
    series: choicesOf(series, used.series, language),
    organisations: organisationsToPick(organisations, language, used),
    photographers,
    mayMake: may(user, 'edit-people') && may(user, 'edit-subjects') && may(user, 'edit-organisations'),
    successors: published.filter((other) => other.id !== id),
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
    olderTranslation: olderOf(release, versions, compared),
  }
}

/**
 * Returns the people to pick from, with the position they had on the day of the release, and those that the text
 * already names.
 */
async function listPeopleFor(
  release: Release,
  draft: Draft,
  { used, now }: { used: Awaited<ReturnType<typeof listLastUsed>>; now: Date },
): Promise<EditorProps['people']> {
  const named = new Set([
    ...draft.cards.map((card) => card.personId),
    ...draft.contactIds,
    ...draft.body.content.map((block) => (block.type === 'quote' ? block.attrs.personId : null)),
  ])
  const people = await peopleToPick(release.language, release.publishAt ?? now, used)
  return people.filter((person) => !person.archived || named.has(person.id))
}

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
  release: Release,
  versions: Release[],
  compared: Map<string, ComparedTranslation>,
): EditorProps['olderTranslation'] {
  const isBehind = ({ id }: Release) => (compared.get(id)?.behind ?? 0) > 0
  const older = isBehind(release) ? release : versions.find(isBehind)
  return older ? { language: older.language, releaseId: older.id } : null
}

const choicesOf = (
  subjects: (Subject & { stories: number })[],
  used: Map<string, Date>,
  language: Language,
): EditorProps['topics'] =>
  subjects
    .map((subject) => ({
      id: subject.id,
      name: subjectName(subject, language),
      uses: subject.stories,
      usedAt: used.get(subject.id)?.toISOString() ?? null,
    }))
    .sort((a, b) => collator(language).compare(a.name, b.name))
