/**
 * Every table of the newsroom. Dates, not status columns: what a release is follows from when it was published,
 * withdrawn or scheduled. Whatever a reader can see is listed again in the edition's triggers (see the migrations).
 */

import type { Anchor } from '#lib/document/comment-anchor.ts'
import type { Document } from '#lib/document/rich-text.ts'
import type { Seen } from '#lib/document/translation.ts'
import type { Language, Localized } from '#lib/locale.ts'
import { flag, id, index, instant, integer, json, primaryKey, reference, table, text, unique } from '../dialect.ts'
import type {
  DeliveryKind,
  Hero,
  Kind,
  Mark,
  PortraitBasis,
  Rendition,
  RevisionReason,
  Role,
  SettingsTexts,
  StatementKind,
  Statements,
} from '../types.ts'

export const settings = table('settings', {
  id: text().primaryKey().$type<'settings'>(),
  name: text().notNull(),
  accent: text().notNull(),
  languages: json<Language[]>().notNull(),
  timeZone: text().notNull(),
  foundedYear: integer().notNull(),
  pressPhone: text().notNull().default(''),
  pressEmail: text().notNull().default(''),
  /** How heavy a text may read, by LIX, before its writer is told. Fifty is where easy news ends and officialese begins. */
  lixTarget: integer().notNull().default(50),
  texts: json<Partial<Record<Language, SettingsTexts>>>().notNull(),
  version: integer().notNull().default(1),
})

/** What the law has a newsroom say, on pages of their own: whole, because it is written and published whole. */
export const statements = table('statements', {
  kind: text().primaryKey().$type<StatementKind>(),
  content: json<Statements[StatementKind]>().notNull(),
  version: integer().notNull().default(1),
  updatedAt: instant().notNull(),
})

/** What readers have written about the accessibility of the newsroom. Personal data, and deleted when it is old. */
export const feedback = table(
  'feedback',
  {
    id: id(),
    language: text().notNull().$type<Language>(),
    text: text().notNull(),
    /** Which page it is about, in the reader's words. */
    page: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    createdAt: instant().notNull(),
    handledAt: instant(),
    handledBy: text().references(() => users.id),
  },
  (t) => [index('feedback_created').on(t.createdAt)],
)

/**
 * The outbox: what is to be told to somebody outside, written in the same change as what caused it and sent by the clock.
 * What is about the same thing, of the same kind and to the same address is one delivery. Nothing readers see.
 */
export const deliveries = table(
  'deliveries',
  {
    id: id(),
    kind: text().notNull().$type<DeliveryKind>(),
    /** An e-mail address, or that of a hub. */
    recipient: text().notNull(),
    /** What it is about, from which it is made when it is sent: a reader's message, or the address of a feed. */
    subjectId: text().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** Null once it has arrived or been given up. While it is being sent, when it is thought lost and is sent again. */
    nextAttemptAt: instant(),
    lastError: text().notNull().default(''),
    deliveredAt: instant(),
    givenUpAt: instant(),
  },
  (t) => [
    unique('delivery_once').on(t.kind, t.recipient, t.subjectId),
    index('deliveries_due').on(t.kind, t.nextAttemptAt),
    index('deliveries_subject').on(t.subjectId),
  ],
)

/** One row, raised by triggers in the same transaction as any change a reader could see. */
export const edition = table('edition', {
  id: integer().primaryKey(),
  number: integer().notNull(),
})

export const setupTokens = table('setup_tokens', {
  tokenHash: text().primaryKey(),
  createdAt: instant().notNull(),
})

export const users = table('users', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  passwordHash: text().notNull(),
  role: text().notNull().$type<Role>(),
  language: text().notNull().$type<Language>(),
  createdAt: instant().notNull(),
  removedAt: instant(),
})

/** `id` is the hash of what the browser holds, so a leaked database signs nobody in. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: reference(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Failed sign-ins counted per key (an address, an account) and window. */
export const attempts = table('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowStart: instant().notNull(),
})

/** The audit log: who did what to what, and when. */
export const events = table(
  'events',
  {
    id: id(),
    at: instant().notNull(),
    actorId: text().references(() => users.id),
    verb: text().notNull(),
    noun: text().notNull(),
    targetId: text().notNull(),
    details: json<Record<string, string | number>>(),
  },
  (t) => [index('events_target').on(t.targetId, t.at)],
)

export const media = table('media', {
  id: id(),
  hash: text().notNull().unique(),
  filename: text().notNull(),
  mime: text().notNull(),
  bytes: integer().notNull(),
  /** Of a document: 0 × 0, without renditions. */
  width: integer().notNull(),
  height: integer().notNull(),
  renditions: json<Rendition[]>().notNull(),
  /** Raised when what lies behind its addresses changes. It is in the addresses, so no cache shows the old. */
  fileVersion: integer().notNull().default(1),
  alt: json<Localized>().notNull(),
  caption: json<Localized>().notNull(),
  /** What readers see a document called. */
  title: json<Localized>().notNull().default({}),
  credit: text().notNull().default(''),
  licence: text().notNull().default(''),
  /** Whose right it is and on what terms, as its author wrote it. */
  terms: text().notNull().default(''),
  /** The day the picture was taken, as YYYY-MM-DD. */
  takenAt: text(),
  /** Per cent from the left and from the top. */
  focalX: integer().notNull().default(50),
  focalY: integer().notNull().default(50),
  createdAt: instant().notNull(),
  createdBy: text().references(() => users.id),
  version: integer().notNull().default(1),
})

export const organisations = table('organisations', {
  id: id(),
  kind: text().notNull().$type<'owner' | 'partner' | 'funder'>(),
  name: json<Localized>().notNull(),
  url: text().notNull().default(''),
  mark: json<Mark>(),
  logoMediaId: text().references(() => media.id),
  position: integer().notNull().default(0),
  version: integer().notNull().default(1),
})

export const people = table('people', {
  id: id(),
  name: text().notNull(),
  sortName: text().notNull(),
  slug: text().notNull().unique(),
  email: text().notNull().default(''),
  phone: text().notNull().default(''),
  links: json<{ label: string; url: string }[]>().notNull(),
  shortBio: json<Localized>().notNull(),
  longBio: json<Localized>().notNull(),
  /** BCP 47 codes of the languages the person answers questions in. */
  speaks: json<string[]>().notNull(),
  pressContact: flag().notNull().default(false),
  portraitMediaId: text().references(() => media.id),
  portraitAlt: json<Localized>().notNull(),
  portraitBasis: text().$type<PortraitBasis>(),
  /** The last day of consent, as YYYY-MM-DD. */
  portraitUntil: text(),
  portraitHidden: flag().notNull().default(false),
  createdAt: instant().notNull(),
  archivedAt: instant(),
  version: integer().notNull().default(1),
})

/** A post somebody has held. `since` and `until` are YYYY or YYYY-MM; no `until` means still. */
export const roles = table(
  'roles',
  {
    id: id(),
    personId: reference(() => people.id),
    organisationId: reference(() => organisations.id),
    title: json<Localized>().notNull(),
    since: text().notNull(),
    until: text(),
    position: integer().notNull(),
  },
  (t) => [index('roles_person').on(t.personId, t.position)],
)

/** What releases belong to: topics and series, which have a name and an address in each language. */
const subjects = (name: string) => table(name, { id: id(), version: integer().notNull().default(1) })

const subjectTexts = (noun: 'topic' | 'series', of: ReturnType<typeof subjects>) =>
  table(
    `${noun}_texts` as string,
    {
      subjectId: text(`${noun}_id` as string)
        .notNull()
        .references(() => of.id),
      language: text().notNull().$type<Language>(),
      name: text().notNull(),
      slug: text().notNull(),
      intro: text().notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.subjectId, t.language] }), unique(`${noun}_slug`).on(t.language, t.slug)],
  )

export const topics = subjects('topics')
export const topicTexts = subjectTexts('topic', topics)

/** A format that comes back or work that goes on, told in parts. */
export const series = subjects('series')
export const seriesTexts = subjectTexts('series', series)

/** What a person can be interviewed about. */
export const personTopics = table(
  'person_topics',
  {
    personId: reference(() => people.id),
    topicId: reference(() => topics.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topicId] })],
)

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
    /** When the words readers see last changed after the first publication. */
    revisedAt: instant(),
    withdrawnAt: instant(),
    withdrawnReason: text(),
    redirectToId: text(),
    createdAt: instant().notNull(),
    createdBy: text().references(() => users.id),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('release_slug').on(t.language, t.slug),
    unique('release_story').on(t.storyId, t.language),
    index('releases_live').on(t.language, t.publishAt, t.id),
    index('releases_live_revision').on(t.liveRevisionId),
    index('releases_updated').on(t.updatedAt),
  ],
)

/**
 * Who has a text open: a row for each window, good until it expires. Nothing readers see, and nothing that decides
 * anything: only a stale save is a conflict.
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

/** What a text in one language was translated from, and how that read when somebody last said the translation right. */
export const translations = table('translations', {
  releaseId: text()
    .primaryKey()
    .references(() => releases.id),
  sourceId: reference(() => releases.id),
  seen: json<Seen>().notNull(),
  /** Raised by every answer, so that two of them do not undo each other. */
  version: integer().notNull().default(1),
})

/** What was written, at a time, by someone. */
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
    body: json<Document>().notNull(),
    place: text().notNull(),
    byline: text().notNull(),
    summary: text().notNull(),
    hero: json<Hero>(),
    seriesId: text().references(() => series.id),
    createdAt: instant().notNull(),
    createdBy: text().references(() => users.id),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique('revision_number').on(t.releaseId, t.number),
    index('revisions_history').on(t.releaseId, t.savedAt, t.number),
    index('revisions_series').on(t.seriesId, t.id),
  ],
)

/** What somebody called a version, to find it again. Beside the revision, which never changes once it is live. */
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

/** The people cards, in order, each with the role and organisation worn on that release. */
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
  (t) => [primaryKey({ columns: [t.revisionId, t.personId] })],
)

/** Taken out of the body at each save, so that a person's page and search can find what was said. */
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

/** Which images and documents a revision shows: its hero and what is in its body. */
export const revisionMedia = table(
  'revision_media',
  {
    revisionId: reference(() => revisions.id),
    mediaId: reference(() => media.id),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.mediaId] }), index('revision_media_media').on(t.mediaId)],
)

export const corrections = table(
  'corrections',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    text: text().notNull(),
    at: instant().notNull(),
    createdBy: text().references(() => users.id),
  },
  (t) => [index('corrections_release').on(t.releaseId)],
)

/** Opens what is being written to somebody without an account, until it expires or is taken back. */
export const previewLinks = table(
  'preview_links',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** Whom it is for. */
    name: text().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('preview_links_release').on(t.releaseId)],
)

/** Said about a text while it is written, by a member or by a guest with a preview link. Readers never see it. */
export const comments = table(
  'comments',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** The comment this one answers. */
    parentId: text(),
    authorId: text().references(() => users.id),
    linkId: text().references(() => previewLinks.id),
    /** What a guest says their name is. */
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

/** What readers see of a release changes at `at`, and whoever wants to be told at once has not been. */
export const announcements = table(
  'announcements',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** What they saw before: it may be about other topics and people. */
    formerRevisionId: text(),
    at: instant().notNull(),
  },
  (t) => [index('announcements_at').on(t.at), index('announcements_release').on(t.releaseId)],
)

/** Every slug something used to have, so that no address ever breaks. */
export const redirects = table(
  'redirects',
  {
    noun: text().notNull().$type<'release' | 'person' | 'topic' | 'series'>(),
    language: text().notNull().$type<Language | ''>(),
    slug: text().notNull(),
    targetId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.language, t.slug] })],
)

export type Settings = typeof settings.$inferSelect
export type User = typeof users.$inferSelect
export type Media = typeof media.$inferSelect
export type Organisation = typeof organisations.$inferSelect
export type Person = typeof people.$inferSelect
export type PersonRole = typeof roles.$inferSelect
export type SubjectText = typeof topicTexts.$inferSelect
export type Release = typeof releases.$inferSelect
export type Revision = typeof revisions.$inferSelect
export type PreviewLink = typeof previewLinks.$inferSelect
export type Comment = typeof comments.$inferSelect
export type Feedback = typeof feedback.$inferSelect
export type Delivery = typeof deliveries.$inferSelect
export type Event = typeof events.$inferSelect
