import { facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const hogforsFargkrets = [
  seedRelease({
    story: 'hogfors-fargkrets',
    language: 'sv',
    kind: 'press',
    slug: 'hogfors-textil-halverar-vattenuttaget',
    title: 'Högfors Textil halverar vattenuttaget efter ett år med sluten färgkrets',
    lead: [
      'Högfors Textil har på ett år minskat sitt uttag av vatten från 3,4 miljoner kubikmeter till 1,7 miljoner.',
      'Inköpen av färg har samtidigt minskat med en femtedel, eftersom den går att fånga in och använda igen.',
    ],
    place: 'Högfors',
    hero: picture(
      'textile',
      'Illustration: en tätt vävd väv i tre blå nyanser med inslag av gult.',
      'Provväven från första veckan. Den gula tråden färgades i återvunnet bad.',
    ),
    topics: ['processvatten', 'membranteknik'],
    cards: ['brannmark', 'hietala'],
    state: { publishedAt: '2026-09-22T08:00+02:00' },
    body: [
      p(
        'Ett kilo tyg kräver ungefär hundra liter vatten på vägen från vitt till mörkblått. Det mesta går åt till att skölja bort den färg som inte har fastnat. I Högfors gav sköljningen i decennier ån en ny färg var dag, och ortsborna kunde läsa modet i vattnet.',
      ),
      p(
        'Så är det inte längre. Med den slutna färgkretsen återvinns nio av tio liter processvatten, och färgen kan användas på nytt i mörkare kulörer. Kretsen togs i drift i september förra året på tre av fabrikens fem färglinjer.',
      ),
      quote(
        'brannmark',
        '– Det svarta blev bäst. Vi samlar alla rester i en tank, och efter en vecka är den svartare än något vi har kunnat blanda till, säger Elin Brännmark, miljöchef. Kunderna frågar efter den. Vi kallar den Resten.',
      ),
      h2('Färgen sorteras efter storlek'),
      p(
        'Tekniken bygger på att färgens molekyler är större än vattnets och saltets. Ett membran håller kvar färgen, nästa håller kvar saltet, och båda går tillbaka till badet. Kvar blir vatten som är varmt, mjukt och färdigt att använda.',
      ),
      quote(
        'hietala',
        '– Textil är en dröm för oss. Det som ska bort är dyrt, så det lönar sig att ta vara på det, säger Kaisa Hietala, som har utvecklat membranen vid Lövsele tekniska högskola.',
      ),
      p(
        'Allt har inte gått som planerat. Under de första månaderna fick 14 kilometer tyg en svag grönton, sedan en sats av ett nytt fixermedel hade passerat alla filter. Tyget såldes som *Havsgrön, begränsad upplaga* och tog slut på tre veckor.',
      ),
      p('För de två färglinjer som återstår har bolaget sökt stöd från Andra vattnet. Beslut väntas i november.'),
      facts(
        'Ett år med färgkretsen',
        ['Vattenuttag', '3 420 000 kubikmeter blev 1 690 000'],
        ['Färg', '21 procent mindre inköpt mängd'],
        ['Salt', '430 ton mindre till ån'],
        ['El', '6 procent mer, till pumpar och filter'],
        ['Kostnad', '19 miljoner kronor, intjänade på fyra år'],
      ),
    ],
  }),
]
