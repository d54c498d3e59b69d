import { cache } from 'react'
import { getSettings } from '#db/settings.ts'

/** Returns the newsroom's settings. One look-up serves a page and the layouts around it. */
export const currentSettings = cache(getSettings)
