import type { LiveNewsroom } from '#db/live/newsroom.ts'

/** What a browser's tab shows: the mark or the first letter, sharp at any size, or the logo. */
export const tabIcon = ({ emblem: { mark, logo } }: Pick<LiveNewsroom, 'emblem'>): string =>
  logo && !mark ? '/icons/bare-96.png' : '/mark.svg'

/** The newsroom's icons, for tabs and for home screens. */
export const IconLinks = ({ newsroom }: { newsroom: LiveNewsroom }) => (
  <>
    <link rel="icon" href={tabIcon(newsroom)} />
    <link rel="apple-touch-icon" href="/icons/tile-180.png" />
  </>
)
