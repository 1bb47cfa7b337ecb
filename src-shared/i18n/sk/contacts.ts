export const contacts = {
  title: 'Kontaktné osoby',
} as const;
