'use client'
/** One guess about a text: what it is, the words it is about, and what becomes of them if it is refused. */
import { useText } from '#components/ui/messages.tsx'
import { excerpt } from '#lib/graphemes.ts'
import type { Part } from '#lib/import/whole-text/parts.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { isTaken, personOf, type Sheet, speakerOf } from './sheet.ts'

/** How many letters of a guess's words are shown. */
const shown = 90

interface Props {
  part: Part
  sheet: Sheet
  onToggle: () => void
}

export function Guess({ part, sheet, onToggle }: Props) {
  const t = useText('reading')
  const { name, isNew, about } = useDescription(part, sheet)
  const taken = isTaken(sheet, part)
  const words = part.kind === 'person' || part.kind === 'contact' ? '' : excerpt(part.words, shown)
  return (
    <li>
      <label>
        <input type="checkbox" checked={taken} onChange={onToggle} />
        <span>
          <b>{name}</b> {isNew && <span className="newtag">{t('new-person')}</span>}
          {words && <span className="w">{words}</span>}
          {taken ? about && <span className="m">{about}</span> : <span className="m">{t(refusedAs(part, sheet))}</span>}
        </span>
      </label>
    </li>
  )
}

function useDescription(part: Part, sheet: Sheet): { name: string; isNew?: boolean; about?: string } {
  const t = useText('reading')
  const { person: known } = usePickers()
  switch (part.kind) {
    case 'title':
      return { name: t('title') }
    case 'lead':
      return { name: t(part.form === 'points' ? 'lead-points' : 'lead-paragraph', { count: part.points.length }) }
    case 'heading':
      return { name: t('heading-line') }
    case 'quote':
      return { name: known(speakerOf(sheet, part))?.name ?? t('no-speaker') }
    case 'left-out':
      return { name: t(`left-out-${part.reason}`), about: t(`why-${part.reason}`, { place: part.place ?? '' }) }
    case 'person':
    case 'contact': {
      const person = personOf(sheet, part.person)
      const own = known(person?.id ?? null)
      const held = [person?.role, person?.organisation].filter(Boolean).join(', ')
      const reach = [own?.phone || person?.phone, own?.email || person?.email].filter(Boolean).join(', ')
      const isAsInRegister = own !== undefined && own.role === person?.role && held !== ''
      const about = part.kind === 'contact' ? reach : isAsInRegister ? t('as-known', { role: held }) : held
      return { name: person?.name ?? '', isNew: person?.id === null, about }
    }
  }
}

/** Returns the key of the sentence that says what becomes of a guess that is refused. */
function refusedAs(part: Part, sheet: Sheet) {
  if (part.kind !== 'person') return `no-${part.kind}` as const
  if (part.near) return 'no-near'
  const isQuoted = sheet.parts.some((one) => one.kind === 'quote' && one.speaker === part.person)
  return isQuoted ? 'no-speaker-then' : 'no-person'
}
