import { bullets, facts, h2, heroImage, p, picture, quote, seedRelease } from '../../write.ts'

export const treAvFyra = [
  seedRelease({
    story: 'tre-av-fyra',
    language: 'sv',
    kind: 'press',
    slug: 'tre-av-fyra-fabriker',
    title: 'Tre av fyra fabriker vet inte vart deras vatten tar vägen',
    lead: [
      'Tre av fyra fabriker kan inte visa hur mycket vatten som lämnar dem.',
      'Det försvårar för den som vill använda det en gång till.',
    ],
    hero: picture(
      'three-of-four',
      'Illustration: fyra fabriker på rad. Från tre av dem försvinner vattnet i streck ned i marken, från den fjärde går det till en mätare.',
    ),
    topics: ['oppna-data', 'processvatten'],
    series: 'vattenkartan',
    cards: ['olvestad', 'farhadi', 'dahlgren'],
    state: { publishedAt: '2025-11-18T08:00+01:00' },
    body: [
      p(
        'Varje svensk fabrik vet på kubikmetern när hur mycket vatten den köper, för det står på fakturan. Hur mycket som sedan rinner ut är det få som vet. Det visar en enkät som Andra vattnet har låtit göra.',
      ),
      p(
        'Undersökningen bygger på svar från 384 företag i pappers-, textil- och livsmedelsindustrin. Svaren samlades in i september och oktober 2025 av Statistikbyrån på uppdrag av Andra vattnet. De minsta företagen är underrepresenterade.',
      ),
      heroImage(
        'outlet-chart',
        'Stapeldiagram: 74 procent saknar mätare på utloppet, 17 har några, 9 har på alla.',
        'Har ni mätare på utloppen? Ingen mätare (röd), på några (ljusblå), på alla (mörkblå).',
      ),
      quote(
        'olvestad',
        '– Ingen döljer något, det är bara det att ingen har frågat, säger Ingrid Ölvestad, programchef för Andra vattnet.',
      ),
      h2('En mätare kostar mindre än en kaffeautomat'),
      p(
        'De vanligaste förklaringarna är att ingen myndighet kräver det, att utloppen är för många och att ingen har haft tid. Priset nämner bara var tjugonde. En magnetisk flödesmätare med givare för temperatur kostar mellan 18 000 och 30 000 kronor, monterad.',
      ),
      quote(
        'farhadi',
        '– När vi satte mätare på elva utlopp hos ett livsmedelsföretag hittade vi en ventil som hade stått öppen sedan 2017. Den hade släppt ut rent, uppvärmt vatten för 400 000 kronor om året, berättar Nasrin Farhadi.',
      ),
      p('Av dem som mäter på alla utlopp svarar'),
      bullets(
        'sex av tio att de har hittat läckor de inte kände till',
        'varannan att de har minskat inköpen av vatten med mer än en tiondel',
        'var tredje att de numera säljer eller skänker värme till en granne.',
      ),
      quote(
        'dahlgren',
        '– Det går inte att sälja något man inte kan väga, säger Jonas Dahlgren Mwangi, affärsutvecklare. Så fort det finns en siffra finns det en köpare.',
      ),
      facts(
        'Låna en mätare',
        'Andra vattnet har 60 flödesmätare som företag får låna i tre månader. De spänns utanpå röret, så produktionen behöver inte stoppas.',
        ['Kostnad', 'Frakten'],
        ['Väntetid', 'Ungefär fem veckor'],
        ['Anmälan', 'Till [press@andravattnet.example](mailto:press@andravattnet.example), så skickar vi den vidare'],
      ),
    ],
  }),
  seedRelease({
    story: 'tre-av-fyra',
    language: 'en',
    kind: 'press',
    slug: 'three-out-of-four-factories',
    title: 'Three out of four factories do not know where their water goes',
    lead: [
      'Three out of four factories cannot show how much water leaves them.',
      'That makes life difficult for anyone who wants to use it again.',
    ],
    hero: picture(
      'three-of-four',
      'Illustration: four factories in a row. From three of them the water trails off into the ground; from the fourth it runs to a meter.',
    ),
    topics: ['oppna-data', 'processvatten'],
    series: 'vattenkartan',
    cards: ['olvestad', 'farhadi', 'dahlgren'],
    state: { publishedAt: '2025-11-18T08:00+01:00' },
    body: [
      p(
        'Every Swedish factory knows to the cubic metre how much water it buys, because the bill says so. How much runs out at the other end is known to few. That is the finding of a survey commissioned by Andra vattnet.',
      ),
      p(
        'The survey is based on answers from 384 companies in the paper, textile and food industries. They were collected in September and October 2025 by the polling firm Statistikbyrån. The smallest companies are under-represented.',
      ),
      heroImage(
        'outlet-chart',
        'Bar chart: 74 per cent have no meter on the outlet, 17 have some, 9 have one on every outlet.',
        'Do you have meters on your outlets? None (red), on some (light blue), on all (dark blue).',
      ),
      quote(
        'olvestad',
        '“Nobody is hiding anything. It is just that nobody has asked,” says Ingrid Ölvestad, Programme Director of Andra vattnet.',
      ),
      h2('A meter costs less than a coffee machine'),
      p(
        'The most common explanations are that no authority demands it, that there are too many outlets and that nobody has had the time. Only one in twenty mentions the price. A magnetic flow meter with a temperature sensor costs between SEK 18,000 and 30,000, installed.',
      ),
      quote(
        'farhadi',
        '“When we put meters on eleven outlets at a food company, we found a valve that had been open since 2017. It had let out clean, heated water worth SEK 400,000 a year,” says Nasrin Farhadi.',
      ),
      p('Of those who measure at every outlet,'),
      bullets(
        'six out of ten have found leaks they did not know about',
        'half have cut the water they buy by more than a tenth',
        'one in three now sells heat to a neighbour, or gives it away.',
      ),
      quote(
        'dahlgren',
        '“You cannot sell what you cannot weigh,” says Jonas Dahlgren Mwangi, Business Developer. “As soon as there is a figure, there is a buyer.”',
      ),
    ],
  }),
]
