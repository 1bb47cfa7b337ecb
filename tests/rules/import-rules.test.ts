import { describe, expect, test } from 'vitest';
import { findImportViolations } from './import-table.ts';
import { listFindings, readSources } from './source-files.ts';

test('every import of the repository keeps to the table', () => {
  const sources = readSources(['.ts', '.tsx']).filter(({ file }) =>
    /^(src-|db\/|tests\/(?!rules\/))/.test(file),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(listFindings(findImportViolations(sources))).toBe('');
});

describe('the table bites', () => {
  const forbidden: [file: string, specifier: string][] = [
    ['src-shared/domain/text/fold.ts', 'node:fs'],
    ['src-shared/entities/clients.ts', 'drizzle-orm'],
    ['src-shared/entities/clients.ts', 'react'],
    ['src-shared/entities/clients.ts', '#db/local/clients.ts'],
    ['src-shared/entities/clients.ts', '../../src-main/data/write.ts'],
    ['db/local/clients.ts', '#main/data/write.ts'],
    ['db/local/clients.ts', 'better-sqlite3'],
    ['src-main/features/clients/queries.ts', 'better-sqlite3'],
    ['src-main/features/clients/queries.ts', 'electron'],
    ['src-main/features/clients/queries.ts', '#main/shell-browser/main.ts'],
    ['src-main/features/clients/queries.ts', '#main/engine/router.ts'],
    ['src-main/features/clients/queries.ts', '#main/sync/push.ts'],
    ['src-main/features/clients/queries.ts', '#main/features/meetings/commands.ts'],
    ['src-main/features/clients/queries.ts', '../meetings/queries.ts'],
    ['src-main/data/write.ts', '#main/features/clients/facts.ts'],
    ['src-main/data/write.ts', '#main/engine/router.ts'],
    ['src-main/sync/apply.ts', '#main/features/clients/facts.ts'],
    ['src-main/sync/apply.ts', 'better-sqlite3'],
    ['src-main/engine/router.ts', '#main/shell-cli/main.ts'],
    ['src-server/http/routes.ts', '#server/data/database.ts'],
    ['src-server/sync/push.ts', '#server/auth/devices.ts'],
    ['src-server/data/database.ts', '#server/sync/push.ts'],
    ['src-server/server.ts', '#main/data/write.ts'],
    ['src-server/server.ts', 'better-sqlite3'],
    ['src-main/engine/utility.ts', 'electron'],
    ['src-main/shell-browser/serve.ts', 'electron'],
    ['src-main/shell-desktop/tray.ts', '#main/features/clients/router.ts'],
    ['src-main/shell-desktop/tray.ts', '#main/data/connection.ts'],
    ['src-main/shell-desktop/tray.ts', 'better-sqlite3'],
    ['src-renderer/lib/desktop.ts', 'electron'],
    ['src-main/shell-cli/main.ts', '#main/features/clients/router.ts'],
    ['src-main/shell-cli/main.ts', '#main/data/connection.ts'],
    ['src-main/shell-cli/main.ts', '#db/local/clients.ts'],
    ['src-renderer/features/clients/list.tsx', '#renderer/features/meetings/composer.tsx'],
    ['src-renderer/features/clients/list.tsx', '../meetings/composer.tsx'],
    ['src-renderer/features/clients/list.tsx', '#renderer/app/frame.tsx'],
    ['src-renderer/features/clients/list.tsx', 'node:path'],
    ['src-renderer/features/clients/list.tsx', '#main/data/write.ts'],
    ['src-renderer/ui/button.tsx', '#renderer/features/clients/list.tsx'],
    ['src-renderer/lib/client.ts', '#renderer/app/frame.tsx'],
    ['src-renderer/app/frame.tsx', '#db/local/clients.ts'],
    ['tests/src-main/features/clients.test.ts', 'better-sqlite3'],
  ];
  test.each(forbidden)('%s may not import %s', (file, specifier) => {
    expect(findImportViolations([{ file, text: `import { x } from '${specifier}';\n` }])).toHaveLength(1);
  });

  test.each([
    `import type { x } from 'electron';`,
    `import 'electron';`,
    `export * from 'electron';`,
    `const x = await import('electron');`,
    `import {\n  x,\n  y,\n} from 'electron';`,
  ])('in any spelling: %s', (text) => {
    expect(findImportViolations([{ file: 'src-main/data/write.ts', text }])).toHaveLength(1);
  });

  test('a barrel file', () => {
    expect(findImportViolations([{ file: 'src-renderer/ui/index.ts', text: '' }])).toHaveLength(1);
  });

  const allowed: [file: string, specifier: string][] = [
    ['src-main/features/meetings/commands.ts', '#main/features/objections/steps.ts'],
    ['src-main/features/meetings/commands.ts', '../objections/facts.ts'],
    ['src-main/features/meetings/commands.ts', '#main/data/write.ts'],
    ['src-main/data/connection.ts', 'better-sqlite3'],
    ['src-main/shell-desktop/tray.ts', 'electron'],
    ['src-main/preload.ts', 'electron'],
    ['src-main/shell-desktop/key-store.ts', '#main/security/key-store-slot.ts'],
    ['src-main/engine/router.ts', '#main/features/clients/router.ts'],
    ['src-renderer/features/clients/list.tsx', '#renderer/pickers/client-picker.tsx'],
    ['tests/bench/floor.ts', 'better-sqlite3'],
    ['src-renderer/app/desk.tsx', '#renderer/features/clients/list.tsx'],
  ];
  test.each(allowed)('and lets %s import %s', (file, specifier) => {
    expect(findImportViolations([{ file, text: `import { x } from '${specifier}';\n` }])).toEqual([]);
  });
});
