export const settings = {
  title: 'Nastavenia',
} as const;
