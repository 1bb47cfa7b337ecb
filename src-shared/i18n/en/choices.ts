/** The name of every value that a choice field may hold: entity, field, value. */
const languages = {
  sk: 'Slovak',
  en: 'English',
  cs: 'Czech',
  de: 'German',
  hu: 'Hungarian',
  pl: 'Polish',
  uk: 'Ukrainian',
  fr: 'French',
  it: 'Italian',
  es: 'Spanish',
} as const;

const contractTypes = {
  framework: 'framework',
  purchase: 'purchase',
  service: 'service',
  work: 'work',
  lease: 'lease',
  licence: 'licence',
  agency: 'agency',
  nda: 'non-disclosure',
  other: 'other',
} as const;

const outcomes = {
  open: 'open',
  overcome: 'overcome',
  partly: 'partly overcome',
  stands: 'stands',
} as const;

const meetingTypes = {
  firstContact: 'first contact',
  needs: 'needs',
  presentation: 'presentation',
  negotiation: 'negotiation',
  closing: 'closing',
  complaint: 'complaint',
  renewal: 'renewal',
  review: 'review',
} as const;

export const choices = {
  client: {
    status: { prospect: 'prospect', active: 'active', dormant: 'dormant', former: 'former' },
    tier: { key: 'key', a: 'A', b: 'B', c: 'C' },
    language: languages,
  },
  contact: {
    language: languages,
    preferredChannel: {
      phone: 'phone',
      email: 'e-mail',
      chat: 'chat',
      post: 'post',
      fax: 'fax',
      visit: 'in person',
    },
  },
  position: {
    role: {
      decider: 'decides',
      influencer: 'influences',
      buyer: 'buys',
      user: 'uses',
      gatekeeper: 'opens doors',
      finance: 'finance',
      technician: 'technician',
    },
    stance: { supporter: 'supporter', neutral: 'neutral', doubter: 'doubter', opponent: 'opponent' },
  },
  interaction: {
    kind: {
      visit: 'visit',
      call: 'call',
      email: 'e-mail',
      chat: 'chat',
      post: 'letter',
      fax: 'fax',
      meeting: 'meeting',
      note: 'note',
    },
    result: {
      appointed: 'meeting arranged',
      callBack: 'call again',
      notReached: 'not reached',
      refused: 'refused',
      informed: 'settled',
    },
  },
  meeting: {
    type: meetingTypes,
    status: { planned: 'planned', held: 'held', cancelled: 'cancelled' },
  },
  callTarget: {
    state: {
      waiting: 'to be called',
      appointed: 'meeting arranged',
      refused: 'refused',
      unreachable: 'cannot be reached',
      done: 'settled',
    },
  },
  promise: {
    side: { ours: 'ours', theirs: 'theirs' },
    state: { open: 'open', kept: 'kept', broken: 'broken', withdrawn: 'no longer holds' },
  },
  attachment: { kind: { photo: 'photo', memo: 'voice memo', file: 'file' } },
  objection: {
    kind: {
      price: 'price',
      quality: 'quality',
      delivery: 'delivery',
      terms: 'terms',
      service: 'service',
      trust: 'trust',
      need: 'need',
      timing: 'timing',
      competitor: 'competitor',
      other: 'other',
    },
    outcome: outcomes,
  },
  objectionEvent: { outcome: outcomes },
  contract: {
    type: contractTypes,
    status: {
      draft: 'draft',
      negotiated: 'being negotiated',
      signed: 'signed',
      inForce: 'in force',
      terminated: 'terminated',
      expired: 'expired',
    },
  },
  checklistTemplate: {
    subject: { client: 'client', contract: 'contract', meeting: 'meeting' },
    contractType: contractTypes,
    meetingType: meetingTypes,
  },
  conflict: {
    kind: { value: 'two values', text: 'two edits of a text', deleted: 'change and removal' },
    choice: {
      kept: 'what stood was kept',
      restored: 'the overwritten value was put back',
      both: 'both stayed',
    },
  },
  phone: { kind: { mobile: 'mobile', work: 'work', home: 'home', fax: 'fax', other: 'other' } },
  email: { kind: { work: 'work', home: 'home', other: 'other' } },
  address: { kind: { billing: 'billing', delivery: 'delivery', branch: 'branch', other: 'other' } },
} as const;
