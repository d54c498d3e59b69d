import { facts, p, picture, quote, seedRelease } from '../../write.ts'

export const oppetHus = [
  seedRelease({
    story: 'oppet-hus',
    language: 'sv',
    kind: 'invitation',
    slug: 'oppet-hus-i-vattenhallen',
    title: 'Gå i rören innan vi släpper på vattnet: öppet hus i Vattenhallen',
    lead: [
      'I ett par veckor till går det att promenera genom det som ska bli Sveriges första dubbelkrets. Kom och prova.',
    ],
    hero: picture(
      'open-house',
      'Illustration: tre besökare står i en hög valvport. Ljuset innanför är varmt, och porten är målad i ringar av blått.',
    ),
    topics: ['membranteknik', 'kompetens'],
    cards: ['farhadi', 'hietala'],
    state: { publishedAt: '2024-08-20T09:00+02:00' },
    body: [
      p(
        'I det gamla pumphuset vid hamnen monteras just nu 340 meter rör. Det grövsta är det gamla intaget från 1931, 170 centimeter i diameter, så de flesta behöver bara böja lite på nacken.',
      ),
      p(
        'Nasrin Farhadi och Kaisa Hietala visar runt varje halvtimme. Barnen får smutsa ned ett glas vatten så mycket de vill och se vad som händer på andra sidan filtret.',
      ),
      quote('hietala', '– Förra gången vann ett barn med sylt, tusch och en tappad tand, säger Kaisa.'),
      facts(
        'Praktiskt',
        ['När', 'Lördagen den 14 september 2024 kl. 10–15'],
        ['Var', 'Vattenhallen, Hamngatan 2, Lövsele'],
        ['Kostar', 'Ingenting. Ingen anmälan behövs.'],
        ['Framkomlighet', 'Hallen har hiss. Rören har trösklar på åtta centimeter.'],
        ['Ta på dig', 'Skor som får bli våta'],
      ),
    ],
  }),
]
