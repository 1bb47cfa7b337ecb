export const exchange = {
  title: 'Načítanie a vývoz',
} as const;
