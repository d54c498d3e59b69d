import { filledIcons, type IconName, iconPaths } from './icon-paths.ts'

/** A drawn icon. It is hidden from assistive technology: the word stands beside it or in the control's label. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path className={filledIcons.has(name) ? 'filled' : undefined} d={iconPaths[name]} />
    </svg>
  )
}
