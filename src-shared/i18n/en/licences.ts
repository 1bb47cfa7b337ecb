/** Settings: whose work the program is made of. */
export const licences = {
  title: 'Licences of the parts',
  text: 'Vizitka also stands on free software by other authors. Here is every part that is in the program, its licence and the whole text.',
  chromium:
    'The licences of the browser Chromium, which the program contains, are in the file LICENSES.chromium.html in its folder.',
  show: 'Show the licences',
  search: 'Find a part or a licence',
  count_one: '{{number}} part',
  count_other: '{{number}} parts',
  none: 'No part matches that.',
  missing: 'The list of licences could not be loaded.',
} as const;
