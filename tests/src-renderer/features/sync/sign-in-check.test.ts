import { describe, expect, test } from 'vitest';
import {
  checkSignIn,
  fullAddress,
  readInvitation,
  type SignInValues,
  systemName,
} from '#renderer/features/sync/sign-in-check.ts';
import { catalogues } from '#shared/i18n/index.ts';

const values = (patch: Partial<SignInValues> = {}): SignInValues => ({
  server: 'https://vizitka.firma.sk',
  email: 'eva@firma.sk',
  invitation: 'abc',
  password: 'dosť dlhé heslo',
  repeat: 'dosť dlhé heslo',
  device: 'Počítač, Linux',
  ...patch,
});

describe('what is typed to join a firm', () => {
  test('all well', () => {
    expect(checkSignIn(values(), true)).toEqual({});
    expect(checkSignIn(values({ invitation: '', repeat: '', password: 'x' }), false)).toEqual({});
  });

  test('each thing that is wrong has its own sentence', () => {
    expect(checkSignIn(values({ server: '', device: ' ' }), false)).toEqual({
      server: 'sync.signIn.needed',
      device: 'sync.signIn.needed',
    });
    expect(checkSignIn(values({ email: 'eva' }), true)).toEqual({ email: 'problems.field.notAnEmail' });
    expect(checkSignIn(values({ password: 'krátke', repeat: 'krátke' }), true)).toEqual({
      password: 'sync.signIn.short',
    });
    expect(checkSignIn(values({ repeat: 'iné' }), true)).toEqual({ repeat: 'sync.signIn.differs' });
    expect(checkSignIn(values({ invitation: '' }), true)).toEqual({ invitation: 'sync.signIn.needed' });
  });

  test('plain http is for this computer only', () => {
    expect(checkSignIn(values({ server: 'http://vizitka.firma.sk' }), true)).toHaveProperty('server');
    expect(checkSignIn(values({ server: 'http://127.0.0.1:4747/' }), true)).toEqual({});
    expect(checkSignIn(values({ server: 'ftp://vizitka.firma.sk' }), true)).toHaveProperty('server');
    expect(fullAddress(' vizitka.firma.sk/ ')).toBe('https://vizitka.firma.sk');
    expect(fullAddress('http://127.0.0.1:4747')).toBe('http://127.0.0.1:4747');
  });
});

describe('the text of an invitation', () => {
  test.each(['sk', 'en'] as const)('as %s sends it, whole or only the code', (language) => {
    const parts = {
      server: 'https://vizitka.firma.sk:8443',
      email: 'eva@firma.sk',
      invitation: 'K7P2-QX9D_ab',
      until: '4. 12. 2026 10:00',
    };
    const text = catalogues[language].sync.members.inviteText.replace(
      /\{\{(\w+)\}\}/g,
      (_, name: keyof typeof parts) => parts[name],
    );
    const { until: _, ...read } = parts;
    expect(readInvitation(text)).toEqual(read);
    expect(readInvitation(text.replaceAll('\n', '\r\n'))).toEqual(read);
    expect(readInvitation(' K7P2-QX9D_ab ')).toEqual({ invitation: 'K7P2-QX9D_ab' });
  });
});

test('the system of the computer in one word', () => {
  expect(systemName('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('Windows');
  expect(systemName('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('macOS');
  expect(systemName('Mozilla/5.0 (Linux; Android 14)')).toBe('Android');
  expect(systemName('Mozilla/5.0 (X11; Linux x86_64)')).toBe('Linux');
  expect(systemName('curl')).toBe('Vizitka');
});
