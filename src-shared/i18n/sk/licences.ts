/** Settings: whose work the program is made of. */
export const licences = {
  title: 'Licencie častí',
  text: 'Vizitka stojí aj na slobodnom softvéri iných autorov. Tu nájdete každú jeho časť, ktorá je v programe, aj s plným znením licencie.',
  chromium:
    'Súčasťou programu je aj prehliadač Chromium; jeho licencie sú v súbore LICENSES.chromium.html v priečinku programu.',
  show: 'Ukázať licencie',
  search: 'Hľadať časť alebo licenciu',
  count_one: '{{number}} časť',
  count_few: '{{number}} časti',
  count_many: '{{number}} časti',
  count_other: '{{number}} častí',
  none: 'Taká časť sa nenašla.',
  missing: 'Zoznam licencií sa nepodarilo načítať.',
} as const;
