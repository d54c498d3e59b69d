import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import type { Rota } from '#db/schema/duties.ts'
import { daysWithHours } from '#lib/duty/hours.ts'
import { languageName } from '#lib/format.ts'
import { dateFormat } from '#lib/intl.ts'
import { type Language, localeOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { daysLater, utcMidnight } from '#lib/time/days.ts'
import { capital } from '#lib/time/phrases.ts'
import styles from './on-call.module.css'

interface Props {
  rota: Rota
  languages: Language[]
  language: Language
  action: FormAction
}

const aMonday = '2026-11-23'
const holidayPlace = daysWithHours.length - 1

/** The hours of each weekday, and what readers see outside the duties. */
export function RotaForm({ rota, languages, language, action }: Props) {
  const t = translator(language, 'on-call')
  const nameOf = (place: number): string =>
    place === holidayPlace
      ? t('day-7')
      : capital(
          dateFormat(localeOf(language), { timeZone: 'UTC', weekday: 'long' }).format(
            utcMidnight(daysLater(aMonday, place)),
          ),
        )
  return (
    <ActionForm action={action} version={rota.version}>
      <FormSection id="hours" heading={t('hours')} text={t('hours-text')}>
        {daysWithHours.map((place) => (
          <div className={`two ${styles.hours}`} key={place}>
            {(['from', 'until'] as const).map((end) => (
              <TextField
                key={end}
                name={`hours.${place}.${end}`}
                label={t(`${end}-on`, { day: nameOf(place) })}
                defaultValue={rota.hours[place]?.[end] ?? ''}
                inputClassName="num"
              />
            ))}
          </div>
        ))}
      </FormSection>
      <FormSection id="fallback" heading={t('fallback')} text={t('fallback-text')}>
        <TextField
          name="fallbackPhone"
          type="tel"
          label={t('fallback-phone')}
          hint={t('fallback-phone-hint')}
          defaultValue={rota.fallbackPhone}
        />
        {languages.map((code) => (
          <TextField
            key={code}
            name={`fallbackText.${code}`}
            label={t('fallback-words', { language: languageName(code, language) })}
            hint={t.rich('fallback-words-hint', {
              example: () => (
                <span key="example" lang={code}>
                  {translator(code, 'on-call')('fallback-words-example')}
                </span>
              ),
            })}
            defaultValue={rota.fallbackText[code] ?? ''}
            lang={code}
          />
        ))}
      </FormSection>
      <SaveBar />
    </ActionForm>
  )
}
