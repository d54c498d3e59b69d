/** The tables of the media library, and of the organisations whose logos are in it. */
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import type { Localized } from '#lib/locale.ts'
import { flag, id, instant, integer, json, table, text } from '../dialect.ts'
import type { Rendition } from '../types.ts'
import { users } from './users.ts'

export const media = table('media', {
  id: id(),
  hash: text().notNull().unique(),
  filename: text().notNull(),
  mime: text().notNull(),
  bytes: integer().notNull(),
  /** The width in pixels; a document is 0 × 0, without renditions. */
  width: integer().notNull(),
  height: integer().notNull(),
  renditions: json<Rendition[]>().notNull(),
  /** Raised when the files behind its addresses change. It is in the addresses, so no cache shows the old ones. */
  fileVersion: integer().notNull().default(1),
  alt: json<Localized>().notNull(),
  caption: json<Localized>().notNull(),
  /** The title of a document that readers see. */
  title: json<Localized>().notNull().default({}),
  credit: text().notNull().default(''),
  /**
   * Who took it by the account of the file that came, several with semicolons between them, and the field that says so:
   * proposed when there is no credit.
   */
  fileCredit: text().notNull().default(''),
  fileCreditField: text().notNull().default(''),
  licence: text().notNull().default(''),
  /** Whose right it is and on what terms, as its author wrote it. */
  terms: text().notNull().default(''),
  /** The day the picture was taken, as YYYY-MM-DD. */
  takenAt: text(),
  /** How a picture was made, as a code of IPTC's “Digital Source Type”; empty where nothing is said. */
  digitalSourceType: text().notNull().default(''),
  /** The caption that stands in the files; null for those that were made before it did. */
  writtenCaption: json<Localized>(),
  /** The focal point, in per cent from the left and from the top. */
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
  /** Drawn from an SVG. Where there is a logo, an image of the library, as well, readers see this one. */
  mark: json<BrandMark>(),
  logoMediaId: text().references(() => media.id),
  /** The place among the funders. */
  position: integer().notNull().default(0),
  /** Whether it was added where a text needed it, with the rest left for later. */
  stub: flag().notNull().default(false),
  version: integer().notNull().default(1),
})

export type Media = typeof media.$inferSelect
export type Organisation = typeof organisations.$inferSelect
