/** The way back to the choice between import and export. */
import { Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './exchange.module.css';

export function BackLink() {
  const { t } = useTranslation();
  return (
    <Text component={Link} href="/exchange" className={styles.backLink}>
      <IconArrowLeft size={16} aria-hidden /> {t('exchange.title')}
    </Text>
  );
}
