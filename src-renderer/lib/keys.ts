/**
 * Shortcuts. A single letter acts only outside fields, and, given a `scope`, only while the focus is inside it or
 * nowhere; combinations with Ctrl act also in fields. The shortcut mounted last wins.
 */
import { type RefObject, useEffect, useRef } from 'react';
import { createKeyGate, isLetterKey, keyName } from './key-gate.ts';

export type ShortcutAction = (event: KeyboardEvent) => void;

export interface ShortcutOptions {
  /** The list or desk whose focus the keys need; without it they act everywhere. */
  scope?: RefObject<HTMLElement | null>;
  enabled?: boolean;
}

interface Layer {
  keys: () => Record<string, ShortcutAction | undefined>;
  scope: RefObject<HTMLElement | null> | undefined;
}

const layers: Layer[] = [];
const gate = createKeyGate();
let letterKeys = true;

/** Follows the preference of the same name. */
export function allowLetterKeys(allowed: boolean): void {
  letterKeys = allowed;
}

export function useShortcuts(
  keys: Record<string, ShortcutAction | undefined>,
  options: ShortcutOptions = {},
): void {
  const latest = useRef(keys);
  latest.current = keys;
  const { scope, enabled = true } = options;
  useEffect(() => {
    if (!enabled) return;
    const layer: Layer = { keys: () => latest.current, scope };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [scope, enabled]);
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.role === 'combobox'
  );
}

/** On a chip between the fields of a form one types: a letter there is no command. */
function isAmongFields(target: EventTarget | null, letter: boolean): boolean {
  return letter && target instanceof Element && target.closest('[data-typing]') !== null;
}

function actionFor(name: string, target: EventTarget | null): ShortcutAction | undefined {
  const nowhere = target === document.body || target === document.documentElement;
  for (const layer of layers.toReversed()) {
    const action = layer.keys()[name];
    if (!action) continue;
    if (!layer.scope) return action;
    const element = layer.scope.current;
    if (element && (nowhere || (target instanceof Node && element.contains(target)))) return action;
  }
  return undefined;
}

/** A dialog keeps its keys to itself: what lies under it must not act. */
function behindDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}

/** Held to change what another key means; on their own they are no key of a code or of a hand. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead']);

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || MODIFIERS.has(event.key)) return;
  const name = keyName(event);
  const letter = isLetterKey(name);
  const plain = !name.startsWith('ctrl+') && !name.startsWith('alt+');
  const isTyped = plain && (isField(event.target) || isAmongFields(event.target, letter));
  const action = isTyped ? undefined : actionFor(name, event.target);
  const blocked = behindDialog(event.target) && !name.startsWith('ctrl+');
  if (!letter) gate.other();
  if (!action || blocked || (letter && !letterKeys)) {
    if (letter) gate.other();
    return;
  }
  if (!letter) {
    action(event);
    return;
  }
  event.preventDefault();
  gate.letter(() => action(event), event.repeat);
}

/** Starts listening; called once for the window. */
export function listenForKeys(target: Window = window): () => void {
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}
