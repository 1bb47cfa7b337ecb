/** Every key on one sheet. */
import { Alert, Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { keyLabel } from '#renderer/lib/key-label.ts';
import type { MessageKey } from '#shared/i18n/index.ts';

type Line = [keys: string[], label: MessageKey];

/** Keys of the desktop's menu; in a browser they are the browser's own. */
const DESKTOP_LINES: readonly Line[] = [
  [['Ctrl Shift N'], 'app.keys.newClient'],
  [['Ctrl D'], 'day.title'],
  [['Ctrl 1', '…', 'Ctrl 6'], 'app.keys.places'],
  [['Ctrl ,'], 'app.keys.settings'],
  [['Ctrl Shift P'], 'app.keys.savePdf'],
];

const SHEETS: readonly { title: MessageKey; lines: Line[] }[] = [
  {
    title: 'app.keys.everywhere',
    lines: [
      [['S', 'Ctrl K'], 'app.keys.search'],
      [desktop ? ['N', 'Ctrl N'] : ['N'], 'app.keys.log'],
      ...(desktop ? DESKTOP_LINES : []),
      [['Ctrl P'], 'app.keys.print'],
      [['Ctrl Z'], 'app.keys.undo'],
      [desktop ? ['?', 'F1'] : ['?'], 'app.keys.help'],
    ],
  },
  {
    title: 'app.keys.list',
    lines: [
      [['/'], 'app.keys.filter'],
      [['J', 'K', '↓', '↑'], 'app.keys.move'],
      [['Enter'], 'app.keys.open'],
    ],
  },
  {
    title: 'app.keys.desk',
    lines: [
      [['V'], 'app.keys.visit'],
      [['T'], 'app.keys.call'],
      [['P'], 'app.keys.promise'],
      [['O'], 'app.keys.objection'],
      [['M'], 'app.keys.meeting'],
      [['C'], 'app.keys.checklist'],
      [['B'], 'app.keys.brief'],
      [['E'], 'app.keys.edit'],
    ],
  },
  {
    title: 'day.title',
    lines: [
      [['←', '→'], 'app.keys.moveWeek'],
      [['J', 'K', '↓', '↑'], 'app.keys.moveCheck'],
    ],
  },
  {
    title: 'brief.title',
    lines: [
      [['F'], 'app.keys.stand'],
      [['Esc'], 'app.keys.hide'],
      [['H'], 'app.keys.hideOrShow'],
    ],
  },
  {
    title: 'promises.title',
    lines: [
      [['D'], 'promises.keep'],
      [['X'], 'promises.breakIt'],
      [['Z'], 'promises.snooze'],
    ],
  },
  {
    title: 'calls.title',
    lines: [
      [['1', '…', '5'], 'app.keys.callResult'],
      [['E'], 'app.keys.callNote'],
      [['J'], 'app.keys.callSkip'],
    ],
  },
  {
    title: 'sync.conflicts.title',
    lines: [
      [['J', 'K'], 'app.keys.moveConflicts'],
      [['1'], 'app.keys.takeLeft'],
      [['2'], 'app.keys.takeRight'],
    ],
  },
  {
    title: 'app.keys.writing',
    lines: [
      [['Ctrl Enter'], 'app.keys.commit'],
      [['Alt O'], 'app.keys.nextObjection'],
      [['Alt P'], 'app.keys.nextPromise'],
      [['Esc'], 'app.keys.restore'],
    ],
  },
];

interface KeysHelpProps {
  opened: boolean;
  onClose(): void;
  letterKeys: boolean;
}

export function KeysHelp({ opened, onClose, letterKeys }: KeysHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.keys.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {!letterKeys && (
        <Alert color="orange" variant="light" mb="md">
          {t('app.keys.off')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        {SHEETS.map((sheet) => (
          <Stack key={sheet.title} gap={6}>
            <Title order={3} size="h3">
              {say(sheet.title)}
            </Title>
            {sheet.lines.map(([keys, label]) => (
              <Group key={label} justify="space-between" wrap="nowrap" gap="md">
                <Text>{say(label)}</Text>
                <Group gap={4} wrap="nowrap" flex="none">
                  {keys.map((key) => (
                    <Kbd key={key}>{keyLabel(key)}</Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
