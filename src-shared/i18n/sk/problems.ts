/** What is wrong: with one field (`field`), with a command (`command`), with the file on disk (`notSaved`). */
export const problems = {
  field: {
    required: 'Toto treba vyplniť.',
    tooLong: 'Text je pridlhý.',
    notAChoice: 'Vyberte jednu z ponúkaných možností.',
    notADay: 'Taký dátum neexistuje. Napíšte ho ako 24. 11. 2026.',
    notAnEmail: 'E-mailová adresa má tvar meno@firma.sk.',
    notANumber: 'Napíšte celé číslo.',
    icoLength: 'IČO má osem číslic.',
    icoCheckDigit: 'Kontrolná číslica IČO nesedí. Skontrolujte, či v ňom nie je preklep.',
    dicInvalid: 'DIČ nesedí. Skontrolujte, či v ňom nie je preklep.',
    vatIdInvalid: 'IČ DPH nesedí. Skontrolujte krajinu a číslice.',
    endsBeforeStart: 'Koniec je pred začiatkom.',
    invalid: 'Túto hodnotu nemožno uložiť.',
  },
  command: {
    invalid: 'Nepodarilo sa uložiť: niektorý údaj nie je v poriadku. Čo ste napísali, zostáva rozpísané.',
    notFound: 'Záznam medzitým niekto odstránil. Čo ste napísali, zostáva rozpísané.',
    sealed: 'Zapísaný záznam sa nemení. Zapíšte namiesto toho opravu.',
    tooLarge: 'Naraz je toho priveľa. Nič sa nezmenilo; skúste to po častiach.',
    refused: 'Vizitka to odmietla a nič nezmenila.',
    lost: 'Jadro Vizitky práve neodpovedá. Čo ste napísali, zostáva rozpísané; skúste to o chvíľu znova.',
    bug: 'Stala sa chyba, ktorú Vizitka nečakala. Čo ste napísali, zostáva rozpísané; skúste to znova.',
  },
  refused: {
    attachmentTooLarge: 'Súbor je väčší ako 100 MB, a preto sa nepriložil. Zmenšite ho alebo ho rozdeľte.',
    attachmentEmpty: 'Súbor je prázdny, a preto sa nepriložil.',
    attachmentGap: 'Prenos súboru sa prerušil. Priložte ho znova.',
    attachmentGone: 'Súbor sa neprečítal do konca. Priložte ho znova.',
    attachmentNotHere: 'Súbor ešte nie je na tomto počítači. Stiahnite ho, keď bude dostupný server.',
    attachmentDamaged: 'Súbor je na disku poškodený. Obnovte ho zo zálohy alebo ho priložte znova.',
    shut: 'Databáza je zamknutá. Nič sa nezmenilo; otvorte ju a skúste to znova.',
    open: 'Databáza je už otvorená. Nič sa nezmenilo.',
    backupRunning: 'Práve sa robí záloha. Počkajte, kým sa dokončí, a skúste to znova.',
    onlyWay: 'Databázu by potom neotvorilo nič iné. Nič sa nezmenilo; najprv si odložte záchranný kód.',
    wrongCode: 'Toto nie je platný záchranný kód tejto databázy. Nič sa nezmenilo.',
    keyStoreNone:
      'Tento počítač nemá bezpečnú kľúčenku. Nič sa nezmenilo; databázu ďalej otvára záchranný kód.',
    demoShut: 'Ukážková databáza sa nedá otvoriť. Vašej databázy sa to netýka.',
    unknownAction: 'Tento krok sa už vrátiť nedá: Vizitka o ňom nemá záznam. Nič sa nezmenilo.',
    alreadyUndone: 'Tento krok je už vrátený späť. Nič sa nezmenilo.',
    notUndoable: 'Tento krok sa vrátiť nedá. Nič sa nezmenilo.',
    pathFromWindow: 'Súbor treba vybrať v okne. Nič sa nenačítalo.',
    importRunning: 'Práve sa načítava iný súbor. Počkajte, kým sa to dokončí, a skúste to znova.',
    mergeIntoItself: 'Záznam sa nedá zlúčiť sám so sebou. Nič sa nezmenilo.',
    mergedAlready: 'Tento záznam je už zlúčený. Nič sa nezmenilo; najprv ho rozdeľte.',
    meetingHeld: 'Stretnutie sa už uskutočnilo. Nič sa nezmenilo; najprv ho vráťte medzi naplánované.',
    callListTooLong:
      'Naraz sa do zoznamu hovorov dá pridať najviac 5 000 klientov. Nič sa nezmenilo; zúžte výber filtrom.',
    callListClosed: 'Zoznam hovorov je uzavretý. Nič sa nezmenilo; najprv ho znova otvorte.',
    notACalendar:
      'Toto nie je súbor kalendára (.ics). Nič sa nenačítalo; v kalendári zvoľte vývoz do súboru .ics.',
    promiseClosed: 'Tento prísľub je už uzavretý. Nič sa nezmenilo; ak ešte platí, najprv ho znova otvorte.',
    promiseUndated: 'Prísľub bez termínu sa nedá odložiť. Nič sa nezmenilo; najprv mu určte termín.',
    snoozeNotAhead: 'Odložiť sa dá len na deň, ktorý ešte len príde. Nič sa nezmenilo; zvoľte neskorší deň.',
    otherClient: 'Záznam patrí inému klientovi. Nič sa nezmenilo; vyberte záznam toho istého klienta.',
    demoNeverJoins: 'Ukážková databáza sa k firme nepripája. Nič sa nezmenilo.',
    alreadySignedIn: 'Toto zariadenie je už pripojené. Nič sa nezmenilo.',
    notSignedIn: 'Toto zariadenie nie je pripojené k firme. Nič sa nezmenilo.',
    wrongPassword: 'E-mail alebo heslo nesedí. Nič sa nezmenilo; skúste to znova.',
    invitationInvalid:
      'Pozvánka neplatí: je pre iný e-mail, už použitá alebo stará. Požiadajte správcu o novú.',
    needsHttps: 'Server na inom počítači musí mať adresu https. Nič sa neodoslalo; opýtajte sa správcu.',
    passwordShort: 'Heslo má mať aspoň 10 znakov. Nič sa nezmenilo; zvoľte iné.',
    notOurServer:
      'Na tejto adrese neodpovedá server Vizitky. Skontrolujte adresu; v hoteli či hale sa najprv prihláste do Wi-Fi.',
    offline:
      'Server teraz nie je dostupný. Skontrolujte sieť a skúste to znova; pracovať môžete aj bez neho.',
    insecure:
      'Spojenie so serverom sa nedá overiť, preto sa nič neposlalo. Skúste inú sieť alebo sa opýtajte správcu.',
    upgradeRequired: 'Server potrebuje novšiu verziu Vizitky. Aktualizujte program a skúste to znova.',
    rateLimited: 'Pokusov bolo priveľa. Počkajte pár minút a skúste to znova.',
    notAllowed: 'Na toto nemáte oprávnenie. Nič sa nezmenilo; obráťte sa na správcu.',
    beingSent:
      'Posledné zmeny tejto osoby sa práve odosielajú. Nič sa nezmenilo; vymeňte zmeny so serverom a skúste to znova.',
    unsent: 'Niečo ešte nie je odoslané. Nič sa nezmenilo; najprv uložte záchranný súbor.',
    noRecoveryCode:
      'Bez záchranného kódu by sa záchranný súbor nedal otvoriť. Odložte si ho najprv v nastaveniach.',
    serverTrouble: 'Server má ťažkosti. Nič sa nezmenilo; skúste to o chvíľu znova.',
  },
  notSaved: {
    diskFull:
      'Neuložené: disk je plný. Čo ste napísali, zostáva na obrazovke; uvoľnite miesto a uložte znova.',
    readOnly: 'Neuložené: do priečinka profilu sa nedá zapisovať. Skontrolujte jeho oprávnenia.',
    busy: 'Neuložené: súbor práve drží iný program. Skúste to o chvíľu znova.',
    damaged: 'Neuložené: súbor databázy je poškodený. Nič nemažte a obnovte ho zo zálohy.',
  },
} as const;
