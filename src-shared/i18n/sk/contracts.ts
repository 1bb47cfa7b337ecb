export const contracts = {
  title: 'Zmluvy',
} as const;
