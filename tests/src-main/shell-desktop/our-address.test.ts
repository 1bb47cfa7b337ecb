import { describe, expect, test } from 'vitest';
import { isOurRequest, isPersonLink, ourAddress } from '#main/shell-desktop/our-address.ts';

const foreign = [
  'https://vizitka/',
  'http://app//vizitka/',
  'app://vizitka.evil.example/',
  'app://evil.example/app://vizitka/',
  'app://x@vizitka/',
  'app://x:y@vizitka/',
  'app://vizitka:8080/',
  'apps://vizitka/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  'vizitka',
  '',
];

describe('our address', () => {
  test.each(['app://vizitka/', 'app://vizitka/clients', 'APP://vizitka/x?y#z'])('%s', (text) => {
    expect(ourAddress(text)?.host).toBe('vizitka');
  });
  test.each(foreign)('not %s', (text) => {
    expect(ourAddress(text)).toBeNull();
    expect(isOurRequest(text)).toBe(false);
  });
});

describe('what a page may load', () => {
  test.each(['app://vizitka/assets/a.js', 'blob:app://vizitka/0b', 'data:image/png;base64,AA'])(
    '%s',
    (text) => {
      expect(isOurRequest(text)).toBe(true);
    },
  );
  test.each(['blob:https://evil.example/0b', 'blob:', 'ws://127.0.0.1/rpc', 'devtools://devtools/'])(
    'not %s',
    (text) => {
      expect(isOurRequest(text)).toBe(false);
    },
  );
});

describe('a link to a person', () => {
  test.each(['tel:+421905123456', 'tel:0905 123 456', 'mailto:jana.kovacova@firma.example'])('%s', (text) => {
    expect(isPersonLink(text)).toBe(true);
  });
  test.each([
    'mailto:a@b.example?attach=/etc/passwd',
    'mailto:a@b.example,c@d.example',
    'mailto:a%0abcc:x@y.example',
    'tel:*#06#',
    'tel:+421905123456;ext=1',
    'tel:',
    'https://firma.example/',
    'ms-msdt:/id',
    'mailto:%E0%A4%A@b.example',
  ])('not %s', (text) => {
    expect(isPersonLink(text)).toBe(false);
  });
});
