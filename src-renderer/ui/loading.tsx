/** The wheel that turns while something is awaited. The library's own is a bare span, which no reader names. */
import { Loader, type LoaderProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Loading(props: LoaderProps): ReactNode {
  const { t } = useTranslation();
  return <Loader role="progressbar" aria-label={t('common.loading')} {...props} />;
}
