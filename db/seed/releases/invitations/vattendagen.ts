import { bullets, facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const vattendagen = [
  seedRelease({
    story: 'vattendagen',
    language: 'sv',
    kind: 'invitation',
    slug: 'vattendagen-i-tallmora',
    title: 'Välkommen till Vattendagen i Tallmora den 4 mars',
    lead: [
      'Var med när bruket i Tallmora startar sin dubbelkrets. På programmet står invigning, studiebesök, kortkurser och tomatsoppa.',
    ],
    place: 'Tallmora',
    hero: picture('day', 'Illustration: solen går ned bakom mörkblå berg och speglas i en älv.'),
    topics: ['processvatten', 'overskottsvarme', 'kompetens'],
    cards: ['rask', 'olvestad'],
    state: { publishedAt: '2026-11-11T09:00+01:00' },
    meeting: {
      startsAt: '2027-03-04T09:30',
      endsAt: '2027-03-04T15:30',
      closesAt: '2027-02-12T16:00',
      place: 'Tallmora bruk, Bruksvägen 1, Tallmora',
      stream: 'https://video.andravattnet.example/vattendagen',
      language: '',
      seats: 20,
      asksPressCard: false,
    },
    body: [
      p(
        'Torsdagen den 4 mars släpper Tallmora bruk på vattnet i sin nya krets. Vi passar på att samla alla som bygger, provar, granskar eller bara är nyfikna på återvunnet vatten till en heldag på bruket.',
      ),
      quote(
        'rask',
        '– Vi visar allt, även det som inte är klart, säger Tomas Lindqvist Rask, vd. Ta med en jacka. I maskinhallen är det 34 grader, på taket är det minus.',
      ),
      h2('Program'),
      bullets(
        '**09.30** Kaffe i gamla lumpboden',
        '**10.00** Vattnet släpps på',
        '**11.00** Rundvandring i grupper om tolv, från intaget till växthuset',
        '**12.30** Lunch: soppa på tomater från andra sidan vägen',
        [
          '**13.30** Kortkurser, välj två av tre:',
          bullets('Läs en mätserie på tjugo minuter', 'Avtalet på en halv sida', 'Tvätta ett membran, med egna händer'),
        ],
        '**15.30** Tågbussen går till stationen',
      ),
      facts(
        'Praktiskt',
        ['När', 'Torsdagen den 4 mars 2027 kl. 9.30–15.30'],
        [
          'Anmälan',
          'Senast den 12 februari: journalister här på sidan, andra till [press@andravattnet.example](mailto:press@andravattnet.example)',
        ],
        ['Kostar', 'Ingenting, men uteblir du utan att säga till blir någon annan utan plats'],
        ['Platser', '180, varav 20 för journalister'],
        ['Framkomlighet', 'Hela rundan går att göra med rullstol. Programmet teckenspråkstolkas.'],
        ['Press', 'Fotografering går bra överallt. Vill du intervjua någon, hör av dig till Amina Sjödahl i förväg.'],
      ),
    ],
  }),
]
