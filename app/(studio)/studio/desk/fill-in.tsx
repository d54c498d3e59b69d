import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import type { Stub } from '#db/reminders/stubs.ts'
import { formatList, languageName } from '#lib/format.ts'
import { fillInPath, type Gap, type StubNoun } from '#lib/gaps.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { capital } from '#lib/time/phrases.ts'
import { FewRows } from './few-rows.tsx'
import { DeskSection } from './section.tsx'

const icons: Record<StubNoun, IconName> = {
  person: 'user',
  organisation: 'organisations',
  topic: 'topics',
  series: 'series',
}

/** What was left for later where something was added in the middle of a text, each with a link to the field. */
export function FillIn({ stubs, language }: { stubs: Stub[]; language: Language }) {
  const t = translator(language, 'studio')
  if (stubs.length === 0) return null
  return (
    <DeskSection id="fill-in" heading={t('can-be-filled-in')} count={stubs.length} empty={false}>
      <FewRows language={language}>
        {stubs.map((stub) => (
          <Row key={stub.id} stub={stub} language={language} />
        ))}
      </FewRows>
    </DeskSection>
  )
}

function Row({ stub: { noun, id, name, gaps }, language }: { stub: Stub; language: Language }) {
  const t = translator(language, 'studio')
  const [first] = gaps
  if (!first) return null
  const href = fillInPath(noun, id, first)
  const nameOf = ({ what, language: code = language }: Gap) =>
    t(`gap-${what}`, { language: languageName(code, language) })
  return (
    <li>
      <Icon name={icons[noun]} />
      <div>
        <a className="t" href={href}>
          {name}
        </a>
        <p className="m">{capital(formatList(gaps.map(nameOf), language))}</p>
      </div>
      <div className="do">
        <ButtonLink small href={href}>
          {t('fill-in')}
          <span className="vh"> {name}</span>
        </ButtonLink>
      </div>
    </li>
  )
}
