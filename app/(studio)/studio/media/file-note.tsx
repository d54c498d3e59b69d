import { Icon } from '#components/ui/icon.tsx'
import type { Media } from '#db/schema/library.ts'
import { formatBytes, formatNumber } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { fileTypeOf, kindOf } from '#lib/media/library-item.ts'
import { translator } from '#lib/messages.ts'

/** The line under a file's name: its size, or what has to be decided before it can be used. */
export function FileNote({ file, language }: { file: Media; language: Language }) {
  const t = translator(language, 'media')
  if (kindOf(file.mime) === 'document') {
    const size = formatBytes(file.bytes, language)
    return <span className="m">{t('document-facts', { type: t(fileTypeOf(file.mime)), size })}</span>
  }
  if (file.licence) {
    return <span className="m">{`${formatNumber(file.width, language)} × ${formatNumber(file.height, language)}`}</span>
  }
  return (
    <span className="flag">
      <Icon name="warn" small />
      {t('no-licence')}
    </span>
  )
}
