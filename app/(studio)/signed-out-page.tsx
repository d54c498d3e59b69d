import type { ReactNode } from 'react'
import { NewsroomMark } from '#components/ui/brand-mark.tsx'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import { type Language, languages, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

interface Props {
  language: Language
  /** The address of the same page without its language, to link to other languages. */
  path: string
  house: { name: string; mark: BrandMark | null; href: string } | undefined
  className: string
  footer: ReactNode
  children: ReactNode
}

/** The frame of the pages outside the studio: sign-in and set-up. */
export function SignedOutPage({ language, path, house, className, footer, children }: Props) {
  const others = languages.filter((other) => other !== language)
  const address = (other: Language) => `${path}${path.includes('?') ? '&' : '?'}language=${other}`
  return (
    <>
      <a className="skip" href="#main">
        {translator(language, 'studio')('skip')}
      </a>
      <div className="signed-out" lang={language}>
        <header>
          {house ? (
            <a className="house" href={house.href}>
              <NewsroomMark mark={house.mark} />
              {house.name}
            </a>
          ) : (
            <span className="house">Pressrum</span>
          )}
          {others.map((other) => (
            <a key={other} href={address(other)} lang={other} hrefLang={other}>
              {rulesOf(other).name}
            </a>
          ))}
        </header>
        <main className={className} id="main">
          {children}
        </main>
        <footer>{footer}</footer>
      </div>
    </>
  )
}
