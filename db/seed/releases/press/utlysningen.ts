import { bullets, facts, h2, numbered, p, picture, quote, seedRelease } from '../../write.ts'

export const utlysningen = [
  seedRelease({
    story: 'utlysningen',
    language: 'sv',
    kind: 'press',
    slug: '48-miljoner-till-bruksorter',
    title: 'Bruksorter kan söka 48 miljoner kronor för att bygga dubbelkretsar',
    lead: [
      'Andra vattnet öppnar sin största utlysning hittills.',
      'Den vänder sig till orter där ett enda företag tar ut minst en tredjedel av allt vatten.',
      'Sista dag att söka är den 15 maj.',
    ],
    hero: picture('twelve-drops', null),
    topics: ['processvatten', 'overskottsvarme'],
    cards: ['olvestad', 'angsbro', 'dahlgren'],
    state: { publishedAt: '2026-02-17T08:00+01:00' },
    body: [
      p(
        'Ritningen finns, färdig och fri att använda. Anläggningen i Lövsele har gått i fem månader. Det som saknas är fler som vågar bygga, helst många på en gång.',
      ),
      quote(
        'olvestad',
        '– En pilotanläggning är lätt att tycka om och lätt att glömma. Ett dussin är svårare att komma runt, säger Ingrid Ölvestad, programchef för Andra vattnet.',
      ),
      h2('Vem kan söka?'),
      p('Företag och kommun söker tillsammans. Det ska finnas'),
      bullets(
        'ett industriföretag som tar ut minst 200 000 kubikmeter om året',
        'en mottagare av värmen inom tre kilometer, med ett påskrivet intyg',
        [
          'en person som har ansvaret på var sida:',
          bullets('en i företagets driftledning', 'en på kommunen, på minst halvtid'),
        ],
        'en egen insats som är lika stor som stödet.',
      ),
      h2('Så går det till'),
      numbered(
        'En skiss på högst två sidor, senast den 20 mars. Alla får svar inom två veckor.',
        'En fullständig ansökan, senast den 15 maj.',
        'Besök på plats av två sakkunniga under augusti och september.',
        'Beslut i programrådet i november.',
      ),
      quote(
        'angsbro',
        '– Skriv kort. Jag läser varje ord i varje ansökan, och jag blir inte yngre, säger Märta Ängsbro, ordförande i programrådet.',
      ),
      facts(
        'Frågestund för dig som vill söka',
        ['På nätet', 'Torsdagen den 26 februari kl. 10–11'],
        ['På plats', 'Vattenhallen i Lövsele, tisdagen den 3 mars kl. 13–16'],
        ['Telefon', '08-465 004 30, vardagar kl. 9–12'],
      ),
    ],
  }),
]
