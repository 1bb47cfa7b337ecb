import { useEffect, useState } from 'react';

/** Draws its component anew every half minute, so that "pred 5 min" stays true while nothing else changes. */
export function useMinute(): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
}
