import { h2, heroImage, p, picture, quote, seedRelease, tableBlock } from '../../write.ts'

export const nyaSiffror = [
  seedRelease({
    story: 'nya-siffror',
    language: 'sv',
    kind: 'report',
    slug: 'sa-mycket-vatten-gar-ett-varv-till',
    title: 'Nya siffror: så mycket vatten går ett varv till',
    lead: [
      'Industrin återanvände 61 miljoner kubikmeter vatten under 2025, det mesta hittills.',
      'Textil- och livsmedelsindustrin ökar mest, efter en sommar då många av deras fabriker fick dra ned.',
    ],
    hero: picture(
      'rings',
      'Illustration: sju ringar runt en vattendroppe. För varje ring går den ljusa delen längre, och den yttersta, gul, når nästan tre fjärdedels varv.',
    ),
    topics: ['processvatten', 'oppna-data'],
    series: 'vattenkartan',
    cards: ['dahlgren'],
    state: { publishedAt: '2026-01-27T08:00+01:00' },
    body: [
      p(
        'För fjärde året i rad har Statistikbyrån räknat hur mycket av industrins vatten som används mer än en gång, på uppdrag av Andra vattnet. 2025 blev det 61 miljoner kubikmeter, mot 52 miljoner året före. Det motsvarar 4,4 procent av allt vatten som industrin tar in. Åren före 2022 är beräknade i efterhand.',
      ),
      heroImage(
        'chart',
        'Stapeldiagram: sju staplar för åren 2019 till 2025. Den sista, i orange, är nästan tre gånger så hög som den första.',
        'Återanvänt vatten per år, från 22 miljoner kubikmeter 2019 till 61 miljoner 2025. Svackan 2021 beror på två nedlagda pappersmaskiner.',
      ),
      quote(
        'dahlgren',
        '– På sex år har siffran nästan tredubblats, och ändå är det en skvätt. Av hundra liter som går in i svensk industri används drygt fyra igen, säger Jonas Dahlgren Mwangi, som leder räkningen.',
      ),
      h2('Torkan gjorde det ingen broschyr hade lyckats med'),
      p(
        'Under juli och augusti 2025 var flödet i hälften av landets större vattendrag det lägsta på trettio år. Fabriker som redan hade en anläggning för återvinning körde den dygnet runt. De som inte hade någon fick dra ned.',
      ),
      tableBlock({
        caption: 'Textil och livsmedel ökar mest',
        note: 'Återanvänt vatten, miljoner kubikmeter',
        head: ['Bransch', '2024', '2025', 'Förändring\nprocent'],
        rows: [
          ['Massa och papper', '23,1', '25,4', '+10'],
          ['Stål och metall', '14,6', '16,2', '+11'],
          ['Livsmedel', '5,2', '7,9', '+52'],
          ['Kemi', '5,8', '6,3', '+9'],
          ['Textil och läder', '0,9', '1,7', '+89'],
          ['Övrigt', '2,4', '3,5', '+46'],
        ],
        totals: ['Summa', '52,0', '61,0', '+17'],
      }),
      p(
        'Siffrorna omfattar anläggningar som tar ut mer än 100 000 kubikmeter om året. Från och med nästa år räknas också de som är mindre, och en karta över vattentillgången tas fram så att siffrorna går att läsa ort för ort.',
      ),
    ],
  }),
]
