/** What a verb throws when it refuses, by its code. */
import { expect } from 'vitest'

export const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
