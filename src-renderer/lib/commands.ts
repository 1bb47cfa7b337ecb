/**
 * What can be done at the moment. The frame and each screen offer their commands while they are there; the palette,
 * the desktop's menu and shortcuts give them. The screen mounted last wins.
 */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { COMMAND_IDS, type CommandId } from '#shared/desktop/commands.ts';

export type CommandRun = () => void;
export type Offer = Partial<Record<CommandId, CommandRun | undefined>>;

interface Offers {
  layers: readonly (() => Offer)[];
}

const useOffers = create<Offers>(() => ({ layers: [] }));

/** Offers commands while the component is mounted; an undefined one is not offered. */
export function useOffer(offer: Offer): void {
  const latest = useRef(offer);
  latest.current = offer;
  useEffect(() => {
    const layer = () => latest.current;
    useOffers.setState(({ layers }) => ({ layers: [...layers, layer] }));
    return () => useOffers.setState(({ layers }) => ({ layers: layers.filter((other) => other !== layer) }));
  }, []);
}

/** The commands that can be given now, in the order of the list of all. */
export function offeredCommands(layers = useOffers.getState().layers): { id: CommandId; run: CommandRun }[] {
  const offers = layers.map((layer) => layer()).toReversed();
  return COMMAND_IDS.flatMap((id) => {
    const run = offers.find((offer) => offer[id])?.[id];
    return run ? [{ id, run }] : [];
  });
}

/** False where nothing on the screen can do it. */
export function giveCommand(id: CommandId): boolean {
  const found = offeredCommands().find((command) => command.id === id);
  found?.run();
  return found !== undefined;
}
