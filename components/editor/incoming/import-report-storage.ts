/**
 * Passes the report of an opened file from the page where it was chosen to the editor, and keeps it until it has been
 * read.
 */
import type { ImportReport } from '#lib/import/import-report.ts'

const key = (releaseId: string) => `pressrum-import-${releaseId}`

export function keepReport(releaseId: string, report: ImportReport): void {
  try {
    sessionStorage.setItem(key(releaseId), JSON.stringify(report))
  } catch {
    // A browser that stores nothing opens the draft all the same.
  }
}

export function keptReport(releaseId: string): ImportReport | null {
  try {
    return JSON.parse(sessionStorage.getItem(key(releaseId)) ?? 'null')
  } catch {
    return null
  }
}

export const forgetReport = (releaseId: string): void => sessionStorage.removeItem(key(releaseId))
