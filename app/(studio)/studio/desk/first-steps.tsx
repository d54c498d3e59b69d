import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { FirstSteps as Steps } from '#db/first-steps.ts'
import { type Member, may } from '#db/permissions.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { hideSteps } from './actions.ts'
import { HideSteps } from './hide-steps.tsx'

interface Props {
  steps: Steps
  newsroom: string
  member: Member
  language: Language
}

interface Step {
  name: 'words' | 'person' | 'picture' | 'text'
  isTaken: boolean
  about: string
  /** What takes the step, or goes on with it; undefined for whoever may not. */
  href?: string
  act: string
}

/** What a newsroom begins with. Each step is taken by what there is, in any order; the first that is left is proposed. */
export function FirstSteps({ steps: found, newsroom, member, language }: Props) {
  const t = translator(language, 'first-steps')
  const steps = stepsOf(found, { newsroom, member, t })
  const next = steps.find(({ isTaken, href }) => !isTaken && href)
  return (
    <section aria-labelledby="steps">
      <div className="steps-head">
        <h2 id="steps" tabIndex={-1}>
          {t('heading')}
        </h2>
        <span className="n">{t('taken-of', { taken: steps.filter(({ isTaken }) => isTaken).length })}</span>
        <HideSteps action={hideSteps}>{t('hide')}</HideSteps>
      </div>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.name} className={step.isTaken ? 'taken' : step === next ? 'next' : undefined}>
            {step.isTaken && (
              <span className="tick">
                <Icon name="check" />
                <span className="vh">{t('is-taken')}</span>
              </span>
            )}
            <div>
              <h3>{t(step.name)}</h3>
              <p className="m">{step.about}</p>
            </div>
            {step.href && (
              <div className="do">
                {step.isTaken ? (
                  <a href={step.href}>
                    {step.act}
                    <span className="vh"> {t('about-step', { step: t(step.name) })}</span>
                  </a>
                ) : (
                  <ButtonLink look={step === next ? 'primary' : 'plain'} href={step.href}>
                    {step.act}
                  </ButtonLink>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface Around extends Pick<Props, 'newsroom' | 'member'> {
  t: ReturnType<typeof translator<'first-steps'>>
}

function stepsOf({ words, person, picture, text }: Steps, { newsroom, member, t }: Around): Step[] {
  const [missing] = words.missing
  const isWritten = missing === undefined
  const mayWrite = may(member, 'edit-settings')
  const said = isWritten || words.missing.length > 1 ? 'both' : missing
  const saidWords = t('words-about', { said, name: newsroom })
  return [
    {
      name: 'words',
      isTaken: isWritten,
      about: isWritten || mayWrite ? saidWords : `${saidWords} ${t('words-by-owner')}`,
      ...(mayWrite && { href: `/studio/settings#field-texts.${words.language}.${missing ?? 'tagline'}` }),
      act: t(isWritten ? 'change' : 'write-words'),
    },
    {
      name: 'person',
      isTaken: person !== undefined,
      about: person
        ? t('person-is', {
            who: [person.name, person.role].filter(Boolean).join(', '),
            contact: person.pressContact ? 'yes' : 'no',
          })
        : t('person-about'),
      href: '/studio/people/new',
      act: t(person ? 'add-more' : 'add-person'),
    },
    {
      name: 'picture',
      isTaken: picture !== undefined,
      about: picture?.name ?? t('picture-about'),
      href: '/studio/media',
      act: t(picture ? 'add-more' : 'choose-picture'),
    },
    {
      name: 'text',
      isTaken: text !== undefined,
      about: text ? text.title || t('untitled') : t('text-about'),
      href: text ? `/studio/releases/${text.id}` : '/studio/releases/new',
      act: t(text ? 'continue' : 'new-text'),
    },
  ]
}
