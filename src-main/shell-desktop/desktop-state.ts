/**
 * What the desktop remembers between starts: where the window stood, its language, and whether it has asked to
 * start with the system. Never anything of the base; lost or damaged it is simply begun anew.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const stateSchema = z.object({
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .nullable()
    .catch(null),
  maximised: z.boolean().catch(false),
  language: z.enum(['sk', 'en']).nullable().catch(null),
  starts: z.int().nonnegative().catch(0),
  startAsked: z.boolean().catch(false),
});
export type DesktopState = z.infer<typeof stateSchema>;

export interface KeptState {
  readonly now: DesktopState;
  change(patch: Partial<DesktopState>): void;
}

export function openDesktopState(folder: string): KeptState {
  const file = path.join(folder, 'desktop.json');
  let now = stateSchema.safeParse(read(file)).data ?? stateSchema.parse({});
  return {
    get now() {
      return now;
    },
    change(patch) {
      now = { ...now, ...patch };
      write(file, `${JSON.stringify(now)}\n`);
    },
  };
}

function read(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function write(file: string, text: string): void {
  try {
    fs.writeFileSync(`${file}.new`, text, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  } catch {
    // A full disk must not end the program over where its window stood.
  }
}
