/** Where a record is seen; null where it has no page to go to. */
export function recordHref(entity: string, record: string, client: string | null): string | null {
  switch (entity) {
    case 'client':
      return `/clients/${record}`;
    case 'contact':
      return `/contacts/${record}`;
    case 'contract':
      return `/contracts/${record}`;
    case 'meeting':
      return `/meetings/${record}`;
    case 'promise':
      return `/promises/${record}`;
    case 'departmentRequest':
      return `/promises/requests/${record}`;
    case 'handover':
      return `/handover/${record}`;
    case 'objection':
      return `/objections/${record}`;
    default:
      return client && `/clients/${client}`;
  }
}
