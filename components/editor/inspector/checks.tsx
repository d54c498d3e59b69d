'use client'
/**
 * Lists what stops a publication, what is worth a look and what passed, each with a link to its place and a fix where
 * there is one.
 */
import { useEffect, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Blocker } from '#lib/checks/blockers.ts'
import type { Finding } from '#lib/checks/rule.ts'
import type { Code, Report } from '#lib/checks/rules.ts'

type Found = Finding & { code: Code }

interface Props {
  blockers: Blocker[]
  /** Undefined until the checks have run. */
  report: Report | undefined
  onGo: (finding: Found) => void
  /** Returns whether the writer stays here. */
  onFix: (finding: Found) => boolean
}

/** The most findings of a kind that are listed; further ones are only counted. */
const maxOfAKind = 5

export function Checks({ blockers, report, onGo, onFix }: Props) {
  const t = useText('editor')
  const ct = useText('checks')
  const heading = useRef<HTMLHeadingElement>(null)
  const sayCounts = useAnnouncedCounts(blockers.length, report?.looks.length)
  const fix = (finding: Found, what: string) => {
    if (!onFix(finding)) return
    // Its button is gone with the finding.
    heading.current?.focus()
    announce(ct('fixed', { what }))
    sayCounts()
  }
  const rows = (found: Found[], tier: 'stop' | 'warn') => <Rows found={found} tier={tier} onGo={onGo} onFix={fix} />
  return (
    <section className="panel-sec" aria-labelledby="h-checks">
      <h2 id="h-checks" tabIndex={-1} ref={heading}>
        {t('before-it-goes')}
      </h2>
      {blockers.length > 0 ? (
        <>
          <p className="check-head stop">{t('blockers', { count: blockers.length })}</p>
          {rows(blockers, 'stop')}
        </>
      ) : (
        <ul className="checks">
          <li className="is-ok">
            <Icon name="check" small />
            <span>{t('no-blockers')}</span>
          </li>
        </ul>
      )}
      {report && report.looks.length > 0 && (
        <>
          <p className="check-head warn">{ct('looks', { count: report.looks.length })}</p>
          {rows(report.looks, 'warn')}
        </>
      )}
      {report && <Passed codes={report.passed} />}
    </section>
  )
}

interface RowsProps {
  found: Found[]
  tier: 'stop' | 'warn'
  onGo: (finding: Found) => void
  onFix: (finding: Found, what: string) => void
}

function Rows({ found, tier, onGo, onFix }: RowsProps) {
  const ct = useText('checks')
  const kinds = [...Map.groupBy(found, ({ code }) => code)]
  return (
    <ul className="checks">
      {kinds.flatMap(([code, ofKind]) => [
        ...ofKind
          .slice(0, maxOfAKind)
          .map((finding) => <Row key={keyOf(finding)} finding={finding} tier={tier} onGo={onGo} onFix={onFix} />),
        ofKind.length > maxOfAKind && (
          <li key={`${code}-more`}>
            <span className="why more">{ct('more', { count: ofKind.length - maxOfAKind })}</span>
          </li>
        ),
      ])}
    </ul>
  )
}

const keyOf = ({ code, place, values }: Found) => `${code} ${JSON.stringify([place, values])}`

function Row({ finding, tier, onGo, onFix }: Omit<RowsProps, 'found'> & { finding: Found }) {
  const t = useText('editor')
  const ct = useText('checks')
  const { code, place, values = {}, fix } = finding
  const what = ct(code, values)
  const why = `${code}-why` as const
  const remedy = fix && has(ct, `${code}-fix`) && ct(`${code}-fix` as 'no-card-fix', values)
  const elsewhere = fix && pageOf(fix)
  return (
    <li className={`is-${tier}`}>
      <Icon name={tier} small />
      <span>
        {what} {has(ct, why) && <span className="why">{ct(why, values)}</span>}
        {remedy && elsewhere && (
          <a className="fix" href={elsewhere} aria-label={`${remedy}: ${what}`}>
            {remedy}
          </a>
        )}
        {remedy && !elsewhere && (
          <button
            type="button"
            className="text-button fix"
            aria-label={`${remedy}: ${what}`}
            onClick={() => onFix(finding, what)}
          >
            {remedy}
          </button>
        )}
      </span>
      {place.part === 'release' ? (
        <a href={`/studio/releases/${place.releaseId}`} aria-label={`${ct('open')}: ${what}`}>
          {ct('open')}
        </a>
      ) : (
        <button
          type="button"
          className="text-button"
          aria-label={`${t('go-there')}: ${what}`}
          onClick={() => onGo(finding)}
        >
          {t('go-there')}
        </button>
      )}
    </li>
  )
}

/** Returns the page on which a fix is made, where that is not the text itself. */
function pageOf(fix: NonNullable<Finding['fix']>): string | undefined {
  if (fix.act === 'library') return `/studio/media?item=${fix.mediaId}#field-credit`
  return fix.act === 'fill-in' ? fix.path : undefined
}

type Text = ReturnType<typeof useText<'checks'>>
type Key = Parameters<Text>[0]

const has = (t: Text, key: string): key is Key => t.has(key as Key)

function Passed({ codes }: { codes: Code[] }) {
  const ct = useText('checks')
  if (codes.length === 0) return null
  return (
    <details className="done">
      <summary>{ct('passed', { count: codes.length })}</summary>
      <ul className="checks">
        {codes.map((code) => (
          <li className="is-ok" key={code}>
            <Icon name="check" small />
            <span>{ct(`${code}-ok`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/**
 * Announces the counts once they have stood still: a writer is not interrupted in the middle of a sentence. The
 * returned function has the next counts announced even if they are the same.
 */
function useAnnouncedCounts(stops: number, looks: number | undefined): () => void {
  const ct = useText('checks')
  const text = looks === undefined ? undefined : ct('counts', { stops, looks })
  const before = useRef<string>(undefined)
  useEffect(() => {
    if (text === undefined || before.current === text) return
    if (before.current === undefined) {
      before.current = text
      return
    }
    const timer = setTimeout(() => {
      before.current = text
      announce(text)
    }, 1_500)
    return () => clearTimeout(timer)
  }, [text])
  return () => {
    before.current = ''
  }
}
