/** What the window says only inside the desktop program. */
export const inDesktop = {
  open: 'Otvoriť',
  openFailed:
    'Súbor sa nepodarilo otvoriť. V počítači asi nie je program, ktorý ho otvára; súbor je uložený.',
  restarted:
    'Jadro Vizitky spadlo a spustilo sa znova. Čo bolo uložené, je uložené; rozpísané zostáva rozpísané.',
  silent:
    'Jadro Vizitky neodpovedá. Ak to potrvá, ukončite Vizitku a spustite ju znova; čo bolo uložené, zostáva.',
  ended: 'Jadro Vizitky opakovane padá, preto sa ďalej nespúšťa. Čo bolo uložené, je uložené.',
  startAgain: 'Spustiť Vizitku znova',
  startAsk: 'Má sa Vizitka spúšťať spolu s počítačom? Bude čakať v lište pri hodinách.',
  startYes: 'Spúšťať',
  startNo: 'Nie',
  title: 'Vizitka v počítači',
  startSwitch: 'Spúšťať spolu s počítačom',
  startHint: 'Po zatvorení okna potom Vizitka čaká v lište pri hodinách.',
} as const;
