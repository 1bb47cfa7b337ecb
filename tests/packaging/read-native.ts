/** For which system and processor a native file was made, from its header. */
import type { Packed } from './pack.ts';

const ELF_MACHINES = new Map([
  [0x3e, 'x64'],
  [0xb7, 'arm64'],
]);
const PE_MACHINES = new Map([
  [0x86_64, 'x64'],
  [0xaa_64, 'arm64'],
]);

export function readNative(bytes: Buffer): Pick<Packed, 'system'> & { processor: string | undefined } {
  if (bytes.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1')))
    return { system: 'linux', processor: ELF_MACHINES.get(bytes.readUInt16LE(18)) };
  const header = bytes.subarray(0, 2).toString() === 'MZ' ? bytes.readUInt32LE(0x3c) : -1;
  if (header < 0 || bytes.subarray(header, header + 4).toString('latin1') !== 'PE\0\0')
    throw new Error('neither ELF nor PE');
  return { system: 'win32', processor: PE_MACHINES.get(bytes.readUInt16LE(header + 4)) };
}
