import { facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const kylvattenVarmer = [
  seedRelease({
    story: 'kylvatten-varmer',
    language: 'sv',
    kind: 'news',
    slug: 'kylvatten-kan-varma-tvatusen-lagenheter',
    title:
      'Livsmedelsindustrins kylvatten kan värma tvåtusen lägenheter i Lövsele redan nästa vinter, visar en ny förstudie',
    lead: [
      'Fyra livsmedelsföretag på samma gata häller varje dygn ut 2 600 kubikmeter trettiogradigt vatten. Fjärrvärmeverket, som ligger 400 meter bort, vill ha det.',
    ],
    hero: picture(
      'district-heating',
      'Illustration: en stad på natten med tända fönster. Under gatan löper röda, gula och blå rör, och varje hus är kopplat till dem.',
    ),
    topics: ['overskottsvarme', 'processvatten'],
    cards: ['asenhed', 'dahlgren'],
    state: { publishedAt: '2025-04-29T09:00+02:00' },
    body: [
      p(
        'Mejeriet, charkfabriken, bryggeriet och ett företag som kokar rödbetor delar infart, vaktbolag och lunchrestaurang på Industrigatan i Lövsele. Nu föreslår en förstudie att de delar rör också.',
      ),
      p(
        'Idén är enkel. Kylvattnet från de fyra samlas i en gemensam tank, en värmepump lyfter temperaturen från 30 till 72 grader och fjärrvärmen får resten av sin värme därifrån. Det avkylda vattnet går tillbaka till företagen, som slipper köpa nytt.',
      ),
      h2('Överskottsvärmesamordning på en halv sida'),
      p(
        'Det svåra är sällan rören, utan avtalet. Vem betalar om ett av företagen flyttar? Vem bestämmer temperaturen en julafton när bara bryggeriet är i~gång?',
      ),
      quote(
        'dahlgren',
        '– Vi började med ett utkast på 38 sidor. Nu ryms det på en halv: var och en lämnar det den har, får betalt per kilowattimme och kan lämna avtalet med två års varsel, säger Jonas Dahlgren Mwangi, som har skrivit förstudien.',
      ),
      quote(
        'asenhed',
        '– Kommunen har letat efter värme i skogen, i soporna och i berggrunden. Så visade det sig att den rann förbi utanför fönstret, säger Petter Åsenhed.',
      ),
      facts(
        'Förstudien i siffror',
        ['Värme', '21 gigawattimmar om året, vilket räcker till ungefär 2 000 lägenheter'],
        ['Sparat vatten', '740 000 kubikmeter om året'],
        ['Kostnad', '34 miljoner kronor, intjänade på sex år'],
        ['Beslut', 'Tekniska nämnden den 17 juni 2025'],
      ),
    ],
  }),
]
