import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { recogniseColumns } from '#shared/domain/exchange/recognise-columns.ts';
import { TARGETS } from '#shared/domain/exchange/targets.ts';
import { findHeader } from '#shared/domain/exchange/table-shape.ts';
import { catalogues } from '#shared/i18n/index.ts';

function targetsOf(headers: readonly string[], rows: readonly (readonly string[])[] = []) {
  const columns = headers.map((header, at) => ({
    header,
    samples: rows.map((row) => row[at] ?? '').filter((cell) => cell !== ''),
  }));
  const { as, columns: recognised } = recogniseColumns(columns);
  return {
    as,
    by: Object.fromEntries(headers.map((header, at) => [header, recognised[at]?.target ?? null])),
  };
}

function targetsOfFile(path: string, delimiter = ',', encoding = 'utf-8') {
  const text = new TextDecoder(encoding).decode(
    readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url)),
  );
  const rows = parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    bom: true,
  }) as string[][];
  const { headerRow, dataRow } = findHeader(rows.slice(0, 60));
  return targetsOf(rows[headerRow - 1] ?? [], rows.slice(dataRow - 1, 60));
}

describe('real files', () => {
  test('Google, old layout: numbered values with their kinds, second things left out', () => {
    const { as, by } = targetsOfFile('contacts-exports/Google.csv');
    expect(as).toBe('contacts');
    expect(by).toMatchObject({
      Name: null,
      'Given Name': 'contact.firstName',
      'Family Name': 'contact.lastName',
      'Yomi Name': null,
      'E-mail 3 - Type': 'contact.emailKind',
      'E-mail 3 - Value': 'contact.email',
      'Phone 9 - Value': 'contact.phone',
      'Address 1 - City': 'client.town',
      'Address 2 - City': null,
      'Organization 1 - Name': 'client.name',
      'Organization 1 - Title': 'position.jobTitle',
      'Website 1 - Type': null,
      'Website 1 - Value': 'client.web',
      'IM 1 - Value': null,
    });
  });

  test('Outlook in English: work, home and the assistant are told apart', () => {
    const { as, by } = targetsOfFile('contacts-exports/Outlook365.csv', ',', 'windows-1252');
    expect(as).toBe('contacts');
    expect(by).toMatchObject({
      Title: 'contact.titlesBefore',
      Company: 'client.name',
      'Job Title': 'position.jobTitle',
      'Business Street 3': 'client.street',
      'Home City': null,
      'Other City': null,
      "Assistant's Phone": null,
      'Business Phone 2': 'contact.phone.work',
      'Company Main Phone': 'client.phone',
      'E-mail 2 Address': 'contact.email',
      'E-mail 2 Display Name': null,
      Birthday: null,
    });
  });

  test('Thunderbird in German', () => {
    const { by } = targetsOfFile('contacts-exports/ThunderbirdUtf8.csv');
    expect(by).toMatchObject({
      Vorname: 'contact.firstName',
      'Primäre E-Mail-Adresse': 'contact.email',
      'Tel. dienstlich': 'contact.phone.work',
      'Mobil-Tel.-Nr.': 'contact.phone.mobile',
      'Privat: Ort': null,
      'Dienstlich: PLZ': 'client.postcode',
      Arbeitstitel: 'position.jobTitle',
      Geburtsjahr: null,
    });
  });

  test('the Slovak register: IČO by its check digit, the whole name is the firm', () => {
    const { as, by } = targetsOfFile('biz-sk-register/rpo_sk_companies.csv', ';');
    expect(as).toBe('clients');
    expect(by).toMatchObject({
      id: null,
      identifier: 'client.ico',
      fullName: 'client.name',
      address: null,
      buildingNumber: 'client.houseNumber',
      municipality: 'client.town',
      postalCodes: 'client.postcode',
      establishmentDate: null,
    });
  });

  test('ten thousand customers, Northwind and a template with instructions above', () => {
    expect(targetsOfFile('biz-customers-10000/customers-10000.csv').by).toMatchObject({
      Index: null,
      'Customer Id': null,
      Company: 'client.name',
      'Phone 2': 'contact.phone',
      'Subscription Date': null,
    });
    const northwind = targetsOfFile('biz-northwind/Customers.csv');
    expect(northwind.as).toBe('clients');
    expect(northwind.by).toMatchObject({
      CustomerID: null,
      ContactName: 'contact.fullName',
      ContactTitle: 'position.jobTitle',
      Address: 'client.street',
      Fax: 'client.phone.fax',
    });
    expect(targetsOfFile('crm-npsp-template/NPSP_Data_Import_Template_csv.csv').by).toMatchObject({
      'Contact1 Last Name': 'contact.lastName',
      'Contact2 Last Name': null,
      'Contact2 Work Email': null,
      'Account1 Name': 'client.name',
      'Account2 Phone': null,
      'Donation Name': null,
    });
  });

  test('a choice column is taken only where its values are ours', () => {
    expect(targetsOfFile('crm-atomic/contacts_export.csv').by).toMatchObject({
      status: null,
      title: 'position.jobTitle',
      email_work: 'contact.email.work',
    });
    expect(
      targetsOf(
        ['Firma', 'Stav'],
        [
          ['Alfa', 'aktívny'],
          ['Beta', 'záujemca'],
        ],
      ).by,
    ).toMatchObject({ Stav: 'client.status' });
  });
});

describe('headings of other programs', () => {
  test.each([
    [
      'Titul, Krstné meno, Priezvisko, Spoločnosť, PSČ (práca), PSČ (domov), Telefón do práce 2',
      {
        Titul: 'contact.titlesBefore',
        'PSČ (práca)': 'client.postcode',
        'PSČ (domov)': null,
        'Telefón do práce 2': 'contact.phone.work',
      },
    ],
    [
      'Anrede, Titel, Vorname, Name, Firma, Hausnr., PLZ, Ort, E-Mail',
      {
        Anrede: null,
        Titel: 'contact.titlesBefore',
        Name: 'contact.lastName',
        'Hausnr.': 'client.houseNumber',
      },
    ],
    [
      'Jméno, Příjmení, Společnost, Pozice, Adresa',
      { Jméno: 'contact.firstName', Společnost: 'client.name', Adresa: 'client.fullAddress' },
    ],
    [
      'ID, NAME, BILLINGSTREET, BILLINGPOSTALCODE, SHIPPINGSTREET, PHONE, INDUSTRY',
      {
        NAME: 'client.name',
        BILLINGPOSTALCODE: 'client.postcode',
        SHIPPINGSTREET: null,
        PHONE: 'client.phone',
        ID: null,
      },
    ],
    [
      'LASTNAME, FIRSTNAME, SALUTATION, NAME, ACCOUNTNAME, MAILINGCITY, MOBILEPHONE, TITLE, LEADSOURCE',
      {
        ACCOUNTNAME: 'client.name',
        NAME: null,
        MAILINGCITY: 'client.town',
        MOBILEPHONE: 'contact.phone.mobile',
        TITLE: 'position.jobTitle',
        LEADSOURCE: 'contact.source',
      },
    ],
    [
      'Person - Name*, Person - Email (Work), Organization - Name*, Organization - Address, Deal - Title',
      {
        'Person - Name*': 'contact.fullName',
        'Organization - Name*': 'client.name',
        'Organization - Address': 'client.fullAddress',
        'Deal - Title': null,
      },
    ],
    [
      'Odberateľ, IČ, Jméno, Ulice, Obec, Mobil',
      { Odberateľ: 'client.name', IČ: 'client.ico', Jméno: 'contact.fullName', Mobil: 'client.phone' },
    ],
    [
      'Record ID, First Name, Last Name, Contact owner, Company Name, Associated Company',
      { 'Record ID': null, 'Contact owner': null, 'Company Name': 'client.name', 'Associated Company': null },
    ],
    [
      'Customer, Customer number, Číslo zákazníka, VAT no., Contact, LinkedIn URL, Email Opt Out',
      {
        Customer: 'client.name',
        'Customer number': null,
        'Číslo zákazníka': null,
        'VAT no.': 'client.icDph',
        Contact: 'contact.fullName',
        'LinkedIn URL': null,
        'Email Opt Out': null,
      },
    ],
    [
      'Organization - Name, Organization - Street/road name of Address, Organization - House number of Address, Organization - City/town/village/locality of Address',
      {
        'Organization - House number of Address': 'client.houseNumber',
        'Organization - City/town/village/locality of Address': 'client.town',
      },
    ],
  ])('%s', (headings, expected) => {
    expect(targetsOf(headings.split(', ')).by).toMatchObject(expected);
  });

  test('our own headings in both languages come back to where they went out from', () => {
    for (const language of ['sk', 'en'] as const) {
      const labels = catalogues[language].exchange.targets as Record<string, string>;
      const keys = TARGETS.map((target) => target.key).filter(
        (key) => !/fullName|fullAddress|middleName|Kind$/.test(key),
      );
      const { columns } = recogniseColumns(
        keys.map((key) => ({ header: labels[key.replaceAll('.', '_')] ?? '', samples: [] })),
        'contacts',
      );
      expect(Object.fromEntries(keys.map((key, at) => [key, columns[at]?.target]))).toEqual(
        Object.fromEntries(keys.map((key) => [key, key])),
      );
    }
  });
});

test('without headings the values speak', () => {
  const rows = [
    ['Ján Novák', 'Alfa s.r.o.', 'jan@alfa.sk', '0905 123 456'],
    ['Eva Malá', 'Beta, a. s.', 'eva@beta.sk', '+421 2 5555 1234'],
  ];
  expect(findHeader(rows)).toEqual({ headerRow: 0, dataRow: 1 });
  const { columns } = recogniseColumns(
    ['', '', '', ''].map((header, at) => ({ header, samples: rows.map((row) => row[at] ?? '') })),
  );
  expect(columns.map((column) => column.target)).toEqual([
    'contact.fullName',
    'client.name',
    'contact.email',
    'contact.phone',
  ]);
});

test.each([[['Priezvisko', 'E-mail']], [['IČ DPH', 'Č. p.']], [['Name', 'Phone 1']]])(
  'few headings of several words are headings: %j',
  (headings) => {
    expect(findHeader([headings, ['Malá', 'nie']]).headerRow).toBe(1);
  },
);

test('headings are found under instructions, and those for programs are no data', () => {
  const lines = [
    ['Zoznam klientov 2026'],
    [''],
    ['Názov', 'IČO', 'Mesto'],
    ['ACC_NAME', 'ACC_ICO', 'ACC_TOWN'],
    ['Alfa', '00323748', 'Nitra'],
  ];
  expect(findHeader(lines)).toEqual({ headerRow: 3, dataRow: 5 });
});
