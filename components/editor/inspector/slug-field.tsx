'use client'
/** The field for the address of a text: the one typed, else the one made from its title. */
import { useEffect, useRef, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { maxSlug, needsTable, slugFrom, type Transliterate } from '#lib/slug-form.ts'
import { Labelled } from './labelled.tsx'

interface Props {
  slug: string
  title: string
  prefix: string
  onChange: (slug: string) => void
}

export function SlugField({ slug, title, prefix, onChange }: Props) {
  const t = useText('editor')
  const [typed, setTyped] = useState(slug)
  /** What was typed before its letters could be transliterated. */
  const unread = useRef('')
  const slugify = useSlugify([typed, title], (read) => {
    if (unread.current) onChange(read(unread.current))
    unread.current = ''
  })
  // Letters that cannot be in an address are replaced; the field shows that once it is left.
  const change = (text: string) => {
    setTyped(text)
    const made = slugify(text)
    unread.current = made === undefined ? text : ''
    if (made !== undefined) onChange(made)
  }
  const made = slugify(typed)
  const shown = made || slugify(title)
  return (
    <Labelled label={t('slug')} hint={t('slug-hint')}>
      {(id) => (
        <>
          <input
            className="input"
            id={id}
            name="slug"
            value={made === undefined || made === slug ? typed : slug}
            maxLength={maxSlug}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={slugify(title)}
            aria-describedby={`${id}-hint ${id}-address`}
            onChange={(event) => change(event.target.value)}
            onBlur={() => made !== undefined && setTyped(made)}
          />
          <p className="hint" id={`${id}-address`}>
            {shown ? `${prefix}${shown}` : t('slug-from-title')}
          </p>
        </>
      )}
    </Labelled>
  )
}

let table: Transliterate | undefined

/**
 * Makes addresses as the server does. The table for scripts other than Latin is fetched when one of the texts needs it;
 * until then, and where it cannot be fetched, such a text has no address here and the server makes it.
 */
function useSlugify(texts: string[], onRead: (slugify: (text: string) => string) => void) {
  const [, setRead] = useState(table !== undefined)
  const isMissing = !table && texts.some(needsTable)
  const told = useRef(onRead)
  told.current = onRead
  useEffect(() => {
    if (!isMissing) return
    const fetched = import('any-ascii').then(({ default: transliterate }) => {
      table = transliterate
      setRead(true)
      told.current((text) => slugFrom(text, transliterate))
    })
    fetched.catch(() => {})
  }, [isMissing])
  return (text: string): string | undefined => {
    if (table) return slugFrom(text, table)
    return needsTable(text) ? undefined : slugFrom(text, String)
  }
}
