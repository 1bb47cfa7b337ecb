export const meetings = {
  title: 'História vzťahu',
} as const;
