import type { Icon } from '#lib/drawing/drawing.ts'
import { cachedDrawing } from '#lib/drawing/drawings.ts'
import type { PageContext } from '../page-context.ts'

/** Returns the newsroom's icon as a square PNG. */
export const drawIcon = async ({ newsroom }: PageContext, ground: Icon['ground'], size: number) => ({
  size,
  png: await cachedDrawing(`icon-${ground}-${size}`, { task: 'icon', emblem: newsroom.brandIcon, ground, size }),
})
