/**
 * Hybrid logical clock, 16 bytes: 48-bit milliseconds, 16-bit counter, 64-bit device; byte order is time order
 * (Kulkarni et al., 2014). A counter that overflows carries into the milliseconds.
 */

export interface Hlc {
  /** UTC milliseconds. */
  readonly ms: number;
  /** 0 to 65535. */
  readonly counter: number;
}

const COUNTERS = 0x10000;

/** The stamp after `last`, never earlier than the wall clock and never equal to `last`. */
export function nextHlc(last: Hlc, wallMs: number): Hlc {
  if (wallMs > last.ms) return { ms: wallMs, counter: 0 };
  return advance(last, 1);
}

/** The stamp `steps` after another one. */
export function advance(stamp: Hlc, steps: number): Hlc {
  const sum = stamp.counter + steps;
  return { ms: stamp.ms + Math.floor(sum / COUNTERS), counter: sum % COUNTERS };
}

/** 32 hexadecimal digits; `device` is 16 of them. */
export function hlcToHex(stamp: Hlc, device: string): string {
  return stamp.ms.toString(16).padStart(12, '0') + stamp.counter.toString(16).padStart(4, '0') + device;
}

export function hlcFromHex(hex: string): Hlc {
  return { ms: Number.parseInt(hex.slice(0, 12), 16), counter: Number.parseInt(hex.slice(12, 16), 16) };
}

/** The device's 16 hexadecimal digits of a stamp. */
export function hlcDeviceOf(hex: string): string {
  return hex.slice(16);
}

/** The stamp itself when it is later than `floor`, else the first one after `floor` of the same device. */
export function hlcAfter(hex: string, floor: string): string {
  if (hex > floor) return hex;
  return hlcToHex(advance(hlcFromHex(floor), 1), hlcDeviceOf(hex));
}
