/** Reads what a list says is selected: a browser can send anything. */
import { z } from 'zod'

export const selectedSchema = z.object({
  ids: z.array(z.string().max(64)).max(1_000),
  all: z.string().max(2_000).nullable(),
})
