/** Checks that a verb refuses, by the code of its refusal. */
import { expect } from 'vitest'

export const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
