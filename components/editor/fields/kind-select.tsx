'use client'
/** Selects the kind of release, first on the page as readers see it. */
import { useText } from '#components/ui/messages.tsx'
import type { Kind } from '#db/types.ts'

export const kindNames: Kind[] = ['press', 'news', 'interview', 'opinion', 'report', 'invitation']

export function useKindText() {
  const t = useText('kinds')
  return (kind: Kind) => t(kind)
}

export function KindSelect({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  const t = useText('editor')
  const kindText = useKindText()
  return (
    <select
      className="kind-select"
      aria-label={t('kind')}
      value={kind}
      onChange={(event) => onChange(event.target.value as Kind)}
    >
      {kindNames.map((name) => (
        <option key={name} value={name}>
          {kindText(name)}
        </option>
      ))}
    </select>
  )
}
