/** An export: what, which records, for which program, which columns; then the file with its progress. */
import { Button, Input, Radio, SegmentedControl, Stack } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { clientFilter, contactFilter } from '#shared/contract/clients.ts';
import type { ExportKind } from '#shared/contract/exchange.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { type InputOf, useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { BackLink } from './back-link.tsx';
import styles from './exchange.module.css';
import exportStyles from './export.module.css';
import { chosenColumns, columnsKey, hasColumns, rememberChoice, rememberedChoice } from './export-choice.ts';
import { ExportColumns } from './export-columns.tsx';
import { ExportFormats } from './export-formats.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { forgetExport, runExport, useExport } from './run-export.ts';

type ExportWhat = InputOf<'exchange', 'exportPlan'>['export'];

/** What to export: everything, or what the list showed that led here. */
function exportOf(what: ExportKind, filter: unknown): ExportWhat {
  return what === 'contacts'
    ? { what, filter: contactFilter.catch({}).parse(filter ?? {}) }
    : { what, filter: clientFilter.catch({}).parse(filter ?? {}) };
}

export function ExportScreen() {
  const { t } = useTranslation();
  const ids = { what: useId(), language: useId() };
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('what');
  const what: ExportKind = asked === 'clients' ? 'clients' : 'contacts';
  // The filter travels beside the address, not in it: it may hold a name.
  const carried = useHistoryState<{ filter?: unknown } | null>()?.filter;
  const filtered = exportOf(what, carried);
  const isFiltered = Object.values(filtered.filter ?? {}).some(
    (value) => value !== undefined && String(value) !== '',
  );
  const [whole, setWhole] = useState(false);
  const [choice, setChoice] = useState(rememberedChoice);
  const { preferences, change } = usePreferences();
  const running = useExport((state) => state.current.state === 'running');
  useEffect(() => forgetExport, []);

  const all = useLive('exchange', 'exportPlan', { export: exportOf(what, {}), language: choice.language });
  const part = useLive(
    'exchange',
    'exportPlan',
    { export: filtered, language: choice.language },
    { enabled: isFiltered },
  );
  const useFilter = isFiltered && !whole;
  const plan = useFilter ? part.data : all.data;
  const offered = all.data?.columns ?? [];
  const offeredKeys = offered.map((column) => column.key);
  const [ordered, setOrdered] = useState<Partial<Record<ExportKind, string[]>>>({});
  const chosen = ordered[what] ?? chosenColumns(offeredKeys, preferences?.columns[columnsKey(what)]);

  const choose = (patch: Partial<typeof choice>) => {
    const next = { ...choice, ...patch };
    setChoice(next);
    rememberChoice(next);
  };
  const ready =
    plan !== undefined && plan.count > 0 && !running && !(chosen.length === 0 && hasColumns(choice.format));
  const start = () => {
    if (!ready) return;
    const columns = hasColumns(choice.format) ? chosen : undefined;
    if (columns && preferences) change({ columns: { ...preferences.columns, [columnsKey(what)]: columns } });
    void runExport(
      { export: useFilter ? filtered : exportOf(what, {}), how: { ...choice, columns } },
      plan.count,
    );
  };
  useShortcuts({ 'ctrl+enter': start });

  const startKey = what === 'contacts' ? 'exchange.export.startContacts' : 'exchange.export.startClients';
  return (
    <PageFrame title={t('exchange.export.title')} scroll actions={<BackLink />}>
      <div className={styles.narrow}>
        <Input.Wrapper label={t('exchange.export.what')} labelElement="div" labelProps={{ id: ids.what }}>
          <div>
            <SegmentedControl
              role="radiogroup"
              aria-labelledby={ids.what}
              value={what}
              disabled={running}
              onChange={(value) => {
                forgetExport();
                navigate(`/exchange/export?what=${value}`, { replace: true });
              }}
              data={[
                { value: 'contacts', label: t('exchange.export.contacts') },
                { value: 'clients', label: t('exchange.export.clients') },
              ]}
            />
          </div>
        </Input.Wrapper>
        {isFiltered && part.data && all.data && (
          <Radio.Group
            label={t('exchange.export.which')}
            value={whole ? 'all' : 'filtered'}
            onChange={(value) => setWhole(value === 'all')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="filtered" label={t('exchange.export.filtered', { count: part.data.count })} />
              <Radio value="all" label={t('exchange.export.all', { count: all.data.count })} />
            </Stack>
          </Radio.Group>
        )}
        <ExportFormats value={choice.format} onChange={(format) => choose({ format })} />
        {hasColumns(choice.format) && (
          <>
            <Input.Wrapper
              label={t('exchange.export.language')}
              labelElement="div"
              labelProps={{ id: ids.language }}
            >
              <div>
                <SegmentedControl
                  role="radiogroup"
                  aria-labelledby={ids.language}
                  value={choice.language}
                  onChange={(language) => choose({ language: language === 'en' ? 'en' : 'sk' })}
                  data={(['sk', 'en'] as const).map((value) => ({
                    value,
                    label: t(`exchange.export.languages.${value}`),
                  }))}
                />
              </div>
            </Input.Wrapper>
            <ExportColumns
              offered={offered}
              chosen={chosen}
              onChange={(columns) => setOrdered({ ...ordered, [what]: columns })}
            />
          </>
        )}
        <div className={styles.buttons}>
          <div className={exportStyles.outcomeSlot}>
            <ExportOutcome error={all.error ?? part.error} empty={plan?.count === 0} filtered={useFilter} />
          </div>
          <Button onClick={start} disabled={!ready}>
            {plan ? t(startKey, { count: plan.count }) : t('exchange.export.counting')}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}
