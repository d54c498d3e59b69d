'use client'
/** The lines of a picker under their headings, with what can be made last. */
import { Fragment, type ReactNode } from 'react'
import { plainName } from '#lib/search/near-names.ts'
import { Icon } from '../icon.tsx'
import type { Line } from './choice-lines.ts'
import { Face } from './face.tsx'
import type { Choices } from './use-choices.ts'

interface Props {
  label: string
  lines: Line[]
  choices: Choices
  typed: string
  /** Says what a line makes. */
  makes: ((name: string) => string) | undefined
}

/** Where more can be made than these, the lines that make them scroll with the others. */
const mostInView = 2

export function ChoiceList({ label, lines, choices, typed, makes }: Props) {
  const [own, made] = [lines.filter(isOwn), lines.filter((line) => !isOwn(line))]
  const groups = [...Map.groupBy(own, ({ group = '' }) => group)]
  const option = (line: Line) => (
    <Option key={line.key} {...{ line, choices, typed, makes }} id={`${choices.id}-${lines.indexOf(line)}`} />
  )
  return (
    <div id={`${choices.id}-list`} role="listbox" aria-label={label}>
      {groups.map(([name, members]) =>
        name ? (
          <Group key={name} name={name}>
            {members.map(option)}
          </Group>
        ) : (
          <Fragment key={name}>{members.map(option)}</Fragment>
        ),
      )}
      {made.length > 0 && (
        <div
          role="presentation"
          className={own.length > 0 && made.length <= mostInView ? 'made in-view' : own.length > 0 ? 'made' : undefined}
        >
          {made.map(option)}
        </div>
      )}
    </div>
  )
}

/** Whether a line stands among what can be chosen: a name with a heading of its own does. */
const isOwn = ({ isNew, group }: Line) => !isNew || group !== undefined

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <fieldset aria-label={name}>
    <p className="group" role="presentation">
      {name}
    </p>
    {children}
  </fieldset>
)

interface OptionProps extends Pick<Props, 'choices' | 'typed' | 'makes'> {
  line: Line
  id: string
}

function Option({ line, id, choices, typed, makes }: OptionProps) {
  const { isNew, name, about, at, face, icon, unfit } = line
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={line.key === choices.active?.key}
      aria-disabled={unfit ? true : undefined}
      className={isNew ? 'choice-option new' : 'choice-option'}
      // The caret stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={() => choices.take(line)}
    >
      {isNew ? (
        <Icon name="plus" />
      ) : face !== undefined ? (
        <Face name={name} src={face} />
      ) : (
        icon && <Icon name={icon} />
      )}
      <span>
        {isNew ? (
          makes?.(name)
        ) : (
          <b>
            <Marked text={name} typed={typed} />
          </b>
        )}
        {(unfit ?? about) && <span className="what">{unfit ?? about}</span>}
      </span>
      {at && <span className="at">{at}</span>}
    </div>
  )
}

/** A name with what has been typed of it marked. */
function Marked({ text, typed }: { text: string; typed: string }) {
  const name = text.normalize('NFC')
  const wanted = plainName(typed)
  const from = wanted ? name.toLocaleLowerCase().indexOf(wanted) : -1
  if (from < 0 || name.toLocaleLowerCase().length !== name.length) return name
  return (
    <>
      {name.slice(0, from)}
      <mark>{name.slice(from, from + wanted.length)}</mark>
      {name.slice(from + wanted.length)}
    </>
  )
}
