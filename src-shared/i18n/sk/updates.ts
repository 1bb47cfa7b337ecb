/** Updates of the desktop program: the section of the settings. */
export const updates = {
  title: 'Aktualizácie',
  off: 'Aktualizácie sú vypnuté a Vizitka sa na novú verziu nikde nepýta. Zapína ich správca počítača.',
  idle: 'Raz za deň sa Vizitka spýta servera vašej firmy, či je nová verzia. Bez vás nič nesťahuje ani neinštaluje.',
  check: 'Skontrolovať teraz',
  checking: 'Zisťuje sa, či je nová verzia…',
  current: 'Máte najnovšiu verziu. Kontrola: {{when}}.',
  available: 'Je tu nová verzia {{version}}.',
  availableSize: 'Je tu nová verzia {{version}} ({{size}}).',
  show: 'Zobraziť',
  download: 'Stiahnuť',
  downloading: 'Sťahuje sa verzia {{version}}…',
  ready: 'Verzia {{version}} je stiahnutá a overená.',
  readyHint:
    'Vizitka dokončí, čo práve zapisuje, ukončí sa a otvorí sa už nová. Rozpísané zostane rozpísané.',
  install: 'Nainštalovať a spustiť znova',
  trouble: {
    config: 'Aktualizácie sú zle nastavené, preto sa Vizitka nikde nepýta. Povedzte to správcovi počítača.',
    notHere: 'Táto kópia Vizitky sa nevie vymeniť sama. Novú verziu nainštalujte rovnako ako prvú.',
    unreachable: 'Server s aktualizáciami neodpovedá. Skúste to neskôr; pracovať môžete ďalej.',
    unsigned:
      'Čo server ponúka, nie je podpísané kľúčom vašej firmy, preto to Vizitka nepoužije. Povedzte to správcovi počítača.',
    redirected:
      'Server s aktualizáciami odkazuje inam, preto sa odtiaľ nič nestiahlo. Povedzte to správcovi počítača.',
    damaged:
      'Súbor novej verzie nie je ten, ktorý vaša firma podpísala, preto ho Vizitka zahodila. Skúste to znova; ak sa to zopakuje, povedzte to správcovi počítača.',
    disk: 'Novú verziu sa nepodarilo uložiť. Skontrolujte, či je na disku dosť miesta, a skúste to znova.',
    notInstalled: 'Novú verziu sa nepodarilo nainštalovať. Zostáva tá, ktorú máte.',
  },
} as const;
