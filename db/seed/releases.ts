import { attaKommuner } from './releases/atta-kommuner.ts'
import { drafts } from './releases/drafts.ts'
import { dubbelkretsIFullSkala } from './releases/dubbelkrets-i-full-skala.ts'
import { elvaLarosaten } from './releases/elva-larosaten.ts'
import { ettArMedOppnaMatvarden } from './releases/ett-ar-med-oppna-matvarden.ts'
import { ettDygnIVattenhallen } from './releases/ett-dygn-i-vattenhallen.ts'
import { felSidaOmRoret } from './releases/fel-sida-om-roret.ts'
import { hogforsFargkrets } from './releases/hogfors-fargkrets.ts'
import { kaisaHietala } from './releases/kaisa-hietala.ts'
import { kartlaggningen } from './releases/kartlaggningen.ts'
import { kylvattenVarmer } from './releases/kylvatten-varmer.ts'
import { nyKarta } from './releases/ny-karta.ts'
import { nyaRiktvarden } from './releases/nya-riktvarden.ts'
import { nyaSiffror } from './releases/nya-siffror.ts'
import { oppetHus } from './releases/oppet-hus.ts'
import { pilotanlaggningenIHogfors } from './releases/pilotanlaggningen-i-hogfors.ts'
import { ravaranViSlarvarMed } from './releases/ravaran-vi-slarvar-med.ts'
import { saFungerarEnDubbelkrets } from './releases/sa-fungerar-en-dubbelkrets.ts'
import { sigridAsk } from './releases/sigrid-ask.ts'
import { skoljvattnetIGruvnas } from './releases/skoljvattnet-i-gruvnas.ts'
import { slutaKallaDetAvloppsvatten } from './releases/sluta-kalla-det-avloppsvatten.ts'
import { sotvattensfonden } from './releases/sotvattensfonden.ts'
import { tolvBruksorter } from './releases/tolv-bruksorter.ts'
import { torraSomrar } from './releases/torra-somrar.ts'
import { treAvFyra } from './releases/tre-av-fyra.ts'
import { utlysningen } from './releases/utlysningen.ts'
import { vattendagen } from './releases/vattendagen.ts'
import { vattenpriset } from './releases/vattenpriset.ts'
import { visaSiffrorna } from './releases/visa-siffrorna.ts'
import type { ReleaseSeed } from './types.ts'

/** Every release, oldest first; then what is not out yet. */
export const releases: ReleaseSeed[] = [
  ...sotvattensfonden,
  ...kaisaHietala,
  ...kartlaggningen,
  ...oppetHus,
  ...slutaKallaDetAvloppsvatten,
  ...attaKommuner,
  ...felSidaOmRoret,
  ...kylvattenVarmer,
  ...saFungerarEnDubbelkrets,
  ...skoljvattnetIGruvnas,
  ...dubbelkretsIFullSkala,
  ...treAvFyra,
  ...visaSiffrorna,
  ...nyaSiffror,
  ...utlysningen,
  ...ettDygnIVattenhallen,
  ...torraSomrar,
  ...sigridAsk,
  ...pilotanlaggningenIHogfors,
  ...elvaLarosaten,
  ...ravaranViSlarvarMed,
  ...hogforsFargkrets,
  ...ettArMedOppnaMatvarden,
  ...vattenpriset,
  ...nyaRiktvarden,
  ...vattendagen,
  ...tolvBruksorter,
  ...nyKarta,
  ...drafts,
]
