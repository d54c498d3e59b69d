import { p, picture, quote, seedRelease } from '../../write.ts'

export const sigridAsk = [
  seedRelease({
    story: 'sigrid-ask',
    language: 'sv',
    kind: 'news',
    slug: 'sigrid-ask-blir-ordforande-for-vattenpanelen',
    title: 'Sigrid Ask blir ordförande för vattenpanelen',
    lead: [
      'Limnologen Sigrid Ask leder från i dag den oberoende panel som granskar mätvärdena från Andra vattnets anläggningar.',
    ],
    hero: picture(
      'panel-table',
      'Illustration: ett mörkblått sammanträdesbord sett uppifrån, med tio tomma stolar, papper, glas och en karaff.',
    ),
    topics: ['oppna-data', 'regelverk'],
    cards: ['ask', 'angsbro'],
    state: { publishedAt: '2026-06-09T08:00+02:00' },
    body: [
      p(
        'Vattenpanelen består av tio sakkunniga som inte får ha några uppdrag för programmet vid sidan av. En gång om året läser de igenom alla mätvärden och säger vad de duger till. Panelen utses av de tre finansiärerna, inte av programmet.',
      ),
      quote(
        'ask',
        '– Min uppgift är att vara svår att imponera på, säger Sigrid Ask. Jag har tillbringat trettio år med att leta fel i mina egna dataserier. Det ska bli skönt att få leta i någon annans.',
      ),
      p(
        'Sigrid Ask har suttit i panelen sedan hösten 2024. Dessförinnan ledde hon vattenarbetet på Resursmyndigheten och var i åtta år kommunekolog i Lövsele, där hon bland annat kartlade varje dike norr om järnvägen.',
      ),
      quote(
        'angsbro',
        '– Sigrid underkände vår första rapport om Tallmora, på två sidor och utan bilagor. Hon hade rätt på båda sidorna. Det är en sådan ordförande vi behöver, säger Märta Ängsbro, som leder programrådet.',
      ),
      p(
        'Det första hon vill ändra på är språket. Från och med höstens yttrande ska varje slutsats gå att läsa högt för ett byalag utan att någon räcker upp handen.',
      ),
      quote(
        'ask',
        '– ”Signifikant förhöjd konduktivitet” är ett utmärkt uttryck om man vill vara i fred. ”Vattnet är saltare än det borde” leder till samtal.',
      ),
      p('Hon efterträder Bengt Hallin, som har lett panelen sedan den bildades 2024 och nu går i pension.'),
    ],
  }),
  seedRelease({
    story: 'sigrid-ask',
    language: 'en',
    kind: 'news',
    slug: 'sigrid-ask-to-chair-the-water-panel',
    title: 'Sigrid Ask to chair the Water Panel',
    lead: [
      'From today the limnologist Sigrid Ask leads the independent panel that examines the readings from the plants of Andra vattnet.',
    ],
    hero: picture(
      'panel-table',
      'Illustration: a navy meeting table seen from above, with ten empty chairs, papers, glasses and a carafe.',
    ),
    topics: ['oppna-data', 'regelverk'],
    cards: ['ask', 'angsbro'],
    state: { publishedAt: '2026-06-09T08:00+02:00' },
    body: [
      p(
        'The Water Panel has ten experts, none of whom may hold any other post in the programme. Once a year they go through every reading and say what it is good for. The panel is appointed by the three funders, not by the programme.',
      ),
      quote(
        'ask',
        '“My job is to be hard to impress,” says Sigrid Ask. “I have spent thirty years looking for mistakes in my own data. It will be a pleasure to look in someone else’s.”',
      ),
      p(
        'Sigrid Ask has been a member of the panel since the autumn of 2024. Before that she led the water division of the Swedish Resources Agency and was for eight years municipal ecologist in Lövsele, where she mapped, among other things, every ditch north of the railway.',
      ),
      quote(
        'angsbro',
        '“Sigrid rejected our first report on Tallmora, in two pages and with no appendices. She was right on both of them. That is the kind of chair we need,” says Märta Ängsbro, who leads the programme council.',
      ),
      p(
        'The first thing she wants to change is the language. From this autumn’s statement on, it must be possible to read every conclusion aloud to a residents’ association without a single hand going up.',
      ),
      quote(
        'ask',
        '“‘Significantly elevated conductivity’ is an excellent phrase if you want to be left alone. ‘The water is saltier than it should be’ starts a conversation.”',
      ),
      p('She succeeds Bengt Hallin, who has chaired the panel since it was formed in 2024 and now retires.'),
    ],
  }),
]
