'use client'
/** A button with a question that must be answered before something that cannot simply be undone. */
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import type { Question } from './confirmation.tsx'
import type { IconName } from './icon-paths.ts'
import { OnDemand, onDemand } from './on-demand.tsx'

const confirmation = onDemand(async () => (await import('./confirmation.tsx')).Confirmation)

interface Props extends Question {
  /** The label of the button that opens the question. */
  trigger: ReactNode
  triggerIcon?: IconName
  triggerLook?: 'plain' | 'quiet' | 'danger'
  triggerClass?: string
  small?: boolean
}

export function ConfirmDialog(props: Props) {
  const { trigger, triggerIcon, triggerLook = 'quiet', triggerClass, small, ...question } = props
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look={triggerLook}
        className={triggerClass}
        icon={triggerIcon}
        small={small}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {trigger}
      </Button>
      {open && <OnDemand part={confirmation} {...question} onClose={() => setOpen(false)} />}
    </>
  )
}
