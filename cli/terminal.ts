/** What the operator's commands have in common. */

/** Thrown when the operator has used a command wrongly; the message is one sentence that says how. */
export class WrongUse extends Error {}

export const say = (line: string) => process.stdout.write(`${line}\n`)

export const oneOf = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)
