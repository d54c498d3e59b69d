'use client'
/** Search and filters of a list. A choice acts at once; what is typed acts when it is sent, by Enter. */
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { maxTyped } from '#lib/search/terms.ts'

interface Filter {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
}

interface Props {
  label: string
  /** The address of the list without its filters. */
  path: string
  search: { label: string; value: string }
  filters: Filter[]
  /** Parts of the address that stay as they are. */
  kept?: Record<string, string>
  /** What else stands in the row. */
  children?: ReactNode
}

export function FilterForm({ label, path, search, filters, kept = {}, children }: Props) {
  const t = useText('lists')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const chosen = filters.filter(({ value }) => value).length
  const act = () => {
    if (!form.current) return
    const asked = [...new FormData(form.current)].filter(([, value]) => typeof value === 'string' && value.trim())
    const query = new URLSearchParams(asked as [string, string][])
    router.push(query.size ? `${path}?${query}` : path, { scroll: false })
  }
  return (
    <search aria-label={label}>
      <form
        ref={form}
        className="filters"
        action={path}
        onSubmit={(event) => {
          event.preventDefault()
          act()
        }}
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="searchbox">
          <Icon name="search" />
          <label className="vh" htmlFor="q">
            {search.label}
          </label>
          <input
            // A search that is taken away as a chip leaves the field, too.
            key={search.value}
            className="input"
            type="search"
            id="q"
            name="q"
            placeholder={search.label}
            defaultValue={search.value}
            maxLength={maxTyped}
          />
        </div>
        {filters.length > 0 && (
          <button
            className="button filter-toggle"
            type="button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('filter')} {chosen > 0 && <b>{chosen}</b>}
          </button>
        )}
        <div className={isOpen ? 'filter-choices open' : 'filter-choices'}>
          {filters.map((filter) => (
            <Choice key={filter.name} {...filter} onChange={act} />
          ))}
          {children}
        </div>
        <noscript>
          <button className="button" type="submit">
            {t('show')}
          </button>
        </noscript>
      </form>
    </search>
  )
}

const Choice = ({ name, label, value, options, onChange }: Filter & { onChange: () => void }) => (
  <>
    <label className="vh" htmlFor={name}>
      {label}
    </label>
    <select key={value} className="input auto" id={name} name={name} defaultValue={value} onChange={onChange}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </>
)
