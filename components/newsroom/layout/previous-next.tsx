import type { Neighbour } from '#db/live/neighbours.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'

/** Links to the release before and the one after, where they exist. */
export function PreviousNext({
  label,
  previous,
  next,
  language,
}: {
  label: string
  previous: { label: string; step: Neighbour | undefined }
  next: { label: string; step: Neighbour | undefined }
  language: Language
}) {
  const steps = [
    { ...previous, rel: 'prev' },
    { ...next, rel: 'next' },
  ]
  if (!previous.step && !next.step) return null
  return (
    <nav className="more plain" aria-label={label}>
      {steps.map(
        ({ step, rel, label: name }) =>
          step && (
            <p key={rel}>
              {name}:{' '}
              <a href={pathTo(language, 'news', step.slug)} rel={rel}>
                {hyphenateText(step.title, language)}
              </a>
            </p>
          ),
      )}
    </nav>
  )
}
