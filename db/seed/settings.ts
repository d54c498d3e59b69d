import type { AccessibilityStatement, SettingsTexts } from '../types.ts'
import { type SeedLanguage, seedLanguages } from './types.ts'

export const seedNewsroomTexts = {
  name: 'Andra vattnet',
  accent: '#2447b2',
  languages: [...seedLanguages],
  timeZone: 'Europe/Stockholm',
  foundedYear: 2022,
  pressPhone: '08-465 004 30',
  pressEmail: 'press@andravattnet.example',
  questions: { isOpen: true, replyTo: 'desk', keptDays: 90 },
} as const

export const settingsTexts: Record<SeedLanguage, SettingsTexts> = {
  sv: {
    tagline: 'Sveriges innovationsprogram för vatten som används mer än en gång',
    boilerplate:
      'Andra vattnet är ett nationellt innovationsprogram som hjälper industrin att rena, återanvända och dela sitt vatten. Programmet startade 2022, samlar 64\u00a0företag, kommuner och lärosäten och pågår till och med 2031.',
    fundersLine: 'Andra vattnet genomförs med stöd från tre finansiärer.',
    readingBarLabel: 'Du läser',
    pressDeskName: 'Pressjouren',
    pressDeskHours: 'Alla dagar kl.\u00a07–21',
    address: 'Slussgatan 4\n791\u00a030 Lövsele',
    legal: 'Texterna får återges fritt om källan anges. Inga kakor, ingen spårning.',
    embargoTerms: '',
  },
  en: {
    tagline: 'Sweden’s innovation programme for water that is used more than once',
    boilerplate:
      'Andra vattnet, “the second water”, is a national innovation programme that helps industry to clean, reuse and share its water. It started in 2022, brings together 64\u00a0companies, municipalities and universities, and runs until the end of 2031.',
    fundersLine: 'Andra vattnet is supported by three funders.',
    readingBarLabel: 'You are reading',
    pressDeskName: 'Press desk',
    pressDeskHours: 'Every day, 7\u00a0a.m. to 9\u00a0p.m. Swedish time',
    address: 'Slussgatan 4\nSE-791\u00a030 Lövsele, Sweden',
    legal: 'You may quote our texts freely if you name the source. No cookies, no tracking.',
    embargoTerms: '',
  },
}

/** The example's accessibility statement, assessed three months ago. */
export function accessibilityAssessed(now: Date): AccessibilityStatement {
  const assessedOn = new Date(now.getTime() - 90 * 86_400_000).toISOString().slice(0, 10)
  return {
    isPublished: true,
    conformity: 'partial',
    method: 'self',
    assessedOn,
    updatedOn: assessedOn,
    feedbackEmail: seedNewsroomTexts.pressEmail,
    texts: {
      sv: {
        actor: 'Andra vattnet',
        service: 'Andra vattnets pressrum',
        assessor: '',
        issues: [
          {
            what: 'Äldre rapporter är svåra att läsa med skärmläsare',
            where: 'PDF-filer från före 2025 bland underlagen',
            why: 'Filerna saknar rubriker och läsordning.',
            clause: 'WCAG 1.3.1 och 1.3.2',
            alternative: 'Skriv till oss, så skickar vi innehållet som text.',
            plannedFix: 'Nya rapporter görs rätt från början. De äldre rättas när någon frågar efter dem.',
          },
        ],
        burdens: [],
        outOfScope: '',
      },
      en: {
        actor: 'Andra vattnet',
        service: 'Andra vattnet’s newsroom',
        assessor: '',
        issues: [
          {
            what: 'Older reports are hard to read with a screen reader',
            where: 'PDF files from before 2025 among the documents',
            why: 'The files have no headings and no reading order.',
            clause: 'WCAG 1.3.1 and 1.3.2',
            alternative: 'Write to us and we send the content as text.',
            plannedFix:
              'New reports are made right from the start. Older ones are put right when somebody asks for them.',
          },
        ],
        burdens: [],
        outOfScope: '',
      },
    },
  }
}
