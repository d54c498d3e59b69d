import { useSyncExternalStore } from 'react'

/** The width up to which the studio is laid out for a hand; the style sheets say the same. */
const phone = '(max-width: 48rem)'

function watch(onChange: () => void): () => void {
  const query = matchMedia(phone)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** Whether the page is as narrow as a phone; not before it has hydrated. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(
    watch,
    () => matchMedia(phone).matches,
    () => false,
  )
