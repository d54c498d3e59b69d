'use client'
/** The menu itself. Imported only on demand. */
import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export interface MenuChoice {
  key: string
  name: string
  icon?: IconName
  /** The keys that can be typed instead. */
  typed?: string
}

export interface MenuGroup {
  /** The name of the group, unless it is the menu's only one. */
  name?: string
  choices: MenuChoice[]
}

interface Props {
  button: RefObject<HTMLButtonElement | null>
  label: string
  groups: MenuGroup[]
  chosen: string | undefined
  placement: 'bottom start' | 'bottom end' | undefined
  openAt: 'first' | 'last'
  onChoose: (key: string) => void
  onClose: () => void
}

export function MenuList({ button, label, groups, chosen, placement = 'bottom start', openAt, ...props }: Props) {
  const { onChoose, onClose } = props
  return (
    <Popover
      className="menu drop-menu"
      triggerRef={button}
      aria-label={label}
      placement={placement}
      offset={2}
      isOpen
      onOpenChange={onClose}
    >
      <Menu
        aria-label={label}
        autoFocus={openAt}
        onAction={(key) => onChoose(String(key))}
        onClose={onClose}
        {...(chosen !== undefined && { selectionMode: 'single' as const, selectedKeys: [chosen] })}
      >
        {groups.map(({ name, choices }) =>
          name === undefined ? (
            choices.map(asItem)
          ) : (
            <MenuSection key={name}>
              <Header className="group">{name}</Header>
              {choices.map(asItem)}
            </MenuSection>
          ),
        )}
      </Menu>
    </Popover>
  )
}

const asItem = ({ key, name, icon, typed }: MenuChoice) => (
  <MenuItem key={key} id={key} textValue={name} className="drop-item">
    {icon && <Icon name={icon} />}
    <span>{name}</span>
    {typed && <kbd>{typed}</kbd>}
  </MenuItem>
)
