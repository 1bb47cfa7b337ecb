/** The workflow of the three systems. It has run on no such service yet: this sees only that it says what it should. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

const jobSchema = z.object({
  needs: z.string().optional(),
  'runs-on': z.literal('${{ matrix.os }}'),
  'timeout-minutes': z.int().positive(),
  strategy: z.object({ 'fail-fast': z.literal(false), matrix: z.object({ os: z.array(z.string()) }) }),
  steps: z.array(
    z
      .object({
        uses: z.string(),
        run: z.string(),
        if: z.string(),
        env: z.record(z.string(), z.string()),
        with: z.record(z.string(), z.unknown()),
      })
      .partial(),
  ),
});

const root = new URL('../../', import.meta.url);
const workflow = z
  .object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.object({ test: jobSchema, package: jobSchema }),
  })
  .parse(load(fs.readFileSync(new URL('.github/workflows/ci.yml', root), 'utf8')));

type Step = z.infer<typeof jobSchema>['steps'][number];

/** The runs of a job in order, as they happen on one system. */
function runsOn(system: 'Linux' | 'Windows' | 'macOS', steps: readonly Step[]): string[] {
  return steps
    .filter(({ if: when }) => {
      if (when === "runner.os == 'Linux'") return system === 'Linux';
      if (when === "runner.os != 'Linux'") return system !== 'Linux';
      if (when === 'failure()') return false;
      if (when) throw new Error(`a condition that nobody reads here: ${when}`);
      return true;
    })
    .flatMap(({ run }) => run ?? []);
}

const systems = ['Linux', 'Windows', 'macOS'] as const;

test.each(['test', 'package'] as const)('%s has the three systems, and Node of this project', (name) => {
  const { strategy, steps } = workflow.jobs[name];
  expect(strategy.matrix.os.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos']);
  const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with?.['node-version'];
  const { engines } = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8')) as {
    engines: { node: string };
  };
  expect(`>=${String(node)}`).toBe(engines.node);
});

describe.each(systems)('on %s', (system) => {
  const runs = runsOn(system, workflow.jobs.test.steps);

  test('packages, then Electron itself, then npm test once', () => {
    const places = ['npm ci', 'node node_modules/electron/install.js', 'npm test'].map((command) =>
      runs.findIndex((run) => run.trimEnd().endsWith(command)),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(runs.filter((run) => run.endsWith('npm test'))).toHaveLength(1);
    expect(runs.join('\n')).toContain('CHROMIUM_PATH=');
  });

  if (system === 'Linux')
    test('a screen and fonts are there', () => {
      expect(runs.find((run) => run.endsWith('npm test'))).toMatch(/^xvfb-run /);
      for (const part of ['xvfb', 'fonts-liberation', 'fonts-noto-core'])
        expect(runs.join('\n')).toContain(part);
    });

  test('the installers are made after the tests', () => {
    const { needs, steps } = workflow.jobs.package;
    expect(needs).toBe('test');
    expect(runsOn(system, steps)).toEqual([
      'npm ci',
      'node node_modules/electron/install.js',
      'npm run package',
    ]);
  });
});

test('what is kept are the installers of each system and what describes them', () => {
  const kept = workflow.jobs.package.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  expect(String(kept?.with?.['path']).trim().split('\n')).toEqual(
    ['*.exe', '*.dmg', '*.zip', '*.AppImage', '*.deb', 'latest*.yml'].map((name) => `dist/${name}`),
  );
  expect(kept?.with?.['if-no-files-found']).toBe('error');
});

test('the scripts that it runs are there, and it may only read', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(fs.existsSync(new URL('node_modules/electron/install.js', root))).toBe(true);
  const { scripts } = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const name of ['test', 'package']) expect(scripts[name]).toBe(`node scripts/${name}.mjs`);
});
