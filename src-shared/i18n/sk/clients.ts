export const clients = {
  title: 'Klienti',
} as const;
