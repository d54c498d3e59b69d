'use client'
import type { ReactNode } from 'react'
import type { Made } from '#components/editor/types.ts'
import type { NamedChoice } from '#components/ui/choice/in-order.ts'
import { Checkbox, CheckboxGroup, type Option } from '#components/ui/form/choice-field.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { useLanguageNames, useText } from '#components/ui/messages.tsx'
import type { Language, Localized } from '#lib/locale.ts'
import { LinkRows } from './link-rows.tsx'
import { OthersChoice } from './others-choice.tsx'
import styles from './person.module.css'
import { PortraitFields, type PortraitValue } from './portrait-fields.tsx'
import { PositionsEditor, type PositionValue } from './positions-editor.tsx'

export interface PersonValue {
  name: string
  sortName: string
  email: string
  phone: string
  pressContact: boolean
  awaitsText: boolean
  links: { label: string; url: string }[]
  shortBio: Localized
  longBio: Localized
  speaks: string[]
  topicIds: string[]
  roles: PositionValue[]
  portrait: PortraitValue
}

export interface PersonChoices {
  languages: Language[]
  organisations: NamedChoice[]
  topics: Option[]
  /** The languages in which somebody can be interviewed. */
  speaks: Option[]
  shortBioLength: number
}

interface Props {
  action: FormAction
  onMakeOrganisation: (name: string) => Promise<Made>
  version?: number
  person: PersonValue
  choices: PersonChoices
  appearances: number
}

export function PersonForm({ action, onMakeOrganisation, version, person, choices, appearances }: Props) {
  const t = useText('people')
  return (
    <ActionForm action={action} version={version} className="form">
      <Section id="name" heading={t('name-section')}>
        <div className="two">
          <TextField name="name" label={t('name')} defaultValue={person.name} required />
          <TextField
            name="sortName"
            label={t('sort-name')}
            placeholder={t('sort-hint')}
            defaultValue={person.sortName}
          />
        </div>
        <div className="two">
          <TextField name="email" label={t('email')} type="email" defaultValue={person.email} spellCheck={false} />
          <TextField name="phone" label={t('phone')} type="tel" defaultValue={person.phone} />
        </div>
        <Checkbox
          name="pressContact"
          label={t('press-contact')}
          hint={t('press-contact-hint')}
          defaultChecked={person.pressContact}
        />
        <OthersChoice name="pressContact" label={t('press-contact')} />
        <Checkbox
          name="awaitsText"
          label={t('awaits-text')}
          hint={t('awaits-text-hint')}
          defaultChecked={person.awaitsText}
        />
        <OthersChoice name="awaitsText" label={t('awaits-text')} />
      </Section>
      <Section id="roles" heading={t('roles')} intro={t('roles-intro')}>
        <PositionsEditor
          roles={person.roles}
          organisations={choices.organisations}
          languages={choices.languages}
          onMakeOrganisation={onMakeOrganisation}
        />
      </Section>
      <Section id="biography" heading={t('biography')} intro={t('biography-intro')}>
        <Biographies person={person} languages={choices.languages} most={choices.shortBioLength} />
      </Section>
      <Section id="interviews" heading={t('interviews')} intro={t('interviews-intro')}>
        {choices.topics.length > 0 && (
          <CheckboxGroup
            name="topicIds[]"
            label={t('topics')}
            options={choices.topics}
            defaultValue={person.topicIds}
            className={styles.columns}
          />
        )}
        <CheckboxGroup
          name="speaks[]"
          label={t('speaks')}
          options={choices.speaks}
          defaultValue={person.speaks}
          className={styles.columns}
        />
      </Section>
      <Section id="links" heading={t('links')} intro={t('links-intro')}>
        <LinkRows links={person.links} />
      </Section>
      <Section id="portrait" heading={t('portrait')} intro={t('portrait-intro')}>
        <PortraitFields portrait={person.portrait} languages={choices.languages} appearances={appearances} />
      </Section>
      <SaveBar cancelHref="/studio/people" />
    </ActionForm>
  )
}

function Biographies({ person, languages, most }: { person: PersonValue; languages: Language[]; most: number }) {
  const t = useText('people')
  const names = useLanguageNames()
  const side = languages.length > 1 ? 'two' : undefined
  return (
    <>
      <div className={side}>
        {languages.map((code) => (
          <TextArea
            key={code}
            name={`shortBio.${code}`}
            label={t('short-in', { language: names(code) })}
            lang={code}
            max={most}
            defaultValue={person.shortBio[code]}
          />
        ))}
      </div>
      <div className={side}>
        {languages.map((code) => (
          <TextArea
            key={code}
            name={`longBio.${code}`}
            label={t('long-in', { language: names(code) })}
            lang={code}
            rows={7}
            placeholder={t('long-missing')}
            defaultValue={person.longBio[code]}
          />
        ))}
      </div>
    </>
  )
}

interface SectionProps {
  id: string
  heading: string
  intro?: string
  children: ReactNode
}

function Section({ id, heading, intro, children }: SectionProps) {
  return (
    <section className="form-sec" aria-labelledby={`h-${id}`}>
      <header>
        <h2 id={`h-${id}`}>{heading}</h2>
        {intro && <p>{intro}</p>}
      </header>
      <div className="body">{children}</div>
    </section>
  )
}
