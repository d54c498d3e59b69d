/**
 * The tables of releases, their revisions, and the comments on a text while it is written. Dates, not status columns:
 * the status of a release follows from when it was published, withdrawn or scheduled.
 */
import type { AiStatement } from '#lib/document/ai-use.ts'
import type { Anchor } from '#lib/document/comment-anchor.ts'
import type { Document } from '#lib/document/rich-text.ts'
import type { Seen } from '#lib/document/translation.ts'
import type { Language } from '#lib/locale.ts'
import type { Meeting } from '#lib/meeting/meeting.ts'
import { id, index, instant, integer, json, primaryKey, reference, table, text, unique } from '../dialect.ts'
import type { ChangeKind, Hero, Kind, LeadForm, RevisionReason } from '../types.ts'
import { media } from './library.ts'
import { people } from './people.ts'
import { series, topics } from './subjects.ts'
import { users } from './users.ts'

/** Whoever started a text, or has only written in it. */
export type SourceAuthor = string | null | { wrote: string }

/**
 * One language version of a story. `draftRevisionId` is what is being written; `liveRevisionId` is what readers see
 * once `publishAt` has come and while `withdrawnAt` is empty.
 */
export const releases = table(
  'releases',
  {
    id: id(),
    storyId: text().notNull(),
    language: text().notNull().$type<Language>(),
    slug: text(),
    draftRevisionId: text(),
    liveRevisionId: text(),
    /** Raised by every save. A save that does not start from it is stale. */
    draftVersion: integer().notNull(),
    publishAt: instant(),
    /** When a draft is meant to go out. It goes out only when somebody publishes it. */
    plannedAt: instant(),
    /** When the text last changed in a way that readers are told of, after the first publication. */
    revisedAt: instant(),
    /** When what readers see was last replaced, silently or not. */
    replacedAt: instant(),
    withdrawnAt: instant(),
    withdrawnReason: text(),
    redirectToId: text(),
    createdAt: instant().notNull(),
    createdBy: text().references(() => users.id),
    /**
     * Who started the texts that this one was copied or translated from, null for the newsroom itself, and who else has
     * written in them. It says what the text may be used for and who may approve it, and stays when those are gone.
     */
    sourceAuthors: json<SourceAuthor[]>().notNull().default([]),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('release_slug').on(t.language, t.slug),
    unique('release_story').on(t.storyId, t.language),
    index('releases_live').on(t.language, t.publishAt, t.id),
    // All that counting what is live by kind asks of a release, and of its revision.
    index('releases_live_kinds').on(t.language, t.publishAt, t.withdrawnAt, t.liveRevisionId),
    index('releases_live_revision').on(t.liveRevisionId),
    index('releases_updated').on(t.updatedAt),
    index('releases_planned').on(t.plannedAt),
    // What is out and what is to come by time, whatever its language.
    index('releases_published').on(t.publishAt, t.id),
  ],
)

/**
 * Who has a text open: a row for each window, good until it expires. Readers see none of it, and it decides nothing:
 * only a stale save is a conflict.
 */
export const presences = table(
  'presences',
  {
    releaseId: reference(() => releases.id),
    userId: reference(() => users.id),
    windowId: text().notNull(),
    since: instant().notNull(),
    /** Null while the text is only open. */
    writingSince: instant(),
    /** The block with the caret, the first being 1. */
    place: integer(),
    expiresAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.userId, t.windowId] })],
)

/** The source of a translation, and how it read when somebody last said that the translation was right. */
export const translations = table('translations', {
  releaseId: text()
    .primaryKey()
    .references(() => releases.id),
  sourceId: reference(() => releases.id),
  seen: json<Seen>().notNull(),
  /** Raised by every answer, so that two answers at once do not undo each other. */
  version: integer().notNull().default(1),
})

/** The revisions: what was written, when and by whom. */
export const revisions = table(
  'revisions',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    number: integer().notNull(),
    reason: text().notNull().$type<RevisionReason>(),
    kind: text().notNull().$type<Kind>(),
    title: text().notNull(),
    /** The address the release gets when this revision is published; empty means one made from the title. */
    slug: text().notNull(),
    lead: json<string[]>().notNull(),
    leadForm: text().notNull().default('points').$type<LeadForm>(),
    body: json<Document>().notNull(),
    place: text().notNull(),
    byline: text().notNull(),
    summary: text().notNull(),
    hero: json<Hero>(),
    seriesId: text().references(() => series.id),
    /** How AI was used in it; null where nobody has said. */
    ai: json<AiStatement>(),
    /** The meeting that an invitation invites to, and the day it is held: taken out of it, so that the calendar finds it. */
    meeting: json<Meeting>(),
    meetsOn: text(),
    createdAt: instant().notNull(),
    createdBy: text().references(() => users.id),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique('revision_number').on(t.releaseId, t.number),
    index('revisions_history').on(t.releaseId, t.savedAt, t.number),
    index('revisions_kind').on(t.id, t.kind),
    index('revisions_series').on(t.seriesId, t.id),
    index('revisions_meets').on(t.meetsOn),
  ],
)

/** Names that members give to versions. They stand beside the revision, which never changes once it is live. */
export const revisionNames = table('revision_names', {
  revisionId: text()
    .primaryKey()
    .references(() => revisions.id),
  name: text().notNull(),
  namedAt: instant().notNull(),
  namedBy: text().references(() => users.id),
})

export const revisionTopics = table(
  'revision_topics',
  {
    revisionId: reference(() => revisions.id),
    topicId: reference(() => topics.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.topicId] }), index('revision_topics_topic').on(t.topicId)],
)

/** The people cards, in order, each with the position and organisation held on that release. */
export const revisionPeople = table(
  'revision_people',
  {
    revisionId: reference(() => revisions.id),
    personId: reference(() => people.id),
    role: text().notNull(),
    organisation: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.personId] }), index('revision_people_person').on(t.personId)],
)

export const revisionContacts = table(
  'revision_contacts',
  {
    revisionId: reference(() => revisions.id),
    personId: reference(() => people.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.personId] }), index('revision_contacts_person').on(t.personId)],
)

/** The quotes of a revision, taken out of the body at each save, so that a person's page and search can find them. */
export const quotes = table(
  'quotes',
  {
    revisionId: reference(() => revisions.id),
    position: integer().notNull(),
    personId: text().references(() => people.id),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.position] }), index('quotes_person').on(t.personId)],
)

/** The images and documents that a revision shows: its hero and those in its body. */
export const revisionMedia = table(
  'revision_media',
  {
    revisionId: reference(() => revisions.id),
    mediaId: reference(() => media.id),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.mediaId] }), index('revision_media_media').on(t.mediaId)],
)

/** What readers have been told of changes to a text: corrections, and notes on what is new. */
export const corrections = table(
  'corrections',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    kind: text().notNull().default('correction').$type<Exclude<ChangeKind, 'small'>>(),
    /** What was wrong. Corrections from before it was asked for say it in their text, and notes have none. */
    wrong: text().notNull().default(''),
    /** What is right, or new. */
    text: text().notNull(),
    at: instant().notNull(),
    createdBy: text().references(() => users.id),
  },
  (t) => [index('corrections_release').on(t.releaseId), index('corrections_at').on(t.kind, t.at)],
)

/** Preview links, which show a draft to somebody without an account until they expire or are revoked. */
export const previewLinks = table(
  'preview_links',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** The name of whom it is for. */
    name: text().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('preview_links_release').on(t.releaseId)],
)

/** Comments on a text while it is written, by a member or by a guest with a preview link. Readers never see them. */
export const comments = table(
  'comments',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** The comment this one answers. */
    parentId: text(),
    authorId: text().references(() => users.id),
    linkId: text().references(() => previewLinks.id),
    /** The name a guest has given. */
    guestName: text().notNull().default(''),
    text: text().notNull(),
    /** Where its block was at the latest save. */
    anchor: json<Anchor>().notNull(),
    /** The words it was about when it was made. */
    quote: text().notNull(),
    createdAt: instant().notNull(),
    resolvedAt: instant(),
    resolvedBy: text().references(() => users.id),
  },
  (t) => [index('comments_release').on(t.releaseId, t.createdAt), index('comments_link').on(t.linkId)],
)

/** The comments and answers that a member has looked at. */
export const commentReads = table(
  'comment_reads',
  {
    userId: reference(() => users.id),
    commentId: reference(() => comments.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.commentId] }), index('comment_reads_comment').on(t.commentId)],
)

/**
 * What is to replace, at `at`, what readers see of a release that they have seen already: a change to a live text, or a
 * withdrawn one that comes back. The clock carries it out and deletes the row.
 */
export const scheduledChanges = table(
  'scheduled_changes',
  {
    releaseId: text()
      .primaryKey()
      .references(() => releases.id),
    revisionId: reference(() => revisions.id),
    at: instant().notNull(),
    kind: text().notNull().default('small').$type<ChangeKind>(),
    /** What was wrong, and what is right or new: as readers are told of it, empty where they are not. */
    wrong: text().notNull().default(''),
    correction: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
  },
  (t) => [index('scheduled_changes_at').on(t.at)],
)

export type Release = typeof releases.$inferSelect
export type Revision = typeof revisions.$inferSelect
export type ScheduledChange = typeof scheduledChanges.$inferSelect
export type PreviewLink = typeof previewLinks.$inferSelect
export type Comment = typeof comments.$inferSelect
