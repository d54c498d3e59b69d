import { office } from './people/office.ts'
import { partners } from './people/partners.ts'
import { researchers } from './people/researchers.ts'
import type { PersonSeed } from './types.ts'

/** Everyone a journalist can call, by key. */
export const seedPeople: Record<string, PersonSeed> = { ...office, ...partners, ...researchers }
