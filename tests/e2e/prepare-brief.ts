/** A base with a negotiation that is prepared, for journeys; a process of its own opens it and ends. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type { Amount, BriefIds } from '../helpers/brief-base.ts';

const script = path.resolve(import.meta.dirname, '../helpers/brief-base.ts');

export function prepareBrief(profile: string, amount: Amount): BriefIds {
  return JSON.parse(
    execFileSync(process.execPath, [script, profile, amount], { encoding: 'utf8' }),
  ) as BriefIds;
}
