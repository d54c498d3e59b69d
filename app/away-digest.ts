/** What the page for errors knows the database's being away by: the framework tells a browser nothing else of an error. */
export const awayDigest = 'database-away'
