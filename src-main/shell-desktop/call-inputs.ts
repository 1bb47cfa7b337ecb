/** What the window may send with each call. A page that was taken over could send anything. */
import { z } from 'zod';
import {
  CAPTURE_DEVICES,
  type DesktopCall,
  type DesktopCalls,
  NOTICE_KINDS,
} from '#shared/desktop/bridge.ts';

const LARGEST_FILE = 256 * 1024 * 1024;
const name = z.string().min(1).max(300);
const nothing = z.tuple([]);

const inputs: { [C in DesktopCall]: z.ZodType<Parameters<DesktopCalls[C]>> } = {
  flushed: z.tuple([z.boolean()]),
  openFile: z.tuple([name, z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LARGEST_FILE)]),
  print: nothing,
  savePdf: z.tuple([name]),
  notify: z.tuple([z.enum(NOTICE_KINDS), z.int().min(0).max(100_000_000)]),
  chooseBackupPlace: nothing,
  startWithSystem: nothing,
  setStartWithSystem: z.tuple([z.boolean()]),
  capture: z.tuple([z.enum(CAPTURE_DEVICES).nullable()]),
  speak: z.tuple([z.enum(['sk', 'en'])]),
  startAgain: nothing,
  updates: nothing,
  checkUpdates: nothing,
  downloadUpdate: nothing,
  installUpdate: nothing,
};

export const CALLS = Object.keys(inputs) as DesktopCall[];

/** Throws without naming what was sent. */
export function readInput<C extends DesktopCall>(call: C, sent: unknown): Parameters<DesktopCalls[C]> {
  const input: z.ZodType<Parameters<DesktopCalls[C]>> = inputs[call];
  const read = input.safeParse(sent);
  if (!read.success) throw new TypeError(`not an input of ${call}`);
  return read.data;
}
