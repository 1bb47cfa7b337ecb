export const objections = {
  title: 'Námietky',
} as const;
