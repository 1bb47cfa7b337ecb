export const meetings = {
  title: 'Relationship history',
} as const;
