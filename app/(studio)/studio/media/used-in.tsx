import { Icon } from '#components/ui/icon.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { MediaUse } from '#db/media/uses.ts'
import { statusOf } from '#db/releases.ts'
import { inLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type Clock, formatDay } from '#lib/time/format.ts'

/** Every text, portrait and logo that shows the image, with a link to each. */
export function UsedIn({ uses, clock }: { uses: MediaUse[]; clock: Clock }) {
  const t = translator(clock.language, 'media')
  return (
    <div>
      <div className="sec-head">
        <h3>{t('used-in')}</h3>
        <span className="n">{uses.length}</span>
      </div>
      {uses.length === 0 && <p className="facts">{t('unused-text')}</p>}
      <ul className="used">
        {uses.map((use) => (
          <li key={use.id}>
            <Use use={use} clock={clock} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Use({ use, clock }: { use: MediaUse; clock: Clock }) {
  const t = translator(clock.language, 'media')
  if (use.noun === 'release') return <ReleaseUse use={use} clock={clock} />
  const isPerson = use.noun === 'person'
  return (
    <>
      <Icon name={isPerson ? 'user' : 'organisations'} small />
      <div>
        <a href={`/studio/${isPerson ? 'people' : 'organisations'}/${use.id}`}>
          {isPerson ? use.name : inLanguage(use.name, clock.language)}
        </a>
        <p className="m">{t(isPerson ? 'as-portrait' : 'as-logo')}</p>
      </div>
    </>
  )
}

function ReleaseUse({ use, clock }: { use: Extract<MediaUse, { noun: 'release' }>; clock: Clock }) {
  const t = translator(clock.language, 'media')
  const statuses = translator(clock.language, 'statuses')
  const status = statusOf(use.release, new Date())
  const shown = use.in.includes('live') ? status : 'draft'
  const { publishAt } = use.release
  const state =
    shown !== 'draft'
      ? [statuses(shown), publishAt && formatDay(publishAt, clock)].filter(Boolean).join(' ')
      : t(use.in.includes('draft') ? 'in-draft' : 'in-earlier')
  return (
    <>
      <StatusGlyph displayStatus={shown} />
      <div>
        <a href={`/studio/releases/${use.id}`}>{use.title || t('untitled')}</a>
        <p className="m">{`${state} · ${use.language.toUpperCase()}`}</p>
      </div>
    </>
  )
}
