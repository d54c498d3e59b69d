'use client'
/** The people of a release: its cards, in order, each with the position held then; and its press contacts. */
import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { ChoiceBox } from '#components/ui/choice/choice-box.tsx'
import { Face } from '#components/ui/choice/face.tsx'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import { contactLine } from '../pickers/person-choice.ts'
import { type PersonChoice, usePickers } from '../pickers/picker-context.tsx'
import { useLikelyPeople } from '../pickers/use-likely-people.ts'
import type { AskedPerson } from '../pickers/use-new-people.tsx'
import { SignOffPanel } from '../sign-offs/sign-off-panel.tsx'
import type { SignOffs } from '../sign-offs/use-sign-offs.ts'
import { SameNotes } from '../translation/untranslated.tsx'
import { useUnfolding } from './use-unfolding.ts'

type Card = Draft['cards'][number]

interface Props {
  cards: Card[]
  contactIds: string[]
  /** How often each person is quoted in the text. */
  quoted: Map<string, number>
  onChange: (change: Partial<Pick<Draft, 'cards' | 'contactIds'>>) => void
  signOffs: SignOffs
}

const swapped = <T,>(list: T[], a: number, b: number): T[] => list.with(a, list[b] as T).with(b, list[a] as T)

export function PeoplePanel({ cards, contactIds, quoted, onChange, signOffs }: Props) {
  const t = useText('editor')
  const { people, person, askPerson } = usePickers()
  const add = ({ id: personId, role, organisation, name }: PersonChoice) => {
    onChange({ cards: [...cards, { personId, role, organisation }] })
    announce(t('card-added', { name }))
  }
  const move = (from: number, to: number) => {
    if (!cards[to]) return announce(t(to < 0 ? 'already-first' : 'already-last'))
    onChange({ cards: swapped(cards, from, to) })
    announce(t('moved-to', { place: to + 1, count: cards.length }))
  }
  const free = people.filter(({ id }) => !cards.some((card) => card.personId === id))
  const offer = useLikelyPeople(free, {
    near: [],
    onNew: async (asked) => {
      const made = await askPerson(asked)
      if (made) add(made)
    },
  })
  return (
    <>
      <SignOffPanel signOffs={signOffs} quoted={quoted} />
      <section className="panel-sec" id="cards" aria-label={t('cards')}>
        <p className="muted">{t('cards-about')}</p>
        <ul className="people-list">
          {cards.map((card, index) => (
            <PersonCard
              key={card.personId}
              card={card}
              quoted={quoted.get(card.personId) ?? 0}
              onChange={(change) => onChange({ cards: cards.with(index, { ...card, ...change }) })}
              onMove={(step) => move(index, index + step)}
              onRemove={() => {
                onChange({ cards: cards.toSpliced(index, 1) })
                announce(t('removed', { name: person(card.personId)?.name ?? '' }))
              }}
            />
          ))}
        </ul>
        <ChoiceBox
          label={t('card-add')}
          placeholder={t('person-placeholder')}
          {...offer}
          onChoose={(id) => {
            const chosen = person(id)
            if (chosen) add(chosen)
          }}
        />
      </section>
      <Contacts contactIds={contactIds} onChange={(ids) => onChange({ contactIds: ids })} />
    </>
  )
}

interface CardProps {
  card: Card
  quoted: number
  onChange: (change: Partial<Card>) => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}

function PersonCard({ card, quoted, onChange, onMove, onRemove }: CardProps) {
  const t = useText('editor')
  const id = useId()
  const { person } = usePickers()
  const [editing, setEditing] = useState(false)
  const part = useUnfolding<HTMLLIElement>(editing, { into: '.card-role input', back: 'button' })
  const known = person(card.personId)
  const name = known?.name ?? t('person-unknown')
  const held = [card.role, card.organisation].filter(Boolean).join(', ')
  const acts = {
    'card-role': () => setEditing(true),
    'move-up': () => onMove(-1),
    'move-down': () => onMove(1),
    remove: onRemove,
  }
  const field = (key: 'role' | 'organisation', label: string) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        className="input"
        id={`${id}-${key}`}
        value={card[key]}
        maxLength={200}
        onChange={(event) => onChange({ [key]: event.target.value })}
      />
    </div>
  )
  return (
    <li data-person={card.personId} ref={part}>
      <Face name={name} src={known?.face ?? null} large />
      <span>
        <b>{name}</b>
        <span className="m">
          {held && `${held} · `}
          {t('quoted', { count: quoted })}
        </span>
        <SameNotes texts={[card.role]} />
      </span>
      <DropMenu
        className="button quiet icon-only small"
        label={t('more-about', { name })}
        groups={[{ choices: (Object.keys(acts) as (keyof typeof acts)[]).map((key) => ({ key, name: t(key) })) }]}
        placement="bottom end"
        onChoose={(key) => acts[key as keyof typeof acts]()}
      >
        <Icon name="more" small />
      </DropMenu>
      {editing && (
        <fieldset className="card-role">
          <legend className="vh">{t('card-role-of', { name })}</legend>
          {field('role', t('role'))}
          {field('organisation', t('organisation'))}
          <button type="button" className="text-button" onClick={() => setEditing(false)}>
            {t('done')}
          </button>
        </fieldset>
      )}
    </li>
  )
}

function Contacts({ contactIds, onChange }: { contactIds: string[]; onChange: (ids: string[]) => void }) {
  const t = useText('editor')
  const { people, person, mayMake, askPerson } = usePickers()
  const free = people.filter(({ id }) => !contactIds.includes(id))
  // Press contacts come first.
  const sorted = [...free.filter((one) => one.pressContact), ...free.filter((one) => !one.pressContact)]
  const ask = async (asked: AskedPerson) => {
    const made = await askPerson(asked)
    if (made && !contactIds.includes(made.id)) onChange([...contactIds, made.id])
  }
  const offer = useLikelyPeople(sorted, { near: [], isContact: true, onNew: ask })
  const choose = (id: string) => {
    const known = person(id)
    // Nobody is told to call somebody who cannot be called.
    if (known && mayMake && !known.phone && !known.email) void ask({ name: known.name, known, isContact: true })
    else onChange([...contactIds, id])
  }
  return (
    <section className="panel-sec" aria-labelledby="h-contacts">
      <h2 id="h-contacts">{t('press-contact')}</h2>
      <ul className="people-list">
        {contactIds.map((contactId) => {
          const name = person(contactId)?.name ?? t('person-unknown')
          return (
            <li key={contactId}>
              <Face name={name} src={person(contactId)?.face ?? null} large />
              <span>
                <b>{name}</b>
                <span className="m">{contactLine(person(contactId))}</span>
              </span>
              <button
                type="button"
                className="button quiet icon-only small"
                title={t('remove')}
                aria-label={t('contact-remove', { name })}
                onClick={() => {
                  onChange(contactIds.filter((other) => other !== contactId))
                  announce(t('removed', { name }))
                }}
              >
                <Icon name="close" small />
              </button>
            </li>
          )
        })}
      </ul>
      <ChoiceBox label={t('contact-add')} placeholder={t('person-placeholder')} {...offer} onChoose={choose} />
    </section>
  )
}
