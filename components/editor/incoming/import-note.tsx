'use client'
/**
 * Reports what became of the file this text was opened from: what was imported, what was left out, and what to check.
 */
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { formatList } from '#lib/format.ts'
import { changedKinds, type ImportReport, importedKinds, isWhole, omittedKinds } from '#lib/import/import-report.ts'
import { forgetReport, keptReport } from './import-report-storage.ts'
import styles from './incoming.module.css'

export function ImportNote({ releaseId, hasTitle }: { releaseId: string; hasTitle: boolean }) {
  const t = useText('arrivals')
  const { language } = useLocale()
  const [report, setReport] = useState<ImportReport | null>(null)
  useEffect(() => setReport(keptReport(releaseId)), [releaseId])
  if (!report) return null
  const { carried: imported, left: omitted } = report
  const list = (parts: string[]) => formatList(parts, language)
  const came = importedKinds
    .filter((kind) => imported[kind])
    .map((kind) => t(`carried-${kind}`, { count: imported[kind] }))
  const stayed = omittedKinds.filter((kind) => omitted[kind]).map((kind) => t(`left-${kind}`, { count: omitted[kind] }))
  const whole = isWhole(report)
  const close = () => {
    forgetReport(releaseId)
    setReport(null)
  }
  return (
    <section className={`notice ${whole ? 'ok' : ''} ${styles.note}`} aria-labelledby="import-note" lang={language}>
      <Icon name={whole ? 'check' : 'warn'} />
      <div>
        <h2 id="import-note">{t('report', { name: report.filename })}</h2>
        <ul>
          {!report.hasTitle && !hasTitle && <li>{t('report-title')}</li>}
          {came.length > 0 && <li>{t('report-carried', { what: list(came) })}</li>}
          {stayed.length > 0 && <li>{t('report-left', { what: list(stayed) })}</li>}
          {changedKinds
            .filter((kind) => omitted[kind])
            .map((kind) => (
              <li key={kind}>{t(`report-${kind}`, { count: omitted[kind] })}</li>
            ))}
          {whole && <li>{t('report-whole')}</li>}
        </ul>
      </div>
      <Button small look="quiet" onClick={close}>
        {t('dismiss')}
      </Button>
    </section>
  )
}
