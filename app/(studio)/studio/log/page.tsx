import { FilterChips } from '#components/list/filter-chips.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { countLog, type LogEntry, listLog, logBegan, logChoices } from '#db/events/log.ts'
import { existingThings } from '#db/events/things.ts'
import { lastCheck } from '#db/events/verify.ts'
import { formatNumber } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { requireRole } from '../../../auth.ts'
import { ChainNotice } from './chain-notice.tsx'
import {
  type AskedPlace,
  filterNames,
  type LogParams,
  logPath,
  readLogFilter,
  readPlace,
  text,
  writePlace,
} from './filter.ts'
import { chipsOf, Filters } from './filters.tsx'
import './log.css'
import { currentSettings } from '../../current-settings.ts'
import { LogTable } from './log-table.tsx'

const atOnce = 50

export default async function LogPage({ searchParams }: { searchParams: Promise<LogParams> }) {
  const owner = await requireRole('owner')
  const asked = await searchParams
  const settings = await currentSettings()
  const clock = { language: owner.language, timeZone: settings?.timeZone ?? 'UTC', now: new Date() }
  const filter = readLogFilter(asked, clock)
  const place = readPlace(asked)
  const [entries, found, total, began, check, choices] = await Promise.all([
    listLog(filter, { from: place.from, newer: place.newer, limit: atOnce }),
    countLog(filter),
    countLog(),
    logBegan(),
    lastCheck(),
    logChoices(),
  ])
  const t = translator(owner.language, 'audit-log')
  const chips = chipsOf({ asked, choices, clock })
  return (
    <Page
      heading={t('heading')}
      intro={t('intro')}
      actions={
        <form method="post" action="/studio/log/export">
          {filterNames.map((name) =>
            text(asked[name]) ? <input key={name} type="hidden" name={name} value={text(asked[name])} /> : null,
          )}
          <Button type="submit" icon="download">
            {t('export')}
          </Button>
        </form>
      }
    >
      <ChainNotice check={check} began={began} clock={clock} />
      <Filters asked={asked} choices={choices} clock={clock} />
      <FilterChips found={t('found', { found, total })} chips={chips} clear={logPath({})} language={owner.language} />
      {entries.length > 0 && (
        <LogTable entries={entries} things={await existingThings(entries)} clock={clock} post={filter.post} />
      )}
      {entries.length === 0 && chips.length > 0 && (
        <NoHits heading={t('no-hits')} chips={await withHits(chips, asked, clock)} language={owner.language} />
      )}
      {entries.length === 0 && chips.length === 0 && <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>}
      <Pages {...{ asked, entries, place, found, clock }} />
    </Page>
  )
}

const withHits = (chips: ReturnType<typeof chipsOf>, asked: LogParams, clock: StudioClock) =>
  Promise.all(
    chips.map(async (chip) => ({
      ...chip,
      hits: await countLog(readLogFilter({ ...asked, [chip.name]: undefined }, clock)),
    })),
  )

interface PagesProps {
  asked: LogParams
  entries: LogEntry[]
  place: AskedPlace
  found: number
  clock: StudioClock
}

/** The ways to newer and older entries. */
function Pages({ asked, entries, place: { first }, found, clock }: PagesProps) {
  const t = translator(clock.language, 'audit-log')
  const [newest, oldest] = [entries[0]?.event, entries.at(-1)?.event]
  if (!newest || !oldest || found <= entries.length) return null
  const last = first + entries.length - 1
  const number = (count: number) => formatNumber(count, clock.language)
  const before = (n: number) => logPath({ ...asked, before: writePlace(oldest), after: undefined, n: String(n) })
  const after = (n: number) => logPath({ ...asked, after: writePlace(newest), before: undefined, n: String(n) })
  return (
    <Pager
      label={t('pages')}
      range={t('range', { first: number(first), last: number(last), total: number(found) })}
      previous={
        first > 1
          ? {
              href:
                first > atOnce + 1
                  ? after(first - atOnce)
                  : logPath({ ...asked, before: undefined, after: undefined, n: undefined }),
              label: t('newer'),
            }
          : undefined
      }
      next={last < found ? { href: before(last + 1), label: t('older') } : undefined}
    />
  )
}
