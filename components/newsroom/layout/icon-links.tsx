import type { LiveNewsroom } from '#db/live/newsroom.ts'

/** Returns the icon of a browser's tab: the drawn mark or the first letter, as SVG, or the logo. */
export const tabIcon = ({ brandIcon: { mark, logo } }: Pick<LiveNewsroom, 'brandIcon'>): string =>
  logo && !mark ? '/icons/bare-96.png' : '/mark.svg'

/** Links to the newsroom's icons, for tabs and for home screens. */
export const IconLinks = ({ newsroom }: { newsroom: LiveNewsroom }) => (
  <>
    <link rel="icon" href={tabIcon(newsroom)} />
    <link rel="apple-touch-icon" href="/icons/tile-180.png" />
  </>
)
