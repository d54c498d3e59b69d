'use client'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Companion } from '#db/releases/publication/together.ts'
import { formatList } from '#lib/format.ts'

/** Says which texts go along when one of them is moved or published, and who outside has one of them. */
export function MovingTogether({ companions }: { companions: Companion[] }) {
  const t = useText('together')
  const { language } = useLocale()
  if (companions.length === 0) return null
  const titles = companions.map(({ title }) => title || t('untitled'))
  const holders = [...new Set(companions.flatMap((companion) => companion.holders))]
  return (
    <>
      <p>{t('moves-along', { titles: formatList(titles, language) })}</p>
      {holders.length > 0 && <p>{t('along-told', { names: formatList(holders, language) })}</p>}
    </>
  )
}
