/** Says in HTTP why something was refused: by which status, and when to try again. */
const statuses: Record<string, number> = {
  stale: 409,
  'unknown-release': 404,
  'unknown-comment': 404,
  'unknown-preview-link': 404,
  'unknown-sign-off': 404,
  'unknown-embargo-link': 404,
  'unknown-suggestion': 404,
  'unknown-meeting': 404,
  'unknown-sign-up': 404,
  'suggestion-settled': 409,
  'words-changed': 409,
  'link-opens-nothing': 404,
  'preview-not-yours': 403,
  'embargo-not-yours': 403,
  'meeting-not-yours': 403,
  'media-of-others': 403,
  'media-shown': 403,
  'passwords-off': 403,
  'unknown-question': 404,
  'question-taken': 409,
  'too-many-questions': 429,
  'too-many-links': 429,
  'too-many-attempts': 429,
  'too-many-invitations': 429,
  'disk-full': 507,
  'database-unavailable': 503,
  'storage-unavailable': 503,
}

/** Returns the status of a refusal by its code: 422 where what was sent was read and could not be done. */
export const refusalStatus = (code: string | undefined): number => statuses[code ?? ''] ?? 422

/** Returns the headers of a refusal: `retry-after` when it will be lifted by itself. */
export const refusalHeaders = (seconds: string | number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }
