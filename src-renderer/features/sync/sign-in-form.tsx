/** Joining the firm's server: with an invitation as a new member, or as a member with one more device. */
import { Button, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { sentenceFor } from '#renderer/lib/problems.ts';
import { Section } from '#renderer/ui/section.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import {
  checkSignIn,
  fullAddress,
  readInvitation,
  type SignInProblems,
  type SignInValues,
  systemName,
} from './sign-in-check.ts';
import classes from './sync.module.css';
import type { Connection } from './sync-words.ts';

interface SignInFormProps {
  /** The connection that has to be signed in anew. */
  again?: Connection;
}

export function SignInForm({ again }: SignInFormProps) {
  const { t } = useTranslation();
  const [invited, setInvited] = useState(!again);
  const [values, setValues] = useState<SignInValues>(() => ({
    server: again?.server ?? '',
    email: again?.member.email ?? '',
    invitation: '',
    password: '',
    repeat: '',
    device: t('sync.signIn.deviceIs', { system: systemName(navigator.userAgent) }),
  }));
  const [problems, setProblems] = useState<SignInProblems>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);

  const change = (patch: Partial<SignInValues>) => {
    setValues((before) => ({ ...before, ...patch }));
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !(field in patch))),
    );
  };
  const field = (name: keyof SignInValues) => ({
    label: t(`sync.signIn.${name}`),
    value: values[name],
    error: problems[name] && say(problems[name]),
    autoComplete: 'off',
    maxLength: 300,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  // An invitation of several lines would lose them in a field of one line.
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    change(readInvitation(event.clipboardData.getData('text')));
  };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = checkSignIn(values, invited);
    setProblems(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0 || busy) return;
    setBusy(true);
    try {
      await rpc.sync.signIn({
        server: fullAddress(values.server),
        email: values.email.trim(),
        password: values.password,
        invitation: invited ? values.invitation.trim() : null,
        device: values.device.trim(),
      });
    } catch (error) {
      setTrouble(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={classes.narrow}>
      <Section title={t(again ? 'sync.signIn.again' : 'sync.signIn.title')}>
        {!again && <Text>{t('sync.signIn.lead')}</Text>}
        {!again && (
          <SegmentedControl
            aria-label={t('sync.signIn.title')}
            style={{ alignSelf: 'flex-start' }}
            value={invited ? 'invited' : 'member'}
            onChange={(way) => setInvited(way === 'invited')}
            data={(['invited', 'member'] as const).map((way) => ({
              value: way,
              label: t(`sync.signIn.${way}`),
            }))}
          />
        )}
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap="sm" maw={480}>
            {invited && (
              <TextInput
                {...field('invitation')}
                description={t('sync.signIn.invitationHint')}
                spellCheck={false}
                onPaste={paste}
              />
            )}
            <TextInput
              {...field('server')}
              description={t('sync.signIn.serverHint')}
              inputMode="url"
              spellCheck={false}
              readOnly={again !== undefined}
            />
            <TextInput
              {...field('email')}
              type="email"
              autoComplete="username"
              readOnly={again !== undefined}
            />
            <PasswordInput
              {...field('password')}
              label={t(invited ? 'sync.signIn.newPassword' : 'sync.signIn.password')}
              description={invited ? t('sync.signIn.passwordHint') : undefined}
              autoComplete={invited ? 'new-password' : 'current-password'}
              visibilityToggleButtonProps={{ 'aria-label': t('sync.signIn.show') }}
            />
            {invited && (
              <PasswordInput
                {...field('repeat')}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': t('sync.signIn.show') }}
              />
            )}
            <TextInput {...field('device')} description={t('sync.signIn.deviceHint')} maxLength={100} />
            {trouble && <Sentence error={trouble} />}
            <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
              {t('sync.signIn.submit')}
            </Button>
          </Stack>
        </form>
      </Section>
    </div>
  );
}
