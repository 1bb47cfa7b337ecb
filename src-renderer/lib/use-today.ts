import { useEffect, useState } from 'react';
import { today } from './format.ts';

/** Today in this device's zone, `YYYY-MM-DD`; what is late or due turns with the day while a window stays open. */
export function useToday(): string {
  const [day, setDay] = useState(() => today());
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return day;
}
