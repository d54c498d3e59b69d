import { directionOf, rootLanguage } from '#lib/locale.ts'
import '../(newsroom)/newsroom.css'
import './preview.css'
import type { ReactNode } from 'react'
import { tabIcon } from '#components/newsroom/layout/icon-links.tsx'
import { anyPageContext } from '../(newsroom)/page-context.ts'

/**
 * The document of a readers' page round a text that is not live, in the language of the text. It does not check who may
 * see it.
 */
export async function NewsroomDocument({ language, children }: { language: string; children: ReactNode }) {
  const context = await anyPageContext(language)
  const spoken = context?.newsroom.language ?? rootLanguage
  return (
    <html lang={spoken} dir={directionOf(spoken)}>
      <head>
        {context && <style>{`html:root{--accent:${context.newsroom.accent}}`}</style>}
        <link rel="icon" href={context ? tabIcon(context.newsroom) : 'data:,'} />
        <script src="/newsroom.js" defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
