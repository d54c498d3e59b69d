import type { Chip } from '#components/list/filter-chips.tsx'
import { FilterForm } from '#components/list/filter-form.tsx'
import { type logChoices, outsiders } from '#db/events/log.ts'
import { collator } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { isDay } from '#lib/time/days.ts'
import { longDay, type StudioClock } from '#lib/time/phrases.ts'
import { filterNames, type LogParams, logPath, periods, text } from './filter.ts'
import { nounName, verbName } from './words.ts'

interface Props {
  asked: LogParams
  choices: Awaited<ReturnType<typeof logChoices>>
  clock: StudioClock
}

/** Returns what each filter can be, in words. */
function optionsOf({ choices, clock: { language } }: Omit<Props, 'asked'>) {
  const t = translator(language, 'audit-log')
  const sorted = (options: { value: string; label: string }[]) =>
    options.toSorted((a, b) => collator(language).compare(a.label, b.label))
  return {
    who: [
      ...sorted(choices.members.map(({ id, name }) => ({ value: id, label: name }))),
      ...outsiders.map((who) => ({ value: who as string, label: t(who) })),
    ],
    noun: sorted(choices.nouns.map((noun) => ({ value: noun, label: nounName(noun, language) }))),
    verb: sorted(choices.verbs.map((verb) => ({ value: verb, label: verbName(verb, language) }))),
    when: periods.map((period) => ({ value: period as string, label: t(`when-${period}`) })),
  }
}

/** The search and the filters of the log. */
export function Filters({ asked, choices, clock }: Props) {
  const t = translator(clock.language, 'audit-log')
  const options = optionsOf({ choices, clock })
  const picksDays = text(asked.when) === 'days'
  return (
    <FilterForm
      label={t('heading')}
      path="/studio/log"
      search={{ label: t('search'), value: text(asked.q) }}
      filters={(['who', 'noun', 'verb', 'when'] as const).map((name) => ({
        name,
        label: t(name),
        value: text(asked[name]),
        options: [{ value: '', label: t(`all-${name}`) }, ...options[name]],
      }))}
    >
      {picksDays && (
        <>
          {(['from', 'to'] as const).map((name) => (
            <label key={name} className="log-day">
              {t(name)}
              <input className="input auto" type="date" name={name} defaultValue={text(asked[name])} />
            </label>
          ))}
          <button className="button" type="submit">
            {t('show')}
          </button>
        </>
      )}
    </FilterForm>
  )
}

/** Returns the filters that hold, each with the address of the log without it. */
export function chipsOf({ asked, choices, clock }: Props): Chip[] {
  const t = translator(clock.language, 'audit-log')
  const options = optionsOf({ choices, clock })
  const said = (name: (typeof filterNames)[number], value: string): string => {
    if (name === 'from' || name === 'to') return isDay(value) ? longDay(value, clock.language) : value
    if (name === 'q' || name === 'post') return value
    return options[name].find((option) => option.value === value)?.label ?? value
  }
  return filterNames.flatMap((name) => {
    const value = text(asked[name])
    if (!value || (name === 'when' && value === 'days')) return []
    const without = logPath({ ...asked, [name]: undefined, before: undefined, after: undefined, n: undefined })
    return [{ name, label: t(name), value: said(name, value), without }]
  })
}
