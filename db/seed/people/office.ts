import type { PersonSeed } from '../types.ts'

/** The programme office and the programme council. */
export const office: Record<string, PersonSeed> = {
  olvestad: {
    name: 'Ingrid Ölvestad',
    sortName: 'Ölvestad, Ingrid',
    email: 'ingrid.olvestad@andravattnet.example',
    phone: '070-174 06 34',
    speaks: ['sv', 'en', 'fi'],
    topics: ['processvatten', 'regelverk', 'overskottsvarme'],
    shortBio: {
      sv: 'Leder Andra vattnet sedan 2023, efter fjorton år bland pumpar och färgbad i industrin.',
      en: 'Has led Andra vattnet since 2023, after fourteen years among pumps and dye baths in industry.',
    },
    longBio: {
      sv: 'Ingrid Ölvestad har arbetat med industrins vatten i sjutton år, först på fabriksgolvet och sedan som den som bestämmer var nästa rör ska gå. Hon leder Andra vattnet sedan 2023 och har byggt upp programmets modell med gemensamma ritningar för flera orter.\n\nHon är civilingenjör i kemiteknik, uppvuxen i Gruvnäs och sitter i den europeiska standardkommittén för återvunnet processvatten.',
      en: 'Ingrid Ölvestad has worked with industrial water for seventeen years, first on the factory floor and then as the person who decides where the next pipe goes. She has led Andra vattnet since 2023 and is behind its way of working, in which several towns build from one set of drawings.\n\nShe holds a master’s degree in chemical engineering, grew up in Gruvnäs and sits on the European standards committee for recycled process water.',
    },
    portrait: 'p-olvestad',
    basis: 'contract',
    roles: [
      {
        organisation: 'andra-vattnet',
        title: { sv: 'Programchef', en: 'Programme Director' },
        since: '2023',
      },
      {
        organisation: 'andra-vattnet',
        title: { sv: 'Biträdande programchef', en: 'Deputy Programme Director' },
        since: '2022',
        until: '2023',
      },
      {
        organisation: 'hogfors-textil',
        title: { sv: 'Utvecklingschef', en: 'Head of Development' },
        since: '2016',
        until: '2022',
      },
      {
        organisation: 'gruvnas-stal',
        title: { sv: 'Processingenjör', en: 'Process Engineer' },
        since: '2009',
        until: '2016',
      },
    ],
  },
  sjodahl: {
    name: 'Amina Sjödahl',
    sortName: 'Sjödahl, Amina',
    email: 'amina.sjodahl@andravattnet.example',
    phone: '070-174 06 12',
    pressContact: true,
    speaks: ['sv', 'en', 'so'],
    topics: ['oppna-data'],
    shortBio: {
      sv: 'Svarar på journalisters frågor om Andra vattnet och hittar den som kan svara på resten.',
      en: 'Answers journalists’ questions about Andra vattnet and finds whoever can answer the rest.',
    },
    longBio: {
      sv: 'Amina Sjödahl ansvarar för kommunikationen i Andra vattnet och är den du ringer först. Hon var nyhetsreporter i tio år, de sista fyra med industri och miljö som bevakning, och vet hur långt det är till deadline när klockan är tre.\n\nVill du besöka en anläggning ordnar Amina det, oftast inom ett par dagar. Skyddsskor i storlek 36 till 47 finns att låna.',
      en: 'Amina Sjödahl is responsible for communications at Andra vattnet and the person to call first. She was a news reporter for ten years, the last four on the industry and environment beat, and knows how close a deadline is at three in the afternoon.\n\nIf you would like to visit a plant, Amina can usually arrange it within a couple of days. Safety shoes in sizes 36 to 47 are there to borrow.',
    },
    portrait: 'p-sjodahl',
    basis: 'contract',
    roles: [
      {
        organisation: 'andra-vattnet',
        title: { sv: 'Kommunikationsansvarig', en: 'Head of Communications' },
        since: '2023-05',
      },
    ],
  },
  dahlgren: {
    name: 'Jonas Dahlgren Mwangi',
    sortName: 'Dahlgren Mwangi, Jonas',
    email: 'jonas.dahlgren.mwangi@andravattnet.example',
    phone: '070-174 06 18',
    speaks: ['sv', 'en', 'sw'],
    topics: ['overskottsvarme', 'oppna-data', 'kompetens'],
    shortBio: {
      sv: 'Räknar på när det lönar sig att använda vattnet igen, och säger till när det inte gör det.',
      en: 'Works out when it pays to use water again, and says so when it does not.',
    },
    longBio: {
      sv: 'Jonas Dahlgren Mwangi hjälper företag och kommuner att få ihop kalkylen: vem betalar röret, vem äger värmen, och vad händer den dag en av parterna vill dra sig ur? Han har förhandlat fram 23 sådana avtal, och lagt ut mallen så att andra kan låna den.\n\nHan är civilekonom och började på kraftvärmeverket i Lövsele, där han lärde sig att en bra affär ska gå att förklara på en halv sida.',
      en: 'Jonas Dahlgren Mwangi helps companies and municipalities to make the sums add up: who pays for the pipe, who owns the heat, and what happens on the day one of them wants to leave? He has negotiated 23 such agreements, and has published the template so that others can borrow it.\n\nHe has a degree in business and started out at the heat and power plant in Lövsele, where he learned that a good deal can be explained on half a page.',
    },
    portrait: 'p-dahlgren',
    basis: 'contract',
    roles: [
      {
        organisation: 'andra-vattnet',
        title: { sv: 'Affärsutvecklare', en: 'Business Developer' },
        since: '2022-10',
      },
      {
        organisation: 'lovsele-kommun',
        title: { sv: 'Energicontroller', en: 'Energy Controller' },
        since: '2016-02',
        until: '2022-09',
      },
    ],
  },
  angsbro: {
    name: 'Märta Ängsbro',
    sortName: 'Ängsbro, Märta',
    email: 'marta.angsbro@andravattnet.example',
    phone: '070-174 06 22',
    speaks: ['sv', 'en', 'de'],
    topics: ['regelverk', 'kompetens', 'processvatten'],
    shortBio: {
      sv: 'Leder rådet som beslutar vem som får stöd. Seniorprofessor och van debattör.',
      en: 'Chairs the council that decides who gets support. Senior professor and seasoned debater.',
    },
    longBio: {
      sv: 'Märta Ängsbro leder programrådet, som läser alla ansökningar och beslutar om stödet. Hon har forskat om vattenförsörjning i 35 år och skrivit läroboken som de flesta svenska va-ingenjörer har haft i bokhyllan.\n\nHon skriver gärna i tidningar, helst kort, och säger ja till de flesta debatter utom dem som börjar före frukost.',
      en: 'Märta Ängsbro chairs the programme council, which reads every application and decides on support. She has done research on water supply for 35 years and wrote the textbook that most Swedish water engineers have had on their shelves.\n\nShe likes writing for newspapers, preferably in few words, and says yes to most debates except those that start before breakfast.',
    },
    portrait: 'p-angsbro',
    basis: 'consent',
    consentUntil: '2031-12-31',
    roles: [
      {
        organisation: 'andra-vattnet',
        title: { sv: 'Ordförande i programrådet', en: 'Chair of the Programme Council' },
        since: '2022-03',
      },
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Seniorprofessor i vattenförsörjning', en: 'Senior Professor of Water Supply' },
        since: '2019',
      },
      {
        organisation: 'vattenmuseet',
        title: { sv: 'Ordförande', en: 'Chair' },
        since: '2015-05',
      },
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Professor i vattenförsörjning', en: 'Professor of Water Supply' },
        since: '2001',
        until: '2019',
      },
    ],
  },
}
