export const print = {
  title: 'Tlač',
  kind: 'Podoba',
  list: 'Zoznam',
  calls: 'Na telefonovanie',
  callsOf: 'Na telefonovanie: {{title}}',
  page: 'Stránka na tlač',
  print: 'Tlačiť',
  savePdf: 'Uložiť ako PDF',
  printList: 'Tlačiť zoznam',
  by: 'Vytlačené {{when}}, {{who}}',
  part_one: 'Na papieri je len prvý záznam z {{total}}. Zúžte zoznam filtrom, alebo ho vyvezte do súboru.',
  part_few:
    'Na papieri sú prvé {{count, number}} záznamy z {{total}}. Zúžte zoznam filtrom, alebo ho vyvezte do súboru.',
  part_many:
    'Na papieri je prvých {{count, number}} záznamu z {{total}}. Zúžte zoznam filtrom, alebo ho vyvezte do súboru.',
  part_other:
    'Na papieri je prvých {{count, number}} záznamov z {{total}}. Zúžte zoznam filtrom, alebo ho vyvezte do súboru.',
  searched: 'Hľadané: {{text}}',
  filter: '{{field}}: {{values}}',
  sorted: 'Zoradené podľa: {{column}}',
  sortedDown: 'Zoradené podľa: {{column}}, zostupne',
  done: 'Vybavené',
  who: 'Komu',
  phone: 'Telefón',
  notes: 'Poznámky',
  pdfSaved: 'PDF je uložené.',
  pdfFailed: 'PDF sa nepodarilo uložiť. Skontrolujte miesto na disku a skúste to znova.',
} as const;
