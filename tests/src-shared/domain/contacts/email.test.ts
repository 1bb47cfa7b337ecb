import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, isSharedMailbox, parseEmail, splitEmails } from '#shared/domain/contacts/email.ts';

describe('parseEmail', () => {
  it.each([
    ['Jan.Novak@Firma.SK', 'Jan.Novak@firma.sk'],
    [' mailto:a@b.sk?subject=Ponuka ', 'a@b.sk'],
    ['Ján Novák <Jan@FIRMA.sk>', 'Jan@firma.sk'],
    ['"Novák, Ján" <jan@firma.sk>', 'jan@firma.sk'],
    ['<a@b.sk>', 'a@b.sk'],
    ['a@b.sk,', 'a@b.sk'],
    ["'a@b.sk'", 'a@b.sk'],
    ['E-mail: a@b.sk', 'a@b.sk'],
    ['a@b.sk\u00a0', 'a@b.sk'],
    ['jan+obchod@sub.firma.co.uk', 'jan+obchod@sub.firma.co.uk'],
    ["o'neil@firma.ie", "o'neil@firma.ie"],
    ['jan@ťažký.sk', 'jan@ťažký.sk'],
    ['jan@xn--tak-ioa.xn--p1ai', 'jan@xn--tak-ioa.xn--p1ai'],
  ])('%j is %s', (text, value) => {
    expect(parseEmail(text)).toEqual({ value });
  });

  it.each([
    'a@b',
    'a b@c.sk',
    'a@@b.sk',
    '@b.sk',
    'x@-b.sk',
    'x@b-.sk',
    'a@1.2.3.4',
    'nemá',
    'a@b..sk',
    'a,b@c.sk',
  ])('%j is no address', (text) => {
    expect(parseEmail(text)).toEqual({ problem: 'format' });
  });

  it('tells an empty cell', () => {
    expect(parseEmail(' \u00a0')).toEqual({ problem: 'empty' });
  });

  it('takes every ordinary address, and what it gives stays as it is', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const { value } = parseEmail(address);
        fc.pre(!/^['.]|^e-?mail:|\?/i.test(address));
        expect(emailKey(value ?? '')).toBe(emailKey(address));
        expect(parseEmail(value ?? '')).toEqual({ value });
      }),
    );
  });
});

describe('splitEmails', () => {
  it.each([
    ['a@b.sk, c@d.sk; e@f.sk', ['a@b.sk', 'c@d.sk', 'e@f.sk']],
    ['a@b.sk c@d.sk', ['a@b.sk', 'c@d.sk']],
    ['a@b.sk / c@d.sk', ['a@b.sk', 'c@d.sk']],
    ['a@b.sk/c@d.sk', ['a@b.sk', 'c@d.sk']],
    ['a@b.sk ::: c@d.sk', ['a@b.sk', 'c@d.sk']],
    ['a@b.sk\r\nc@d.sk', ['a@b.sk', 'c@d.sk']],
    ['"Novák, Ján" <jan@x.sk>, b@c.sk', ['"Novák, Ján" <jan@x.sk>', 'b@c.sk']],
    ['Novák, Ján <jan@x.sk>; Ema Malá <e@m.sk>', ['Novák, Ján <jan@x.sk>', 'Ema Malá <e@m.sk>']],
    ['Ján <a@b.sk> Ema <c@d.sk>', ['Ján <a@b.sk>', 'Ema <c@d.sk>']],
    ['nemá, a@b.sk', ['nemá', 'a@b.sk']],
    ['a@b.sk (práca)', ['a@b.sk (práca)']],
    ['nemá', ['nemá']],
    [' , ;', []],
  ])('%j → %j', (cell, parts) => {
    expect(splitEmails(cell)).toEqual(parts);
  });

  it('finds every address of a list again, whatever stands between', () => {
    const address = fc.constantFrom('a@b.sk', 'Jan.Novak@firma.sk', 'info@x-y.co.uk');
    const separator = fc.constantFrom(', ', ';', '\n', ' ', ' / ', ' ::: ', '|', ',');
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 5 }), separator, (addresses, between) => {
        expect(splitEmails(addresses.join(between))).toEqual(addresses);
      }),
    );
  });
});

describe('isSharedMailbox', () => {
  it.each([
    'info@a.sk',
    'INFO2@a.sk',
    'office@a.sk',
    'obchod.kosice@a.sk',
    'sekretariát@a.sk',
    'no-reply@a.sk',
    'it@a.sk',
    'info+web@a.sk',
    'mail@a.sk',
  ])('%s belongs to a firm', (value) => {
    expect(isSharedMailbox(value)).toBe(true);
  });
  it.each([
    'jan.novak@info.sk',
    'mail.novak@a.sk',
    'infantova@a.sk',
    'it.novak@a.sk',
    'obchodnik@a.sk',
    'novak@a.sk',
    '',
  ])('%s belongs to a person', (value) => {
    expect(isSharedMailbox(value)).toBe(false);
  });
});
