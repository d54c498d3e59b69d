import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import type { TrashedThing } from '#db/trash/list.ts'
import { translator } from '#lib/messages.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { titleOf } from '../title-of.ts'
import { restoreOne } from './actions.ts'

/** What lies in the trash: who threw it away and when, and how long it can be restored. */
export function TrashTable({ things, clock }: { things: TrashedThing[]; clock: StudioClock }) {
  const t = translator(clock.language, 'trash')
  return (
    <table className="sheet">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-check">
            <SelectPageBox />
          </th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('thrown')}</th>
          <th scope="col">{t('gone')}</th>
          <th scope="col">
            <span className="vh">{t('restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {things.map((thing) => {
          const name =
            thing.noun === 'release'
              ? titleOf({ title: thing.name, opening: thing.opening }, clock.language)
              : thing.name
          return (
            <tr key={thing.id}>
              <td className="c-check">
                <SelectBox id={thing.id} name={name} />
              </td>
              <td className="c-title">
                <span className="t" lang={thing.language}>
                  {name}
                </span>
                {thing.language && <p className="m">{thing.language.toUpperCase()}</p>}
              </td>
              <td className="c-status">
                <time dateTime={thing.at.toISOString()}>{capital(whenName(thing.at, clock))}</time>
                {thing.by && <p className="m">{t('by', { name: thing.by })}</p>}
              </td>
              <td className="c-when">
                <time dateTime={thing.emptyAt.toISOString()}>{capital(whenName(thing.emptyAt, clock))}</time>
              </td>
              <td className="c-lang">
                <ActionForm action={restoreOne.bind(null, thing.noun, thing.id)} askBeforeLeaving={false} className="">
                  <SubmitButton look="quiet" small icon="restore" aria-label={`${t('restore')}: ${name}`}>
                    {t('restore')}
                  </SubmitButton>
                </ActionForm>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
