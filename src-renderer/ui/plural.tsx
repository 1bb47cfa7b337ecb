/** A number with its noun in the right form: 1 klient, 2 klienti, 5 klientov. */
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import type { MessageKey } from '#shared/i18n/index.ts';

export function Plural({ of, count }: { of: MessageKey; count: number }) {
  const format = useFormat();
  return <>{say(of, { count, number: format.number(count) })}</>;
}
