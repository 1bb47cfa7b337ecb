/**
 * The recovery code shown, kept and proved: first the code with the ways to carry it away, then, with the code out
 * of sight, one group of it typed from what was kept.
 */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFileText, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { CodeOffer, CodeProof } from '#shared/contract/keys.ts';
import { CodeSheet } from './code-sheet.tsx';
import classes from './code.module.css';
import { canSavePdf, printSheet, saveCodeAsText, saveSheetAsPdf } from './keep-code.ts';
import { Loading } from '#renderer/ui/loading.tsx';

export interface CodeSource {
  newCode(input: Record<never, never>): Promise<CodeOffer>;
  confirmCode(input: { text: string }): Promise<CodeProof>;
}

interface CodeStepProps {
  source: CodeSource;
  folder: string;
  onProved(proof: CodeProof): void;
  /** Beside the buttons: a way to put it off or to leave it. */
  leave?: ReactNode;
}

export function CodeStep({ source, folder, onProved, leave }: CodeStepProps) {
  const [offer, setOffer] = useState<CodeOffer>();
  const [error, setError] = useState<unknown>();
  const [kept, setKept] = useState(false);
  const asked = useRef(false);

  function ask(): void {
    setError(undefined);
    source.newCode({}).then(setOffer, setError);
  }
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    ask();
  });

  if (error) return <Sentence error={error} onRetry={ask} />;
  if (!offer) return <Loading />;
  if (!kept) return <ShownCode offer={offer} folder={folder} onKept={() => setKept(true)} leave={leave} />;
  return (
    <ProveCode
      group={offer.group}
      onProve={async (text) => {
        const proof = await runCommand(source.confirmCode({ text }));
        if (proof?.proved) onProved(proof);
        else if (proof) setOffer({ ...offer, group: proof.group });
        return proof?.proved === false;
      }}
      onShowAgain={() => setKept(false)}
      leave={leave}
    />
  );
}

interface ShownCodeProps {
  offer: CodeOffer;
  folder: string;
  onKept(): void;
  leave?: ReactNode;
}

function ShownCode({ offer: { code }, folder, onKept, leave }: ShownCodeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Text>{t('access.code.keep')}</Text>
      <ol className={classes.groups} aria-label={t('access.code.label')}>
        {code.split('-').map((group, at) => (
          <li key={at}>
            <small aria-hidden>{at + 1}.</small>
            {group}
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={printSheet}>
          {t('access.code.print')}
        </Button>
        {canSavePdf && (
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} />}
            onClick={() =>
              void saveSheetAsPdf().then((saved) => saved || showTrouble(t('access.code.notSaved')))
            }
          >
            {t('access.code.savePdf')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconFileText size={18} />}
          onClick={() => saveCodeAsText(code, folder, format.instant(Date.now()))}
        >
          {t('access.code.saveText')}
        </Button>
      </Group>
      <Group gap="xs">
        <Button onClick={onKept}>{t('access.code.kept')}</Button>
        {leave}
      </Group>
      <CodeSheet code={code} folder={folder} />
    </Stack>
  );
}

interface ProveCodeProps {
  group: number;
  /** True when it was the wrong group; another one is asked then. */
  onProve(text: string): Promise<boolean>;
  onShowAgain(): void;
  leave?: ReactNode;
}

function ProveCode({ group, onProve, onShowAgain, leave }: ProveCodeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);

  async function prove(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    const isWrong = await onProve(text);
    setBusy(false);
    setWrong(isWrong);
    if (isWrong) setText('');
  }

  return (
    <form onSubmit={(event) => void prove(event)}>
      <Stack gap="md">
        <Text fw={500}>{t('access.code.prove')}</Text>
        <TextInput
          className={classes.typed}
          label={t('access.code.group', { group })}
          description={t('access.code.groupHint')}
          error={wrong ? t('access.code.groupWrong', { group }) : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          maw={320}
          maxLength={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {t('access.code.confirm')}
          </Button>
          <Button variant="default" onClick={onShowAgain}>
            {t('access.code.showAgain')}
          </Button>
          {leave}
        </Group>
      </Stack>
    </form>
  );
}
