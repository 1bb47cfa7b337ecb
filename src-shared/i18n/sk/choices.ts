/** The name of every value that a choice field may hold: entity, field, value. */
const languages = {
  sk: 'slovenčina',
  en: 'angličtina',
  cs: 'čeština',
  de: 'nemčina',
  hu: 'maďarčina',
  pl: 'poľština',
  uk: 'ukrajinčina',
  fr: 'francúzština',
  it: 'taliančina',
  es: 'španielčina',
} as const;

const contractTypes = {
  framework: 'rámcová',
  purchase: 'kúpna',
  service: 'o službách',
  work: 'o dielo',
  lease: 'nájomná',
  licence: 'licenčná',
  agency: 'mandátna',
  nda: 'o mlčanlivosti',
  other: 'iná',
} as const;

const outcomes = {
  open: 'otvorená',
  overcome: 'prekonaná',
  partly: 'prekonaná čiastočne',
  stands: 'trvá',
} as const;

const meetingTypes = {
  firstContact: 'prvý kontakt',
  needs: 'zisťovanie potrieb',
  presentation: 'predstavenie ponuky',
  negotiation: 'rokovanie',
  closing: 'uzatvorenie obchodu',
  complaint: 'sťažnosť',
  renewal: 'predĺženie zmluvy',
  review: 'vyhodnotenie spolupráce',
} as const;

export const choices = {
  client: {
    status: { prospect: 'záujemca', active: 'aktívny', dormant: 'spiaci', former: 'bývalý' },
    tier: { key: 'kľúčový', a: 'A', b: 'B', c: 'C' },
    language: languages,
  },
  contact: {
    language: languages,
    preferredChannel: {
      phone: 'telefón',
      email: 'e-mail',
      chat: 'chat',
      post: 'pošta',
      fax: 'fax',
      visit: 'osobne',
    },
  },
  position: {
    role: {
      decider: 'rozhoduje',
      influencer: 'ovplyvňuje',
      buyer: 'nakupuje',
      user: 'používa',
      gatekeeper: 'otvára dvere',
      finance: 'financie',
      technician: 'technik',
    },
    stance: { supporter: 'naklonený', neutral: 'neutrálny', doubter: 'pochybuje', opponent: 'proti' },
  },
  interaction: {
    kind: {
      visit: 'návšteva',
      call: 'hovor',
      email: 'e-mail',
      chat: 'chat',
      post: 'list',
      fax: 'fax',
      meeting: 'stretnutie',
      note: 'poznámka',
    },
    result: {
      appointed: 'dohodnuté stretnutie',
      callBack: 'zavolať znova',
      notReached: 'nezastihnutý',
      refused: 'odmietol',
      informed: 'vybavené',
    },
  },
  meeting: {
    type: meetingTypes,
    status: { planned: 'naplánované', held: 'uskutočnené', cancelled: 'zrušené' },
  },
  callTarget: {
    state: {
      waiting: 'čaká na hovor',
      appointed: 'dohodnuté stretnutie',
      refused: 'odmietol',
      unreachable: 'nezastihnuteľný',
      done: 'vybavené',
    },
  },
  promise: {
    side: { ours: 'náš', theirs: 'klientov' },
    state: { open: 'otvorený', kept: 'splnený', broken: 'nesplnený', withdrawn: 'už neplatí' },
  },
  attachment: { kind: { photo: 'fotografia', memo: 'hlasová poznámka', file: 'súbor' } },
  objection: {
    kind: {
      price: 'cena',
      quality: 'kvalita',
      delivery: 'dodanie',
      terms: 'podmienky',
      service: 'servis',
      trust: 'dôvera',
      need: 'potreba',
      timing: 'načasovanie',
      competitor: 'konkurencia',
      other: 'iné',
    },
    outcome: outcomes,
  },
  objectionEvent: { outcome: outcomes },
  contract: {
    type: contractTypes,
    status: {
      draft: 'návrh',
      negotiated: 'rokuje sa',
      signed: 'podpísaná',
      inForce: 'platná',
      terminated: 'vypovedaná',
      expired: 'skončená',
    },
  },
  checklistTemplate: {
    subject: { client: 'klient', contract: 'zmluva', meeting: 'stretnutie' },
    contractType: contractTypes,
    meetingType: meetingTypes,
  },
  conflict: {
    kind: { value: 'dve hodnoty', text: 'dve úpravy textu', deleted: 'zmena a odstránenie' },
    choice: {
      kept: 'zostala platná hodnota',
      restored: 'vrátila sa prepísaná hodnota',
      both: 'zostalo oboje',
    },
  },
  phone: { kind: { mobile: 'mobil', work: 'práca', home: 'domov', fax: 'fax', other: 'iný' } },
  email: { kind: { work: 'práca', home: 'domov', other: 'iný' } },
  address: { kind: { billing: 'fakturačná', delivery: 'dodacia', branch: 'prevádzka', other: 'iná' } },
} as const;
