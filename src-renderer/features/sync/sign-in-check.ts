/** What is typed to join a firm: read from the text of an invitation, and checked before it goes anywhere. */
import type { MessageKey } from '#shared/i18n/index.ts';
import { PASSWORD_LENGTH } from '#shared/sync/wire.ts';

export interface SignInValues {
  server: string;
  email: string;
  /** Empty for a member who adds a device. */
  invitation: string;
  password: string;
  repeat: string;
  device: string;
}

export type SignInProblems = Partial<Record<keyof SignInValues, MessageKey>>;

/** `invited`: a new member, who chooses a password. */
export function checkSignIn(values: SignInValues, invited: boolean): SignInProblems {
  const problems: SignInProblems = {};
  for (const field of ['server', 'email', 'password', 'device'] as const) {
    if (values[field].trim() === '') problems[field] = 'sync.signIn.needed';
  }
  if (!problems.server && !isAddress(values.server)) problems.server = 'sync.signIn.notAddress';
  if (!problems.email && !/^[^\s@]+@[^\s@]+$/.test(values.email.trim()))
    problems.email = 'problems.field.notAnEmail';
  if (!invited) return problems;
  if (values.invitation.trim() === '') problems.invitation = 'sync.signIn.needed';
  if (!problems.password && values.password.length < PASSWORD_LENGTH) problems.password = 'sync.signIn.short';
  if (!problems.password && values.repeat !== values.password) problems.repeat = 'sync.signIn.differs';
  return problems;
}

/** A bare host is taken for https; plain http is for this computer only. */
export function fullAddress(typed: string): string {
  const text = typed.trim().replace(/\/+$/, '');
  return text === '' || /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
}

function isAddress(typed: string): boolean {
  const address = fullAddress(typed);
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname))
  );
}

/**
 * The text of an invitation in either language, line by line `name: value`: its address, e-mail and code. A code alone
 * is returned as it is.
 */
export function readInvitation(text: string): Pick<SignInValues, 'invitation'> & Partial<SignInValues> {
  const server = /https?:\/\/\S+/.exec(text)?.[0];
  const email = /[^\s:]+@[^\s]+/.exec(text)?.[0];
  const code = /^(?:Pozvánka|Invitation):[^\S\n]*(\S+)[^\S\n]*$/m.exec(text)?.[1];
  if (!code) return { invitation: text.trim() };
  return { invitation: code, ...(server && { server }), ...(email && { email }) };
}

/** The system of this computer in one word, for the name of the device. */
export function systemName(userAgent: string): string {
  const known = [
    [/Windows/, 'Windows'],
    [/Android/, 'Android'],
    [/Mac OS|Macintosh/, 'macOS'],
    [/Linux/, 'Linux'],
  ] as const;
  return known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Vizitka';
}
