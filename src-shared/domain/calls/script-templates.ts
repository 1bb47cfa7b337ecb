/**
 * Scripts to begin with. A list copies the text, so that a later version may reword them freely. Names stand in their
 * plain form only, for Slovak would give them other endings anywhere else (`call-script.ts`).
 */
import type { InTwoLanguages } from '../contracts/built-in-templates.ts';

export interface ScriptTemplate {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly text: InTwoLanguages;
}

export const SCRIPT_TEMPLATES: readonly ScriptTemplate[] = [
  {
    id: 'firstMeeting',
    name: { sk: 'Prvé stretnutie so záujemcom', en: 'First meeting with a prospect' },
    text: {
      sk: `Dobrý deň, volám sa [ja]. Je pri telefóne [osoba]?

Nechcem vás zdržať, stačí mi minúta. Hodí sa vám to teraz?
(Nie: kedy mám zavolať znova?)

Dodávame firmám, ako je [klient]. Pomáhame im … (jedna veta o tom, čo z toho majú).

Ako to riešite dnes? Čo by malo byť inak?

Navrhujem krátke stretnutie, tridsať minút u vás: ukážem vám, ako to robia iní, a vy poviete, či to má pre vás zmysel.

Hodí sa vám skôr utorok dopoludnia, alebo štvrtok popoludní?
Kto by mal byť pri tom ešte?

Zopakujem: deň, hodina, miesto, kto príde. Pošlem potvrdenie. Ďakujem, do videnia.`,
      en: `Good morning, my name is [me]. Am I speaking with [person]?

I will not keep you long, a minute is enough. Is now a good time?
(No: when shall I call again?)

We supply firms such as [client]. We help them to … (one sentence about what they gain).

How do you manage this today? What should be different?

I suggest a short meeting, thirty minutes at your place: I will show you how others do it, and you will tell me whether it makes sense for you.

Which suits you better, Tuesday morning or Thursday afternoon?
Who else should be there?

To confirm: day, hour, place, who comes. I will send it in writing. Thank you, goodbye.`,
    },
  },
  {
    id: 'afterFair',
    name: { sk: 'Po veľtrhu', en: 'After a fair' },
    text: {
      sk: `Dobrý deň, volám sa [ja]. Je pri telefóne [osoba]?

Hovorili sme spolu na veľtrhu, pri našom stánku. Zaujalo vás … (čo si vtedy pozrel).

Sľúbili sme vám … Prišlo to v poriadku?

Čo sa u vás odvtedy zmenilo? Kto o tom ešte rozhoduje?

Rád by som prišiel a pozrel sa na to priamo u vás. Kedy sa vám to hodí, tento alebo budúci týždeň?

Zopakujem: deň, hodina, miesto, kto príde. Ďakujem, do videnia.`,
      en: `Good morning, my name is [me]. Am I speaking with [person]?

We spoke at the fair, at our stand. You were interested in … (what they looked at).

We promised you … Has it arrived safely?

What has changed since then? Who else decides about it?

I would like to come and look at it at your place. Does this week suit you, or the next?

To confirm: day, hour, place, who comes. Thank you, goodbye.`,
    },
  },
  {
    id: 'renewal',
    name: { sk: 'Pred koncom zmluvy', en: 'Before a contract ends' },
    text: {
      sk: `Dobrý deň, volám sa [ja]. Je pri telefóne [osoba]?

Blíži sa termín v našej zmluve a chcem, aby ste mali dosť času na rozhodnutie.

Ako ste s nami spokojní? Čo malo byť lepšie?

Čo sa u vás na budúci rok mení: množstvá, sortiment, ľudia?

Navrhujem stretnutie, na ktorom prejdeme plnenie zmluvy a podmienky na ďalšie obdobie. Kedy sa vám to hodí?

Zopakujem: deň, hodina, miesto, kto príde. Ďakujem, do videnia.`,
      en: `Good morning, my name is [me]. Am I speaking with [person]?

A date in our contract is near, and I want you to have enough time to decide.

How satisfied are you with us? What should have been better?

What changes next year: quantities, range, people?

I suggest a meeting at which we go through the fulfilment of the contract and the terms for the next period. When does it suit you?

To confirm: day, hour, place, who comes. Thank you, goodbye.`,
    },
  },
  {
    id: 'longSilence',
    name: { sk: 'Dlho bez kontaktu', en: 'Long without contact' },
    text: {
      sk: `Dobrý deň, volám sa [ja]. Je pri telefóne [osoba]?

Dlho sme spolu nehovorili. Volám, aby som sa spýtal, ako sa vám darí a či je všetko v poriadku.

Je niečo, s čím nie ste spokojní, alebo čo sme vám zostali dlžní?

Čo dnes potrebujete a čo vám dodáva niekto iný?

Rád sa zastavím. Kedy sa vám to hodí?

Zopakujem: deň, hodina, miesto. Ďakujem, do videnia.`,
      en: `Good morning, my name is [me]. Am I speaking with [person]?

We have not spoken for a long time. I am calling to ask how you are and whether all is well.

Is there anything you are not satisfied with, or anything we still owe you?

What do you need today, and what does somebody else supply?

I would be glad to stop by. When does it suit you?

To confirm: day, hour, place. Thank you, goodbye.`,
    },
  },
];
