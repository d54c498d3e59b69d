import { p, picture, quote, seedRelease } from '../../write.ts'

export const pilotanlaggningenIHogfors = [
  seedRelease({
    story: 'pilotanlaggningen-i-hogfors',
    language: 'sv',
    kind: 'news',
    slug: 'pilotanlaggningen-i-hogfors-byter-agare',
    title: 'Pilotanläggningen i Högfors byter ägare',
    lead: ['Högfors Textil lämnar över pilotanläggningen för färgvatten till en ny ägare efter sommaren.'],
    place: 'Högfors',
    hero: picture('workshop', 'En fabrikshall med två maskiner, förbundna med ett rör, under en rad takfönster.'),
    topics: ['processvatten'],
    cards: ['brannmark'],
    state: {
      publishedAt: '2026-06-17T09:00+02:00',
      withdrawn: {
        at: '2026-06-17T15:35+02:00',
        reason: 'Uppgiften om köparen var fel. Anläggningen ägs även i fortsättningen av Högfors Textil.',
      },
    },
    body: [
      p(
        'Anläggningen, som renar sköljvatten från färgeriet, har körts på prov sedan 2023. Nu är proven avslutade och utrustningen får en ny ägare, som planerar att flytta den till en grannkommun.',
      ),
      quote(
        'brannmark',
        '– Den har gjort sitt här. Den stora kretsen klarar resten, säger Elin Brännmark, miljöchef på Högfors Textil.',
      ),
      p('Överlåtelsen väntas vara klar den 1 september.'),
    ],
  }),
]
