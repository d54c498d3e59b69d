import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LivePerson } from '#db/live/people.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone, telHref } from '#lib/phone.ts'
import { cardPath } from '#lib/urls.ts'
import { PageSection } from './layout/page-section.tsx'
import { LocalizedText } from './localized-text.tsx'

/** A telephone number as a link that dials. */
export const Phone = ({
  phone,
  newsroom: { language, timeZone },
  className,
}: {
  phone: string
  newsroom: Pick<LiveNewsroom, 'language' | 'timeZone'>
  className?: string
}) => (
  <a className={className} href={telHref(phone, timeZone)}>
    {formatPhone(phone, language, timeZone)}
  </a>
)

/** An e-mail address as a link, which may break after its @. */
export function Email({ email }: { email: string }) {
  const [local, domain] = email.split('@')
  return (
    <a href={`mailto:${email}`}>
      {local}@<wbr />
      {domain}
    </a>
  )
}

/** A link to the vCard of a person, or without a slug of the press desk. */
export const SaveContact = ({ name, slug, language }: { name: string; slug?: string; language: Language }) => {
  const t = translator(language, 'newsroom')
  return (
    <a className="no-print" href={cardPath(language, slug)} download aria-label={`${t('save-contact')}: ${name}`}>
      {t('save-contact')}
    </a>
  )
}

function Contact({
  heading,
  role,
  phone,
  email,
  card,
  newsroom,
}: {
  heading: ReactNode
  role: ReactNode
  phone: string
  email: string
  card?: ReactNode
  newsroom: LiveNewsroom
}) {
  return (
    <>
      {heading}
      {role && <p className="role">{role}</p>}
      {(phone || email) && (
        <p className="reach">
          {phone && <Phone className="tel" phone={phone} newsroom={newsroom} />} {email && <Email email={email} />}{' '}
          {card}
        </p>
      )}
    </>
  )
}

const hasPressDesk = ({ pressPhone, pressEmail }: LiveNewsroom) => Boolean(pressPhone || pressEmail)

/** Whether there is anybody to call or write to. */
export const canBeReached = (people: LivePerson[], newsroom: LiveNewsroom): boolean =>
  people.length > 0 || hasPressDesk(newsroom)

/** The press contacts, and last the press desk. Renders nothing where there are none. */
export function ContactSection({ people, newsroom }: { people: LivePerson[]; newsroom: LiveNewsroom }) {
  const t = translator(newsroom.language, 'newsroom')
  if (!canBeReached(people, newsroom)) return null
  return (
    <PageSection id={t('anchors.contacts')} title={t('press-contact')}>
      <Contacts people={people} newsroom={newsroom} />
    </PageSection>
  )
}

function Contacts({ people, newsroom }: { people: LivePerson[]; newsroom: LiveNewsroom }) {
  const { texts, pressPhone, pressEmail, language } = newsroom
  const desk = texts.pressDeskName || translator(language, 'newsroom')('press-desk')
  return (
    <div className="contacts">
      {people.map(({ id, name, slug, position, phone, email }) => (
        <div key={id} className="contact">
          <Contact
            heading={
              <h3>
                <bdi>{name}</bdi>
              </h3>
            }
            {...{ phone, email, newsroom }}
            role={
              position?.title && <LocalizedText text={position.title} lang={position.titleIn} language={language} />
            }
            card={slug && <SaveContact name={name} slug={slug} language={language} />}
          />
        </div>
      ))}
      {hasPressDesk(newsroom) && (
        <div className="contact">
          <Contact
            heading={<h3>{hyphenateText(desk, language)}</h3>}
            role={hyphenateText(texts.pressDeskHours, language)}
            phone={pressPhone}
            email={pressEmail}
            card={<SaveContact name={desk} language={language} />}
            newsroom={newsroom}
          />
        </div>
      )}
    </div>
  )
}

/**
 * Whom to call about a release, right under its headline on a phone: the first of its contacts who has a number, else
 * the press desk. On wider screens the way to the contacts is in sight, and a style sheet hides this.
 */
export function FirstCall({ people, newsroom }: { people: LivePerson[]; newsroom: LiveNewsroom }) {
  const { language, texts, pressPhone, pressEmail } = newsroom
  const t = translator(language, 'newsroom')
  const desk = { name: texts.pressDeskName || t('press-desk'), phone: pressPhone, email: pressEmail }
  const all = [...people, desk]
  const one = all.find(({ phone }) => phone) ?? all.find(({ email }) => email)
  if (!one) return null
  return (
    <p className="call no-print">
      {one.phone ? <Phone className="tel" phone={one.phone} newsroom={newsroom} /> : <Email email={one.email} />}{' '}
      <span>
        <bdi>{hyphenateText(one.name, language)}</bdi>
        {one !== desk && `, ${t('press-contact').toLocaleLowerCase(language)}`}
      </span>
    </p>
  )
}

/**
 * Whom to call, beside the lead story: the first press contact, else the press desk. It names no day, since nobody
 * records who answers today.
 */
export function FirstContact({ person, newsroom }: { person: LivePerson | undefined; newsroom: LiveNewsroom }) {
  const { texts, pressPhone, pressEmail, language } = newsroom
  const t = translator(language, 'newsroom')
  if (!person && !hasPressDesk(newsroom)) return null
  const position = person?.position?.title ? person.position : undefined
  return (
    <div className="contact in-margin">
      <p className="role">{t('press-contact')}</p>
      <Contact
        heading={
          <h2>
            <bdi>{person?.name ?? hyphenateText(texts.pressDeskName || t('press-desk'), language)}</bdi>
          </h2>
        }
        role={
          position ? (
            <LocalizedText text={position.title} lang={position.titleIn} language={language} />
          ) : (
            !person && hyphenateText(texts.pressDeskHours, language)
          )
        }
        phone={person ? person.phone : pressPhone}
        email={person ? person.email : pressEmail}
        newsroom={newsroom}
      />
    </div>
  )
}
