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
import { AnswersLater, AnswersNext, AnswersNow, dutyRole, nextRole, type OnDuty } from './press-duty.tsx'

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

/** An e-mail address as a link, which may break after its @, and before a dot where it is longer than a narrow column. */
export function Email({ email }: { email: string }) {
  const [local, domain = ''] = email.split('@')
  return (
    <a href={`mailto:${email}`}>
      {local}@{domain.split(/(?<=.{20})(?=\.)/).flatMap((part) => [<wbr key={part} />, part])}
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
  answers,
  role,
  phone,
  email,
  card,
  newsroom,
}: {
  heading: ReactNode
  /** When somebody answers, where that is known. */
  answers?: ReactNode
  role: ReactNode
  phone: string
  email: string
  card?: ReactNode
  newsroom: LiveNewsroom
}) {
  return (
    <>
      {heading}
      {answers}
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

/**
 * The press contacts, and last the press desk. Whoever answers now stands first, and where nobody does, when somebody will.
 * Renders nothing where there is nobody.
 */
export function ContactSection(props: {
  people: LivePerson[]
  newsroom: LiveNewsroom
  duty?: OnDuty | undefined
  /** The way to the form for questions. */
  ask?: ReactNode
}) {
  const { people, newsroom, duty, ask } = props
  const t = translator(newsroom.language, 'newsroom')
  if (!canBeReached(people, newsroom) && !duty && !ask) return null
  return (
    <PageSection id={t('anchors.contacts')} title={t('press-contact')}>
      <div className="contacts">
        {duty && <DutyContact duty={duty} newsroom={newsroom} />}
        <Contacts people={people} newsroom={newsroom} duty={duty} />
      </div>
      {ask}
    </PageSection>
  )
}

const Name = ({ children }: { children: string }) => (
  <h3>
    <bdi>{children}</bdi>
  </h3>
)

/** Who answers the press now; where nobody does, when somebody will, and what there is until then. */
function DutyContact({ duty: { press, now }, newsroom }: { duty: OnDuty; newsroom: LiveNewsroom }) {
  const { language, texts, pressEmail } = newsroom
  const [first] = press.now
  const desk = texts.pressDeskName || translator(language, 'newsroom')('press-desk')
  return (
    <div className="contact">
      {first ? (
        <Contact
          heading={<Name>{first.person.name}</Name>}
          answers={<AnswersNow duty={first} newsroom={newsroom} now={now} />}
          role={dutyRole(press.now, { newsroom, now })}
          phone={first.phone}
          email={first.email}
          card={
            first.person.slug && <SaveContact name={first.person.name} slug={first.person.slug} language={language} />
          }
          newsroom={newsroom}
        />
      ) : (
        <Contact
          heading={<h3>{hyphenateText(desk, language)}</h3>}
          answers={press.next && <AnswersNext duty={press.next} newsroom={newsroom} now={now} />}
          role={
            press.fallback?.text.text ? (
              <LocalizedText {...press.fallback.text} language={language} />
            ) : (
              press.next && nextRole(press.next, { newsroom, now })
            )
          }
          phone={press.fallback?.phone || newsroom.pressPhone}
          email={pressEmail}
          card={hasPressDesk(newsroom) && <SaveContact name={desk} language={language} />}
          newsroom={newsroom}
        />
      )}
    </div>
  )
}

function Contacts(props: { people: LivePerson[]; newsroom: LiveNewsroom; duty: OnDuty | undefined }) {
  const { people, newsroom, duty } = props
  const { texts, pressPhone, pressEmail, language } = newsroom
  const desk = texts.pressDeskName || translator(language, 'newsroom')('press-desk')
  const [first, ...later] = duty?.press.now ?? []
  return (
    <>
      {people
        .filter(({ id }) => id !== first?.person.id)
        .map(({ id, name, slug, position, phone, email }) => {
          const follows = later.find((one) => one.person.id === id)
          return (
            <div key={id} className="contact">
              <Contact
                heading={<Name>{name}</Name>}
                answers={follows && duty && <AnswersLater duty={follows} newsroom={newsroom} now={duty.now} />}
                {...{ phone, email, newsroom }}
                role={
                  position?.title && <LocalizedText text={position.title} lang={position.titleIn} language={language} />
                }
                card={slug && <SaveContact name={name} slug={slug} language={language} />}
              />
            </div>
          )
        })}
      {hasPressDesk(newsroom) && (!duty || (first && first.phone !== pressPhone)) && (
        <div className="contact">
          <Contact
            heading={<h3>{hyphenateText(desk, language)}</h3>}
            role={duty ? '' : hyphenateText(texts.pressDeskHours, language)}
            phone={pressPhone}
            email={pressEmail}
            card={<SaveContact name={desk} language={language} />}
            newsroom={newsroom}
          />
        </div>
      )}
    </>
  )
}

/**
 * Whom to call about a release, right under its headline on a phone: the first of its contacts who has a number, else
 * the press desk. On wider screens the way to the contacts is in sight, and a style sheet hides this.
 */
export function FirstCall(props: { people: LivePerson[]; newsroom: LiveNewsroom; duty?: OnDuty | undefined }) {
  const { people, newsroom, duty } = props
  const { language, texts, pressPhone, pressEmail } = newsroom
  const t = translator(language, 'newsroom')
  const [answering] = duty?.press.now ?? []
  const desk = { name: texts.pressDeskName || t('press-desk'), phone: pressPhone, email: pressEmail }
  const all = [...(answering ? [{ ...answering, name: answering.person.name }] : []), ...people, desk]
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
 * Whom to call, beside the lead story: who answers now, or when somebody will; where nobody has entered a rota, the first
 * press contact, else the press desk, and no day is named.
 */
export function FirstContact(props: {
  person: LivePerson | undefined
  newsroom: LiveNewsroom
  duty: OnDuty | undefined
}) {
  const { person, newsroom, duty } = props
  const { texts, pressPhone, pressEmail, language } = newsroom
  const t = translator(language, 'newsroom')
  const desk = hyphenateText(texts.pressDeskName || t('press-desk'), language)
  const [first] = duty?.press.now ?? []
  const next = duty?.press.next
  if (duty && first) {
    return (
      <div className="contact in-margin">
        <AnswersNow duty={first} newsroom={newsroom} now={duty.now} />
        <Contact
          heading={
            <h2>
              <bdi>{first.person.name}</bdi>
            </h2>
          }
          role={desk}
          phone={first.phone}
          email={first.email}
          newsroom={newsroom}
        />
      </div>
    )
  }
  if (duty && (next || duty.press.fallback)) {
    const { fallback } = duty.press
    return (
      <div className="contact in-margin">
        {next ? (
          <AnswersNext duty={next} newsroom={newsroom} now={duty.now} />
        ) : (
          <p className="role">{t('press-contact')}</p>
        )}
        <Contact
          heading={<h2>{desk}</h2>}
          role={fallback?.text.text && <LocalizedText {...fallback.text} language={language} />}
          phone={fallback?.phone || pressPhone}
          email={pressEmail}
          newsroom={newsroom}
        />
      </div>
    )
  }
  if (!person && !hasPressDesk(newsroom)) return null
  const position = person?.position?.title ? person.position : undefined
  return (
    <div className="contact in-margin">
      <p className="role">{t('press-contact')}</p>
      <Contact
        heading={
          <h2>
            <bdi>{person?.name ?? desk}</bdi>
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
