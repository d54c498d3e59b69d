import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { BrandMark } from './organisation-mark.tsx'
import { PageSection } from './page-section.tsx'

/** Splits plain text into paragraphs at empty lines. */
export const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).filter(Boolean)

/** The boilerplate: what the organisation says about itself, under everything it publishes. */
export function Boilerplate({ newsroom: { language, name, texts } }: { newsroom: LiveNewsroom }) {
  const t = translator(language, 'newsroom')
  if (!texts.boilerplate) return null
  return (
    <PageSection id={t('anchors.about')} title={withSoftHyphens(t('about', { name }), language)}>
      {paragraphs(texts.boilerplate).map((text) => (
        <p key={text} className="text about">
          {hyphenateText(text, language)}
        </p>
      ))}
    </PageSection>
  )
}

/** The funders, with their logos. */
export function Funders({ newsroom: { language, texts, funders } }: { newsroom: LiveNewsroom }) {
  const t = translator(language, 'newsroom')
  if (funders.length === 0 && !texts.fundersLine) return null
  return (
    <PageSection id={t('anchors.funders')} title={t('funders')}>
      {texts.fundersLine && <p className="small quiet">{hyphenateText(texts.fundersLine, language)}</p>}
      {funders.length > 0 && (
        <ul className="funders">
          {funders.map((funder) => (
            <li key={funder.name}>
              <BrandMark organisation={funder} />
              <span lang={funder.nameIn}>{withSoftHyphens(funder.name, funder.nameIn ?? language)}</span>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  )
}
