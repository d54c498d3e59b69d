'use client'
import { Face } from '#components/ui/choice/face.tsx'
/** Shows under the text the cards and contacts that its lines were read as, while the reading is decided on. */
import { useLocale, useText } from '#components/ui/messages.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import { isTaken, personOf, type Sheet } from './sheet.ts'

export function ReadPeople({ sheet }: { sheet: Sheet }) {
  const t = useText('reading')
  const { language } = useLocale()
  const { person: known } = usePickers()
  const shown = sheet.parts.filter(
    (part) => (part.kind === 'person' || part.kind === 'contact') && isTaken(sheet, part),
  )
  if (shown.length === 0) return null
  return (
    <ul className="read-cards" lang={language} aria-label={t('cards')}>
      {shown.map((part) => {
        const person = personOf(sheet, 'person' in part ? part.person : null)
        if (!person) return null
        const held = [person.role, person.organisation].filter(Boolean).join(', ')
        return (
          <li key={part.id}>
            <Face name={person.name} src={known(person.id)?.face ?? null} large />
            <span>
              <b>{person.name}</b> {person.id === null && <span className="newtag">{t('new')}</span>}
              <span className="m">{part.kind === 'contact' ? t('group-contact') : held}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
