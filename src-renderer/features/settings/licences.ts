/** The licences of everything that is built in: a file of the window, made by the builds and read only when asked for. */
import { z } from 'zod';

const partsSchema = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    licence: z.string(),
    /** Where its sources are. */
    source: z.string().nullable(),
    text: z.string(),
  }),
);

export type LicensedPart = z.infer<typeof partsSchema>[number];

export async function readLicences(): Promise<LicensedPart[]> {
  const answer = await fetch('/licences.json');
  if (!answer.ok) throw new Error(`licences.json: ${answer.status}`);
  return partsSchema.parse(await answer.json());
}

/** By name, licence, or any words of the text: "apache", "mantine", "Ulrich Telle". */
export function findParts(parts: readonly LicensedPart[], typed: string): LicensedPart[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.filter(({ name, licence, text }) => {
    const whole = `${name} ${licence} ${text}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
