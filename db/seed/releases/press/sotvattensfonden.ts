import { h2, numbered, p, quote, seedRelease } from '../../write.ts'

export const sotvattensfonden = [
  seedRelease({
    story: 'sotvattensfonden',
    language: 'sv',
    kind: 'press',
    slug: 'sotvattensfonden-satsar-pa-industrins-vatten',
    title: 'Sötvattensfonden satsar 30 miljoner kronor på industrins vatten',
    lead: [
      'Sötvattensfonden blir den tredje finansiären bakom Andra vattnet. De 30 miljonerna fördelas över tre år och är öronmärkta för mindre industriorter, som sällan har råd att vara först.',
    ],
    topics: ['processvatten', 'regelverk'],
    cards: ['olvestad', 'angsbro'],
    state: { publishedAt: '2024-03-05T09:00+01:00' },
    body: [
      p(
        'Fonden bildades 1968 för att rädda sjöar undan försurningen. Sedan dess har den betalat för kalkning, fisktrappor och provtagning i mer än 900 vatten, men aldrig för något som står innanför ett fabriksstaket.',
      ),
      quote(
        null,
        '– Vi har ägnat ett halvt sekel åt att laga vatten i efterhand. Det är dags att vi är på plats innan det går sönder, säger Lena Hjorth, ordförande i Sötvattensfonden.',
      ),
      p(
        'Pengarna ska gå till orter med färre än 15 000 invånare. Där är det ofta ett enda företag som tar ut det mesta av vattnet, och en enda tjänsteman på kommunen som ska hinna med ledningsnät, tillstånd och telefon.',
      ),
      quote(
        'olvestad',
        '– De stora bruken anställer en vattenexpert. På de små orterna är det driftchefen som läser på om kvällarna. Det är den driftchefen vi vill hjälpa, säger Ingrid Ölvestad, programchef för Andra vattnet.',
      ),
      h2('Tre saker för pengarna'),
      numbered(
        'Förstudier på tio orter, alla enligt samma mall så att de går att jämföra.',
        'En provanläggning i två containrar, som får stå fyra månader på varje ställe.',
        'En jourtelefon dit driftpersonal kan ringa när en anläggning krånglar, även på natten.',
      ),
      p('Containrarna levereras i september. Vart de åker först beslutar programrådet i juni.'),
      quote(
        'angsbro',
        '– Jag hoppas att det blir en ort som ingen av oss kan peka ut på kartan, säger Märta Ängsbro, som leder rådet.',
      ),
      p(
        'Andra vattnet omsätter från och med i år 61 miljoner kronor. Resursmyndigheten och Stiftelsen Långsikt, som har finansierat programmet sedan 2022, fortsätter med oförändrade belopp.',
      ),
    ],
  }),
  seedRelease({
    story: 'sotvattensfonden',
    language: 'en',
    kind: 'press',
    slug: 'freshwater-fund-backs-industrial-water',
    title: 'The Freshwater Fund puts SEK 30 million into industrial water',
    lead: [
      'The Freshwater Fund becomes the third funder of Andra vattnet. Its SEK 30 million, spread over three years, is reserved for smaller industrial towns, which can seldom afford to go first.',
    ],
    topics: ['processvatten', 'regelverk'],
    cards: ['olvestad', 'angsbro'],
    state: { publishedAt: '2024-03-05T09:00+01:00' },
    body: [
      p(
        'The fund was set up in 1968 to save lakes from acid rain. It has since paid for liming, fish ladders and sampling in more than 900 lakes and rivers, but never for anything inside a factory fence.',
      ),
      quote(
        null,
        '“We have spent half a century mending water after the damage was done. It is time we got there first,” says Lena Hjorth, who chairs the Freshwater Fund.',
      ),
      p(
        'The money is for towns with fewer than 15,000 inhabitants. In many of them a single company draws most of the water, and a single official looks after the pipes, the permits and the telephone.',
      ),
      quote(
        'olvestad',
        '“The big mills hire a water expert. In the small towns it is the operations manager who reads up on the subject at night. That is the person we want to help,” says Ingrid Ölvestad, Programme Director of Andra vattnet.',
      ),
      h2('What the money buys'),
      numbered(
        'Pilot studies in ten towns, all done in the same way so that they can be compared.',
        'A test plant in two containers, to spend four months in each place.',
        'A telephone line for operators whose plant is playing up, staffed at night as well.',
      ),
      p('The containers arrive in September. The programme council decides in June where they go first.'),
      quote(
        'angsbro',
        '“I hope it will be a town that none of us can point to on a map,” says Märta Ängsbro, who chairs the council.',
      ),
      p(
        'This brings the annual budget of Andra vattnet to SEK 61 million. The Swedish Resources Agency and the Långsikt Foundation, who have funded the programme since 2022, continue as before.',
      ),
    ],
  }),
]
