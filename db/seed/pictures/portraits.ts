import type { PictureSeed } from '../types.ts'

const portrait = (sv: string, en: string): PictureSeed => ({
  alt: { sv: `Porträtt av ${sv}.`, en: `Portrait of ${en}.` },
  caption: { sv: '', en: '' },
  credit: 'Illustration: Andra vattnet',
  licence: 'editorial',
  focus: [50, 45],
})

export const portraits: Record<string, PictureSeed> = {
  'p-olvestad': portrait(
    'Ingrid Ölvestad: grått hår i page, runda glasögon och blå polotröja',
    'Ingrid Ölvestad: grey bob, round glasses and a blue polo neck',
  ),
  'p-farhadi': portrait(
    'Nasrin Farhadi: svart page med lugg och rostfärgad tröja över vit krage',
    'Nasrin Farhadi: black bob with a fringe, rust-coloured jumper over a white collar',
  ),
  'p-rask': portrait(
    'Tomas Lindqvist Rask: brunt hår, helskägg och mörkblå tröja över ljus krage',
    'Tomas Lindqvist Rask: brown hair, full beard and a navy jumper over a pale collar',
  ),
  'p-brannmark': portrait(
    'Elin Brännmark: långt rött hår och grön tröja över vit krage',
    'Elin Brännmark: long red hair and a green jumper over a white collar',
  ),
  'p-sjodahl': portrait(
    'Amina Sjödahl: mörkblå slöja och senapsgul tröja',
    'Amina Sjödahl: navy headscarf and a mustard-coloured jumper',
  ),
  'p-dahlgren': portrait(
    'Jonas Dahlgren Mwangi: svart lockigt hår och ljusblå tröja över skjortkrage',
    'Jonas Dahlgren Mwangi: black curly hair and a light blue jumper over a shirt collar',
  ),
  'p-angsbro': portrait(
    'Märta Ängsbro: vitt hår med lugg och rostfärgad polotröja',
    'Märta Ängsbro: white hair with a fringe and a rust-coloured polo neck',
  ),
  'p-hietala': portrait(
    'Kaisa Hietala: ljust hår i knut och mörkblå polotröja',
    'Kaisa Hietala: fair hair in a bun and a navy polo neck',
  ),
  'p-asenhed': portrait(
    'Petter Åsenhed: kort grått hår, runda glasögon och mörkgrön tröja över skjortkrage',
    'Petter Åsenhed: short grey hair, round glasses and a dark green jumper over a shirt collar',
  ),
  'p-ask': portrait(
    'Sigrid Ask: kort grått hår, örhängen, grön kavaj och gul sjal',
    'Sigrid Ask: short grey hair, earrings, a green jacket and a yellow scarf',
  ),
}
