export const objections = {
  title: 'Objections',
} as const;
