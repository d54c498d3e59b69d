import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { notedByName } from '#db/types.ts'
import type { DeskNotification } from '#db/users/desk-notifications.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { openNotification, readAll } from './actions.ts'
import { FewRows } from './few-rows.tsx'
import { DeskSection } from './section.tsx'

/** What the member has been told of the work on texts, what is unread first and marked. */
export function Told({ told, clock }: { told: DeskNotification[]; clock: StudioClock }) {
  const t = translator(clock.language, 'notifications')
  if (told.length === 0) return null
  const unread = told.filter(({ isUnread }) => isUnread).length
  return (
    <DeskSection
      id="told"
      heading={t('heading')}
      count={told.length}
      act={
        unread > 0 && (
          <ActionForm action={readAll} className="" askBeforeLeaving={false}>
            <SubmitButton look="quiet" small>
              {t('read-all')}
            </SubmitButton>
          </ActionForm>
        )
      }
      empty={false}
    >
      <FewRows language={clock.language}>
        {told.map((one) => (
          <ToldRow key={one.id} told={one} clock={clock} />
        ))}
      </FewRows>
    </DeskSection>
  )
}

function ToldRow({ told, clock }: { told: DeskNotification; clock: StudioClock }) {
  const t = translator(clock.language, 'notifications')
  const { id, kind, by, note, at, isUnread } = told
  const title = told.title.replaceAll('\u00ad', '').trim() || t('untitled')
  const step = t(`step-${kind}`, { name: by || t('somebody'), note })
  return (
    <li>
      <span className={isUnread ? 'unread' : undefined}>{isUnread && <span className="vh">{t('unread')}</span>}</span>
      <div>
        <b className="t" lang={told.language}>
          {title}
        </b>
        <p className="m">{[step, whenName(at, clock)].join(' · ')}</p>
        {note && !notedByName.includes(kind) && <blockquote>{note}</blockquote>}
      </div>
      <div className="do also">
        <ActionForm action={openNotification.bind(null, id)} className="" askBeforeLeaving={false}>
          <SubmitButton look="plain">
            {t('open')}
            <span className="vh"> {t('open-of', { title })}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  )
}
