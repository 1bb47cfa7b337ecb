/** Sentences of the command line and of the start: for a terminal, so not part of the window's catalogue. */
export const shell = {
  howToEnd: 'Vizitka beží. Ukončíte ju klávesmi Ctrl+C.',
  openAgain:
    'Toto okno Vizitka nepozná. Otvorte ju adresou, ktorú vypísala pri spustení, alebo ju spustite ešte raz.',
  tokenUsed: 'Táto adresa už bola použitá. Spustite Vizitku ešte raz a otvorí sa nové okno.',
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
      'Chýba súbor s kľúčom {{file}}. Bez neho sa databáza nedá otvoriť; vráťte ho zo zálohy. Nič sa nezmenilo.',
    keyFileDamaged: 'Súbor s kľúčom {{file}} je poškodený. Vráťte ho zo zálohy; nič sa nezmenilo.',
    wrongKey:
      'Kľúč nepatrí k tejto databáze alebo je databáza poškodená. Vráťte správny súbor; nič sa nezmenilo.',
    noOpener: 'Táto Vizitka nevie databázu odomknúť (spôsoby: {{kinds}}). Nič sa nezmenilo.',
    folderUnusable:
      'Do priečinka {{folder}} sa nedá zapisovať. Skontrolujte jeho oprávnenia alebo zvoľte iný.',
    demoNotEmpty: 'Profil {{folder}} už obsahuje vlastné údaje, ukážkové do neho Vizitka nepridá.',
    crashing: 'Jadro Vizitky opakovane padá, preto sa ukončila. Čo bolo uložené, je uložené.',
    bug: 'Stala sa chyba, ktorú Vizitka nečakala:\n{{trace}}',
  },
} as const;
