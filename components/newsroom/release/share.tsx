import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { PageSection } from '../layout/page-section.tsx'

/** Returns each service's own address for sharing a page. Nothing of theirs is loaded on our page. */
function sharesOf(title: string, url: string): { name: string; href: string }[] {
  const [text, link] = [encodeURIComponent(plainText(title).toWellFormed()), encodeURIComponent(url)]
  return [
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${link}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text}%20${link}` },
    { name: 'X', href: `https://x.com/intent/post?text=${text}&url=${link}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${link}` },
  ]
}

/** Plain links that share a release: by mail, or where somebody has an account. */
export function Share({ title, url, language }: { title: string; url: string } & Pick<LiveNewsroom, 'language'>) {
  const t = translator(language, 'newsroom')
  const subject = encodeURIComponent(plainText(title).toWellFormed())
  return (
    <PageSection id={t('anchors.share')} title={t('share')} className="no-print">
      <ul className="topics">
        <li>
          <a href={`mailto:?subject=${subject}&body=${encodeURIComponent(url)}`}>{t('by-mail')}</a>
        </li>
        {sharesOf(title, url).map(({ name, href }) => (
          <li key={name}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
