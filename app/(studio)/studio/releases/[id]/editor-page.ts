/** Gathers everything the editor needs to know about a release, for one member. */
import type { EditorProps } from '#components/editor/types.ts'
import { db } from '#db/client.ts'
import { listCredits } from '#db/media/credit.ts'
import { getMedia, libraryFile } from '#db/media.ts'
import { listOrganisations } from '#db/organisations.ts'
import { peopleForPicker } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { getGoingOut } from '#db/releases/going-out.ts'
import { listRevisions } from '#db/releases/history.ts'
import { listLastUsed, listOrganisationsLastUsed } from '#db/releases/last-used.ts'
import { displayStatusOf, listJustPublished } from '#db/releases/list.ts'
import { type Draft, getDraft, readDraft } from '#db/releases/revisions.ts'
import { takeBackUntil } from '#db/releases/take-back.ts'
import { countOutdated, countUntranslated, getSource, getTranslationSource } from '#db/releases/translations.ts'
import { getRelease, hasUnpublishedChanges, listVersions } from '#db/releases.ts'
import type { Release } from '#db/schema/releases.ts'
import type { User } from '#db/schema/users.ts'
import { listSeries } from '#db/series.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { mediaIdsIn } from '#lib/document/rich-text.ts'
import { collator } from '#lib/format.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import type { LibraryFile } from '#lib/media/library-item.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'

const maxSuccessors = 500
/** How many versions are listed beside the text; the history lists all. */
const versionsBeside = 25

export async function getEditorPage(
  id: string,
  user: User,
  now: Date,
): Promise<Omit<EditorProps, 'actions' | 'making' | 'translation'> | undefined> {
  const [release, stored, settings] = await Promise.all([getRelease(id), getDraft(id), getSettings()])
  if (!release || !stored || !settings) return undefined
  const { language } = release
  const [versions, history, people, files, topics, series, organisations, photographers, published, goingOut] =
    await Promise.all([
      listVersions(release.storyId),
      listRevisions(id, { most: versionsBeside }),
      listPeopleFor(release, stored.draft, now),
      listFiles(stored.draft),
      listTopics(),
      listSeries(),
      listOrganisations(language),
      listCredits(),
      listJustPublished(now, maxSuccessors),
      getGoingOut(release, now),
    ])
  const [topicsUsed, seriesUsed, placesUsed] = await Promise.all([
    listLastUsed('topics'),
    listLastUsed('series'),
    listOrganisationsLastUsed(),
  ])
  const ids = versions.map((version) => version.id)
  const outId = goingOut?.revisionId ?? (release.withdrawnAt ? null : release.liveRevisionId)
  const [behind, untranslated, titles, out, until] = await Promise.all([
    countOutdated(ids),
    countUntranslated(ids),
    titlesOf(versions),
    outId ? readDraft(db, outId) : undefined,
    takeBackUntil(id, now),
  ])
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
    },
    out: outId && out ? { revisionId: outId, draft: out } : null,
    stored: { ...stored, savedAt: stored.savedAt.getTime() },
    versions: settings.languages.map((one) => {
      const version = versions.find((other) => other.language === one)
      const displayStatus = version ? displayStatusOf(version, now) : null
      const versionId = version?.id ?? null
      const [outdated, left] = [behind.get(versionId ?? '') ?? 0, untranslated.get(versionId ?? '') ?? null]
      return {
        language: one,
        id: versionId,
        displayStatus,
        title: titles.get(versionId ?? '') ?? '',
        version: version?.draftVersion ?? 0,
        behind: outdated,
        untranslated: left,
      }
    }),
    history,
    // What is left to fill in is told to whoever may do it.
    people: may(user, 'edit-people') ? people : people.map((person) => ({ ...person, gaps: [] })),
    pictures: files.filter((file) => file.kind === 'image'),
    documents: files.filter((file) => file.kind === 'document'),
    topics: choicesOf(topics, topicsUsed, language),
    series: choicesOf(series, seriesUsed, language),
    organisations: organisations.map(({ id: key, name, roleCount }) => ({
      id: key,
      name: inLanguage(name, language),
      uses: roleCount,
      usedAt: placesUsed.get(key)?.toISOString() ?? null,
    })),
    photographers,
    mayMake: may(user, 'edit-people') && may(user, 'edit-subjects') && may(user, 'edit-organisations'),
    successors: published
      .filter((other) => other.language === language && other.id !== id)
      .map(({ id: otherId, title }) => ({ id: otherId, title })),
    addressPrefix: `${pathTo(language, 'news')}/`,
    newsroom: {
      name: settings.name,
      boilerplate: settings.texts[language]?.boilerplate ?? '',
      fundersLine: settings.texts[language]?.fundersLine ?? '',
      tagline: settings.texts[language]?.tagline ?? '',
      funders: organisations.filter(({ kind }) => kind === 'funder').map(({ name }) => inLanguage(name, language)),
      lixTarget: settings.lixTarget,
      mayEdit: may(user, 'edit-settings'),
    },
    source: await getSource(id),
    olderTranslation: olderOf(release, versions, behind),
  }
}

/**
 * Returns the people to pick from, with the position they had on the day of the release, and those that the text
 * already names.
 */
async function listPeopleFor(release: Release, draft: Draft, now: Date): Promise<EditorProps['people']> {
  const named = new Set([
    ...draft.cards.map((card) => card.personId),
    ...draft.contactIds,
    ...draft.body.content.map((block) => (block.type === 'quote' ? block.attrs.personId : null)),
  ])
  const [people, quoted, contacts] = await Promise.all([
    peopleForPicker(release.language, release.publishAt ?? now, { archived: true }),
    listLastUsed('quoted'),
    listLastUsed('contacts'),
  ])
  return people
    .filter((person) => !person.archived || named.has(person.id))
    .map(({ portraitMediaId, slug, ...person }) => ({
      ...person,
      path: slug && pathTo(release.language, 'people', slug),
      quotedAt: quoted.get(person.id)?.toISOString() ?? null,
      contactAt: contacts.get(person.id)?.toISOString() ?? null,
      face: portraitMediaId && fileUrl({ id: portraitMediaId }, 'face.webp'),
    }))
}

async function listFiles(draft: Draft): Promise<LibraryFile[]> {
  const ids = new Set([...mediaIdsIn(draft.body), ...(draft.hero ? [draft.hero.mediaId] : [])])
  const found = await Promise.all([...ids].map(getMedia))
  return found.filter((media) => media !== undefined).map(libraryFile)
}

/** Returns the source of a translation with the editor's data; undefined for a text that is no translation. */
export async function getTranslationPage(
  id: string,
): Promise<Omit<NonNullable<EditorProps['translation']>, 'settle'> | undefined> {
  const translation = await getTranslationSource(id)
  const draft = translation && (await getDraft(translation.source.id))?.draft
  if (!translation || !draft) return undefined
  const { source, rows } = translation
  const files = await listFiles(draft)
  return {
    source: { id: source.id, language: source.language },
    rows,
    pictures: files.filter((file) => file.kind === 'image'),
  }
}

/** Returns what each language version is called now. */
async function titlesOf(versions: Release[]): Promise<Map<string, string>> {
  const drafts = await Promise.all(versions.map(({ id }) => getDraft(id)))
  return new Map(versions.map(({ id }, at) => [id, drafts[at]?.draft.title ?? '']))
}

/** Returns which language version has fallen behind its source: this one, else another. */
function olderOf(release: Release, versions: Release[], behind: Map<string, number>): EditorProps['olderTranslation'] {
  const older = behind.has(release.id) ? release : versions.find((version) => behind.has(version.id))
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
