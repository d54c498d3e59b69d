import { facts, h2, numbered, p, picture, quote, seedRelease, tableBlock } from '../../write.ts'

export const ettArMedOppnaMatvarden = [
  seedRelease({
    story: 'ett-ar-med-oppna-matvarden',
    language: 'sv',
    kind: 'report',
    slug: 'ett-ar-med-oppna-matvarden',
    title: 'Ett år med öppna mätvärden: så mår vattnet i Lövseles dubbelkrets, timme för timme',
    lead: [
      'Vattnet höll måttet under 8 704 av årets 8 760 timmar.',
      'De övriga 56 timmarna har fyra förklaringar, och tre av felen är åtgärdade.',
      'Alla värden går att ladda ned, även de dåliga.',
    ],
    hero: picture(
      'hours',
      'Illustration: 24 blå staplar av olika höjd, en för varje timme. Två av dem är gula.',
      'Flödet i kretsen ett vanligt dygn. De gula timmarna byter tvätteriet skift.',
    ),
    topics: ['oppna-data', 'membranteknik'],
    series: 'dubbelkretsen',
    cards: ['farhadi', 'ask'],
    state: { publishedAt: '2026-10-02T08:00+02:00' },
    body: [
      p(
        'I rören i Lövseles vattenhall är det tyst, men aldrig händelselöst. Dygnet runt, året om: arton givare mäter processvattnets ledningsförmåga, temperatur och grumlighet varje minut. Sedan den 1 oktober förra året publiceras ett medelvärde för varje timme, öppet för vem som helst.',
      ),
      p(
        'Det har blivit drygt nio miljoner avläsningar. Forskarna bakom Dubbelkrets har nu gått igenom dem, och Vattenpanelen har granskat granskningen.',
      ),
      quote(
        'farhadi',
        '– Jag är stoltast över de 56 timmarna, säger Nasrin Farhadi. Inte för att de gick fel, utan för att de finns med.',
      ),
      h2('Fyra saker gick fel'),
      numbered(
        '**En doseringspump** gav för mycket salt under 19 timmar i oktober. Den är utbytt.',
        '**Nya lakan** luddade mer än filtret klarade vid sex tillfällen, sammanlagt 14 timmar. Tvätteriet kör dem numera för sig.',
        '**Ett åskväder** slog ut nätet i juni. Vattnet var troligen bra i de 12 timmar som saknas, men det vet vi inte, så de räknas som fel.',
        '**Värmeböljan i juli** gjorde vattnet för varmt i 11 timmar, eftersom simhallen inte behövde någon värme. Det är inte löst.',
      ),
      tableBlock({
        caption: 'Vintern är bäst, sommaren varmast',
        note: 'Andel timmar inom gränserna, procent',
        head: ['Kvartal', 'Ledningsförmåga', 'Grumlighet', 'Temperatur'],
        rows: [
          ['Oktober–december 2025', '99,1', '99,8', '100,0'],
          ['Januari–mars 2026', '100,0', '99,7', '100,0'],
          ['April–juni 2026', '99,5', '99,3', '99,5'],
          ['Juli–september 2026', '100,0', '99,9', '99,5'],
        ],
      }),
      h2('Panelens yttrande: två sidor, ett krav'),
      p(
        'Vattenpanelen konstaterar att siffrorna duger att fatta beslut på, och att ingen har rättats i efterhand. Däremot vill den att även flödet ut till ån visas, trots att det är litet.',
      ),
      quote('ask', '– Den som visar allt utom en sak får frågor om den saken, säger panelens ordförande Sigrid Ask.'),
      p('Flödet till ån finns med i tabellen från och med i dag.'),
      facts(
        'Så har siffrorna använts',
        ['Hämtade', '41 000 gånger'],
        [
          'Av vilka',
          'Två gymnasieklasser, ett försäkringsbolag, fyra andra kommuner och en badgäst som har byggt en app',
        ],
        ['Licens', 'CC0: fria att använda till vad som helst'],
      ),
    ],
  }),
]
