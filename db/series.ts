/** Series: formats that come back and stories told in parts. A version of a release is part of one series at most. */
import { eq } from 'drizzle-orm'
import type { Actor } from './events.ts'
import { revisions } from './schema/releases.ts'
import { series, seriesTexts } from './schema/subjects.ts'
import {
  createSubject,
  deleteSubject,
  getSubject,
  listSubjectNames,
  listSubjects,
  type Subject,
  type SubjectKind,
  saveSubject,
  type UsedSubject,
} from './subjects.ts'

export const seriesKind: SubjectKind = {
  noun: 'series',
  subjects: series,
  texts: seriesTexts,
  members: {
    table: revisions,
    revisionId: revisions.id,
    subjectId: revisions.seriesId,
    releaseId: revisions.releaseId,
    areFew: true,
  },
}

export const getSeries = (id: string): Promise<Subject | undefined> => getSubject(seriesKind, id)

/** Returns every series, for pickers. */
export const listSeriesNames = (): Promise<Subject[]> => listSubjectNames(seriesKind)

/** Returns every series with its uses, in no particular order. */
export const listSeries = (): Promise<UsedSubject[]> => listSubjects(seriesKind)

/** Creates a series and returns its id. Refuses one without a name in any language, and an address that is taken. */
export const createSeries = (input: unknown, by: { actor: Actor | null; now: Date; stub?: boolean }): Promise<string> =>
  createSubject(seriesKind, input, by)

/** Saves a series and returns its new version. Refuses a stale version; a changed address leaves a redirect. */
export const saveSeries = (
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> => saveSubject(seriesKind, id, input, by)

/** Deletes a series without parts. Refuses (`series-in-use`) while a release is one. */
export const deleteSeries = (id: string, by: { actor: Actor | null; now: Date }): Promise<void> =>
  deleteSubject(seriesKind, id, by, {
    detach: (tx) => tx.update(revisions).set({ seriesId: null }).where(eq(revisions.seriesId, id)),
  })
