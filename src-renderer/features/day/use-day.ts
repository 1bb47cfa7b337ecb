/** Which day it is here: follows midnight and the zone of the device, and tells the engine the zone. */
import { useEffect } from 'react';
import { rpc } from '#renderer/lib/client.ts';
import { useLine } from '#renderer/lib/connection.ts';
import { today } from '#renderer/lib/format.ts';
import { useMinute } from '#renderer/lib/use-minute.ts';

export interface Here {
  /** `YYYY-MM-DD`. */
  day: string;
  /** IANA. */
  zone: string;
}

export function useHere(): Here {
  useMinute();
  return { day: today(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** A process without a window hears of no journey to another zone; whoever shows the frame tells it. */
export function useTellZone(): void {
  const { zone } = useHere();
  const generation = useLine((line) => line.generation);
  useEffect(() => {
    // A line that is gone brings the next generation, which tells it again.
    if (generation > 0) rpc.day.here({ zone }).catch(() => undefined);
  }, [zone, generation]);
}
