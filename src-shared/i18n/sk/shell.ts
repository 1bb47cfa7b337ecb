/** Sentences of the command line and of the start: for a terminal, so not part of the window's catalogue. */
import { desktop } from './desktop.ts';

export const shell = {
  desktop,
  howToEnd: 'Vizitka beží. Ukončíte ju klávesmi Ctrl+C.',
  openAgain:
    'Toto okno Vizitka nepozná. Otvorte ju adresou, ktorú vypísala pri spustení, alebo ju spustite ešte raz.',
  tokenUsed: 'Táto adresa už bola použitá. Spustite Vizitku ešte raz a otvorí sa nové okno.',
  noDesktop: {
    root: 'Okno v Electrone sa správcovi systému (root) neotvorí, jeho ochrana pod ním nefunguje; Vizitka sa otvorí v prehliadači.',
    noScreen: 'Na okno v Electrone tu nie je obrazovka; Vizitka sa otvorí v prehliadači.',
    missing: 'Program Electron tu nie je a nepodarilo sa ho stiahnuť; Vizitka sa otvorí v prehliadači.',
  },
  windowShown: 'Vizitka už beží vo vlastnom okne; teraz je vpredu.',
  notBuilt: 'Okno Vizitky ešte nie je zostavené ({{folder}}). Spustite npm start.',
  portTaken: 'Port {{port}} už používa iný program. Zvoľte iný alebo prepínač --port vynechajte.',
  restarted:
    'Jadro Vizitky spadlo a spustilo sa znova. Čo bolo uložené, je uložené; rozpísané zostáva rozpísané.',
  keyTightened: 'Súbor s kľúčom mohli čítať aj iní používatelia počítača. Vizitka im to zakázala.',
  risk: {
    dropbox: 'Pozor: priečinok {{folder}} synchronizuje Dropbox. Databázu môže poškodiť; presuňte ju inam.',
    onedrive: 'Pozor: priečinok {{folder}} synchronizuje OneDrive. Databázu môže poškodiť; presuňte ju inam.',
    googleDrive:
      'Pozor: priečinok {{folder}} synchronizuje Disk Google. Databázu môže poškodiť; presuňte ju inam.',
    icloud: 'Pozor: priečinok {{folder}} synchronizuje iCloud. Databázu môže poškodiť; presuňte ju inam.',
    nextcloud:
      'Pozor: priečinok {{folder}} synchronizuje Nextcloud. Databázu môže poškodiť; presuňte ju inam.',
    syncthing:
      'Pozor: priečinok {{folder}} synchronizuje Syncthing. Databázu môže poškodiť; presuňte ju inam.',
    network: 'Pozor: priečinok {{folder}} je na sieťovom disku. Databázu môže poškodiť; presuňte ju inam.',
  },
  holder: {
    browser: 'okno Vizitky v prehliadači',
    desktop: 'okno Vizitky',
    commandLine: 'príkaz Vizitky v termináli',
    unknown: 'iný program',
  },
  refused: {
    held: 'Profil {{folder}} práve používa {{holder}} (proces {{pid}}, od {{since}}). Ukončite ho alebo počkajte.',
    slotsMissing:
      'V priečinku {{folder}} je databáza, ale chýba k nej súbor keys.json. Vráťte ho zo zálohy; nič sa nezmenilo.',
    slotsDamaged: 'Súbor {{file}} je poškodený. Vráťte ho zo zálohy; nič sa nezmenilo.',
    slotsNewer: 'Súbor {{file}} zapísala novšia Vizitka. Otvorte profil ňou; nič sa nezmenilo.',
    keyFileMissing:
      'Chýba súbor s kľúčom {{file}}, ktorý databázu otváral. Vráťte ho na jeho miesto; nič sa nezmenilo.',
    keyFileDamaged: 'Súbor s kľúčom {{file}} je poškodený. Vráťte ho zo zálohy; nič sa nezmenilo.',
    wrongKey: 'Kľúč nepatrí k tejto databáze. Vráťte správny súbor s kľúčom; nič sa nezmenilo.',
    noOpener:
      'Databáza v priečinku {{folder}} sa na tomto počítači odtiaľto neotvorí: kľúč k nej má len okno Vizitky alebo iný počítač. Nič sa nezmenilo.',
    keyStoreRefused:
      'Kľúčenka systému už kľúč k databáze v priečinku {{folder}} nemá. Databáza je nedotknutá.',
    keyStoreNone:
      'Databáza v priečinku {{folder}} sa otvára kľúčenkou systému a tu žiadna bezpečná nie je. Nič sa nezmenilo.',
    codeFirst:
      'Na tomto počítači nie je bezpečná kľúčenka, preto sa nová databáza založí v okne Vizitky, so záchranným kódom.',
    baseMissing:
      'Súbor {{file}} chýba, hoci kľúče k nemu tu sú. Vráťte ho zo zálohy; prázdna databáza sa namiesto neho nezaloží.',
    damaged: 'Databáza {{file}} je poškodená. Nič nemažte a obnovte ju zo zálohy; súbor zostal taký, aký je.',
    unreadable:
      'Súbor {{file}} sa nedá čítať alebo zapisovať. Skontrolujte disk, miesto na ňom a oprávnenia; nič sa nezmenilo.',
    folderUnusable:
      'Do priečinka {{folder}} sa nedá zapisovať. Skontrolujte jeho oprávnenia alebo zvoľte iný.',
    demoNotEmpty: 'Profil {{folder}} už obsahuje vlastné údaje, ukážkové do neho Vizitka nepridá.',
    crashing: 'Jadro Vizitky opakovane padá, preto sa ukončila. Čo bolo uložené, je uložené.',
    bug: 'Stala sa chyba, ktorú Vizitka nečakala:\n{{trace}}',
  },
  recovery: {
    hint: 'Otvorí ju záchranný kód: dajte ho do premennej VIZITKA_RECOVERY_CODE.',
    ask: 'Záchranný kód: ',
    opened: 'Databáza je otvorená záchranným kódom.',
    incomplete: 'Záchranný kód nie je celý: má šesť skupín po päť znakov.',
    mistyped: 'V záchrannom kóde je preklep v skupine: {{groups}}.',
    wrong: 'Toto nie je záchranný kód tejto databázy.',
    changed: 'Tento záchranný kód už neplatí: zmenený bol {{when}}.',
    stillShut: 'Záchranný kód je správny, databáza sa však neotvorila.',
  },
  window: 'Otvorené okno povie, čo ďalej.',
  usage: `Použitie: vizitka [--profile PRIEČINOK] [--json] PRÍKAZ

  import SÚBOR [--as contacts|clients] [--map MAPA.json] [--encoding NÁZOV]
               [--delimiter ZNAK] [--sheet NÁZOV] [--dry-run]
  export contacts|clients --format csv-excel|csv|xlsx|vcard30|vcard40|json --out SÚBOR [--filter JSON]
  search TEXT              vyhľadá v klientoch, kontaktných osobách, záznamoch a námietkach
  call PROCEDÚRA [JSON]    zavolá ktorúkoľvek procedúru
  procedures               vypíše procedúry a ich JSON schémy
  demo                     naplní ukážkovú databázu
  verify                   skontroluje databázu
  backup PRIEČINOK         zapíše zašifrovanú zálohu do priečinka
  restore SÚBOR [--yes]    ukáže, čo je v zálohe, a obnoví ju; terajšiu databázu odloží
  login SERVER --email ADRESA [--invitation TEXT] [--device NÁZOV] [--yes]
                           pripojí k serveru tímu; heslo si vypýta alebo ho vezme z VIZITKA_PASSWORD
  sync [--once]            vymení zmeny so serverom, raz alebo kým nestlačíte Ctrl+C
  status                   povie, čo čaká a ako dopadla posledná výmena
  conflicts [--take kept|restored ID …]   vypíše rozpory alebo ich vyrieši
  serve [--port ČÍSLO] [--no-open]   otvorí okno v prehliadači

  server [--data PRIEČINOK] [--port ČÍSLO]   server tímu; aj server backup PRIEČINOK,
                           server restore PRIEČINOK, server invite-admin, server --help

Zamknutú databázu otvorí záchranný kód v premennej VIZITKA_RECOVERY_CODE alebo napísaný na výzvu.

Návratový kód: 0 hotovo, 1 odmietnuté, 2 nesprávne použitie.`,
  wrongUsage: 'Nesprávne použitie: {{what}}',
  search: {
    nothing: 'Nič sa nenašlo.',
    more: '… a ďalšie',
    client: 'Klienti',
    contact: 'Kontaktné osoby',
    interaction: 'Záznamy komunikácie',
    meeting: 'Stretnutia',
    promise: 'Prísľuby',
    departmentRequest: 'Požiadavky na oddelenia',
    attachment: 'Priložené súbory',
    objection: 'Námietky',
    contract: 'Zmluvy',
  },
  verify: {
    clean: 'Databáza je v poriadku (záznamy: {{records}}, zmeny: {{changes}}).',
    broken: 'Databáza nie je v poriadku. Nič nemažte a obnovte ju zo zálohy.',
  },
  backup: {
    done: 'Záloha je hotová a overená: {{file}}',
  },
  restore: {
    backup:
      'Záloha {{when}}: klienti {{clients}}, kontaktné osoby {{contacts}}, záznamy {{records}}, zmluvy {{contracts}}',
    present:
      'Teraz: klienti {{clients}}, kontaktné osoby {{contacts}}, záznamy {{records}}, zmluvy {{contracts}}',
    otherBase: 'Záloha je z inej databázy, než je v tomto profile.',
    ask: 'Obnoviť? Terajšia databáza sa odloží. [a/n] ',
    yes: 'a',
    notAsked: 'Bez terminálu treba potvrdiť prepínačom --yes. Nič sa nezmenilo.',
    left: 'Nič sa nezmenilo.',
    codeAsk: 'Záchranný kód zálohy: ',
    codeHint: 'Zálohu otvorí jej záchranný kód: dajte ho do premennej VIZITKA_RECOVERY_CODE.',
    done: 'Databáza je obnovená.',
    aside: 'Predošlá je odložená v priečinku {{folder}}',
    salvaged:
      'Z poškodenej databázy sa zachránilo: zmeny {{actions}}, záznamy {{records}}. Neprečítané stránky: {{lost}} z {{pages}}.',
  },
  import: {
    done_one: 'Načítaný {{count}} riadok.',
    done_few: 'Načítané {{count}} riadky.',
    done_many: 'Načítaných {{count}} riadka.',
    done_other: 'Načítaných {{count}} riadkov.',
    dryRun_one: 'Na skúšku prečítaný {{count}} riadok, nič sa nezapísalo.',
    dryRun_few: 'Na skúšku prečítané {{count}} riadky, nič sa nezapísalo.',
    dryRun_many: 'Na skúšku prečítaných {{count}} riadka, nič sa nezapísalo.',
    dryRun_other: 'Na skúšku prečítaných {{count}} riadkov, nič sa nezapísalo.',
    nothing_one: 'Prečítaný {{count}} riadok, nič sa nezapísalo.',
    nothing_few: 'Prečítané {{count}} riadky, nič sa nezapísalo.',
    nothing_many: 'Prečítaných {{count}} riadka, nič sa nezapísalo.',
    nothing_other: 'Prečítaných {{count}} riadkov, nič sa nezapísalo.',
    clients: 'nových klientov',
    contacts: 'nových kontaktných osôb',
    positions: 'nových pôsobení',
    filled: 'doplnených záznamov',
    same: 'riadkov bez novosti',
    differing: 'odlišných hodnôt (ponechané pôvodné)',
    skipped: 'vynechaných riadkov',
    row: 'riadok {{row}}',
    moreProblems_one: '… a ešte {{count}} problém',
    moreProblems_few: '… a ešte {{count}} problémy',
    moreProblems_many: '… a ešte {{count}} problému',
    moreProblems_other: '… a ešte {{count}} problémov',
    phase: {
      reading: 'Čítam riadky:',
      matching: 'Hľadám zhody:',
      publishing: 'Zapisujem:',
    },
  },
  login: {
    password: 'Heslo: ',
    noPassword: 'Treba heslo: vložte ho do premennej VIZITKA_PASSWORD.',
    server: 'Na serveri: klienti {{clients}}, kontaktné osoby {{contacts}}',
    clients:
      'Klienti: rovnakí {{same}}, s inými údajmi {{differing}}, možno tí istí {{doubtful}}, len tu {{mine}}',
    contacts:
      'Kontaktné osoby: rovnaké {{same}}, s inými údajmi {{differing}}, možno tie isté {{doubtful}}, len tu {{mine}}',
    ask: 'Spojiť obe databázy? [a/n] ',
    joined: 'Databázy sú spojené.',
  },
  sync: {
    done: 'odoslané {{sent}}, prijaté {{received}}',
  },
  status: {
    alone: 'Táto databáza je len v tomto počítači; server nie je nastavený.',
    server: 'Server',
    member: 'Prihlásený',
    unsent: 'Neodoslané',
    exchanged: 'Posledná výmena',
    verified: 'Posledné overenie',
    conflicts: 'Rozpory',
    rejected: 'Odložené',
    never: 'nikdy',
    staysOffline: 'Vizitka zostáva bez siete, ako ste si želali.',
    joining: 'Databáza čaká na spojenie: zopakujte príkaz login. Dovtedy sa nič nevymieňa.',
  },
  conflicts: {
    none: 'Žiadne rozpory.',
    kept: 'platí',
    lost: 'prepísané',
    deleted: 'odstránené',
    settled_one: '{{count}} rozpor vyriešený.',
    settled_few: '{{count}} rozpory vyriešené.',
    settled_many: '{{count}} rozporu vyriešeného.',
    settled_other: '{{count}} rozporov vyriešených.',
  },
  export: {
    done_one: '{{file}}: {{count}} riadok',
    done_few: '{{file}}: {{count}} riadky',
    done_many: '{{file}}: {{count}} riadka',
    done_other: '{{file}}: {{count}} riadkov',
  },
  demo: {
    filled: 'Ukážková databáza je pripravená v priečinku {{folder}}.',
    there: 'Ukážková databáza v priečinku {{folder}} už je naplnená.',
  },
  file: {
    missing: 'Súbor {{file}} neexistuje.',
    unreadable: 'Súbor {{file}} nemožno čítať. Skontrolujte jeho oprávnenia.',
    isFolder: '{{file}} je priečinok, nie súbor.',
    notJson: 'Súbor {{file}} nie je platný JSON s mapou stĺpcov.',
    unwritable: 'Do súboru {{file}} nemožno zapisovať. Nič sa nezapísalo.',
    diskFull: 'Disk je plný, súbor {{file}} sa nezapísal. Uvoľnite miesto a skúste to znova.',
  },
  error: {
    badInput: 'Neplatný vstup: {{detail}}',
    notFound: 'Záznam {{id}} neexistuje alebo bol odstránený.',
    sealed: 'Zapísaný záznam sa nemení; zapíšte opravu.',
    tooLarge: 'Naraz je toho priveľa. Nič sa nezmenilo; skúste to po častiach.',
    refused: 'Vizitka to odmietla ({{reason}}) a nič nezmenila.',
    unexpected: 'Stala sa chyba, ktorú Vizitka nečakala ({{code}}).',
    lost: 'Spojenie s bežiacou Vizitkou sa prerušilo.',
  },
  notSaved: {
    diskFull: 'Neuložené: disk je plný. Uvoľnite miesto a skúste to znova.',
    readOnly: 'Neuložené: do priečinka profilu sa nedá zapisovať.',
    busy: 'Neuložené: súbor práve drží iný program. Skúste to o chvíľu znova.',
    damaged: 'Neuložené: súbor databázy je poškodený. Nič nemažte a obnovte ho zo zálohy.',
  },
} as const;
