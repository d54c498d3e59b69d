'use client'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLanguageNames, useText } from '#components/ui/messages.tsx'
import type { OrganisationKind } from '#db/organisations.ts'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import type { Language, Localized } from '#lib/locale.ts'
import type { LibraryItem } from '#lib/media/library-item.ts'
import { MarkField } from './mark-field.tsx'

interface Props {
  action: FormAction
  version?: number
  organisation: {
    kind: OrganisationKind
    name: Localized
    url: string
    mark: BrandMark | null
    logo: LibraryItem | null
  }
  languages: Language[]
}

const kinds: OrganisationKind[] = ['owner', 'partner', 'funder']

export function OrganisationForm({ action, version, organisation, languages }: Props) {
  const t = useText('organisations')
  const names = useLanguageNames()
  return (
    <ActionForm action={action} version={version} className="form">
      <section className="form-sec" aria-labelledby="h-name">
        <header>
          <h2 id="h-name">{t('name-section')}</h2>
        </header>
        <div className="body">
          <div className={languages.length > 1 ? 'two' : undefined}>
            {languages.map((code) => (
              <TextField
                key={code}
                name={`name.${code}`}
                label={languages.length > 1 ? t('name-in', { language: names(code) }) : t('name')}
                lang={code}
                defaultValue={organisation.name[code]}
              />
            ))}
          </div>
          <TextField
            name="url"
            label={t('url')}
            type="url"
            placeholder="https://example.org"
            defaultValue={organisation.url}
          />
          <RadioGroup
            name="kind"
            label={t('kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(kind), hint: t(`${kind}-hint`) }))}
            defaultValue={organisation.kind}
          />
        </div>
      </section>
      <section className="form-sec" aria-labelledby="h-look">
        <header>
          <h2 id="h-look">{t('look')}</h2>
          <p>{t('look-intro')}</p>
        </header>
        <div className="body">
          <MarkField mark={organisation.mark} logo={organisation.logo} />
        </div>
      </section>
      <SaveBar cancelHref="/studio/organisations" />
    </ActionForm>
  )
}
