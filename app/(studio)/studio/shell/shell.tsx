'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useCallback, useState } from 'react'
import { Initials, NewsroomMark } from '#components/ui/brand-mark.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import { AccountMenu } from './account-menu.tsx'
import { isCurrentItem, type NavigationItem } from './navigation.ts'
import { Palette, useFindKey } from './palette.tsx'

interface Props {
  newsroom: { name: string; mark: BrandMark | null; path: string }
  /** The name of the member. */
  name: string
  places: NavigationItem[]
  saveLanguage: (language: string) => Promise<void>
  /** The bar while crisis mode is on. */
  crisis: ReactNode
  children: ReactNode
}

/** Whether the page is the editor, which needs the width: the rail then shows only icons. */
const isEditor = (path: string) => /^\/studio\/releases\/(?!new$)[^/]+(?:\/translation)?$/.test(path)

/**
 * The frame of the studio. Its links are plain: the browser asks before unsaved work is left, and each page is whole.
 */
export function Shell({ newsroom, name, places: navigation, saveLanguage, crisis, children }: Props) {
  const t = useText('studio')
  const path = usePathname()
  const [finding, setFinding] = useState(false)
  const find = useCallback(() => setFinding(true), [])
  useFindKey(find)
  const link = (item: NavigationItem) => (
    <a href={item.href} aria-current={isCurrentItem(item, path) ? 'page' : undefined}>
      <Icon name={item.icon} />
      <span className="label">{t(item.key)}</span>
      {item.news !== undefined && (
        <>
          <span className="news" aria-hidden="true">
            {item.news}
          </span>
          <span className="vh">
            {t(item.key === 'questions' ? 'open-question-count' : 'new-notification-count', { count: item.news })}
          </span>
        </>
      )}
    </a>
  )
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className={isEditor(path) ? 'shell slim editor-shell' : 'shell'}>
        {crisis}
        <nav className="rail" aria-label={t('rail')}>
          <a className="house" href="/studio">
            <NewsroomMark mark={newsroom.mark} />
            <span className="label">{newsroom.name}</span>
          </a>
          <button
            className="find"
            type="button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Meta+K Control+K"
            onClick={find}
          >
            <Icon name="search" />
            <span className="label">{t('find')}</span>
            <kbd>⌘K</kbd>
          </button>
          <ul className="places">
            {navigation.map((item) => (
              <li key={item.href} className={item.rare ? 'rare' : undefined}>
                {link(item)}
              </li>
            ))}
            <li className="more">
              <button type="button" popoverTarget="more">
                <Icon name="menu" />
                <span className="label">{t('more')}</span>
              </button>
            </li>
          </ul>
          <div className="me">
            <a href={newsroom.path}>
              <Icon name="external" />
              <span className="label">{t('show-newsroom')}</span>
            </a>
            <button type="button" popoverTarget="me">
              <Initials name={name} />
              <span className="label">{name}</span>
            </button>
          </div>
        </nav>
        <div className="menu-sheet" id="more" popover="auto">
          {navigation
            .filter((item) => item.rare)
            .map((item) => (
              <a key={item.href} href={item.href}>
                <Icon name={item.icon} />
                {t(item.key)}
              </a>
            ))}
          <button type="button" popoverTarget="more" popoverTargetAction="hide" onClick={find}>
            <Icon name="search" />
            {t('find')}
          </button>
          <a href={newsroom.path}>
            <Icon name="external" />
            {t('show-newsroom')}
          </a>
          <AccountMenu name={name} saveLanguage={saveLanguage} />
        </div>
        <div className="menu-sheet me-sheet" id="me" popover="auto">
          <AccountMenu name={name} saveLanguage={saveLanguage} />
        </div>
        {children}
      </div>
      <Palette open={finding} places={navigation} onClose={() => setFinding(false)} />
    </>
  )
}
