/** Whose work Vizitka is made of: each part with its licence, loaded only when somebody wants to see it. */
import { Button, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { findParts, type LicensedPart, readLicences } from './licences.ts';
import classes from './licences.module.css';
import { Section } from '#renderer/ui/section.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

export function LicencesSection() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const licences = useQuery({
    queryKey: ['licences'],
    queryFn: readLicences,
    enabled: shown,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Section title={t('licences.title')}>
      <Text>{t('licences.text')}</Text>
      {desktop && <Text c="dimmed">{t('licences.chromium')}</Text>}
      {!shown && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setShown(true)}>
          {t('licences.show')}
        </Button>
      )}
      {licences.isFetching && <Loading size="sm" />}
      {licences.error && !licences.isFetching && (
        <Sentence error={t('licences.missing')} onRetry={() => void licences.refetch()} />
      )}
      {licences.data && <PartList parts={licences.data} />}
    </Section>
  );
}

function PartList({ parts }: { parts: LicensedPart[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = findParts(parts, typed);
  return (
    <>
      <TextInput
        type="search"
        autoComplete="off"
        maw={360}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('licences.search')}
        placeholder={t('licences.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // The button that was pressed is gone, and typing is what comes next.
        autoFocus
      />
      <Text size="sm" c="dimmed" role="status">
        {found.length > 0 ? <Plural of="licences.count" count={found.length} /> : t('licences.none')}
      </Text>
      <ul className={classes.parts} aria-label={t('licences.title')}>
        {found.map((part) => (
          <li key={`${part.name} ${part.version}`}>
            <details>
              <summary>
                <span className={classes.name}>
                  {part.name} {part.version}
                </span>
                <span className={classes.licence}>{part.licence}</span>
              </summary>
              {/* Licences hold as they were written; most are in English. */}
              <div className={classes.text} lang="en">
                {part.source && <p>{part.source}</p>}
                <p>{part.text}</p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
