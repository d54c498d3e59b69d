import '#components/tokens.css'
import './studio.css'
import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="sv">
      <body>{children}</body>
    </html>
  )
}
