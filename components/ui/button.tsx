'use client'
import type { ComponentProps, ReactNode } from 'react'
import { useForm } from './form/form-context.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { useText } from './messages.tsx'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: Look
  small?: boolean
  icon?: IconName
  /** Disabled, but still reached by the keyboard, so that the reason beside it can be heard. */
  disabled?: boolean
}

const classes = (look: Look, small: boolean, extra = '') =>
  ['button', look !== 'plain' && look, small && 'small', extra].filter(Boolean).join(' ')

export function Button({
  look = 'plain',
  small = false,
  icon,
  disabled,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, small, className)}
      aria-disabled={disabled || undefined}
      onClick={(event) => (disabled ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} small />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  href,
  look = 'plain',
  small = false,
  icon,
  children,
  ...rest
}: { href: string; look?: Look; small?: boolean; icon?: IconName; children: ReactNode } & ComponentProps<'a'>) {
  return (
    <a {...rest} href={href} className={classes(look, small, rest.className)}>
      {icon && <Icon name={icon} small />}
      {children}
    </a>
  )
}

/** A button that submits the form around it. It shows that it is doing so, and cannot be pressed twice. */
export function SubmitButton({
  look = 'primary',
  small = false,
  icon,
  className,
  children,
  ...rest
}: Omit<ButtonProps, 'disabled' | 'type'>) {
  const { pending, ready } = useForm()
  const t = useText('forms')
  return (
    <button
      {...rest}
      type="submit"
      className={classes(look, small, className)}
      disabled={!ready}
      aria-disabled={pending || undefined}
    >
      {icon && <Icon name={icon} small />}
      {pending ? t('saving') : (children ?? t('save'))}
    </button>
  )
}
