import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '#main/shell-desktop/menu-template.ts';
import { MENU_COMMANDS, type MenuCommand } from '#shared/desktop/bridge.ts';
import { shellWords } from '#shared/i18n/shell-words.ts';

type Item = MenuItemConstructorOptions;

function build(language: 'sk' | 'en', { mac = false, developer = false } = {}) {
  const given: MenuCommand[] = [];
  const template = menuTemplate({
    say: shellWords(language),
    mac,
    developer,
    command: (command) => given.push(command),
  });
  const items = template.flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])]);
  return { template, items, given };
}

const click = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.();

describe.each([false, true])('on a Mac: %s', (mac) => {
  test('every command stands in it once and sends itself', () => {
    const { items, given } = build('sk', { mac });
    for (const command of MENU_COMMANDS) {
      const found = items.filter(({ id }) => id === command);
      expect(found, command).toHaveLength(1);
      click(found[0]);
    }
    expect(given).toEqual([...MENU_COMMANDS]);
  });

  test('no two items share a shortcut', () => {
    const shortcuts = build('sk', { mac }).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('both languages name every item, each in its own words', () => {
    const named = (language: 'sk' | 'en') =>
      build(language, { mac }).items.flatMap(({ type, label }) =>
        type === 'separator' ? [] : [label ?? ''],
      );
    const [sk, en] = [named('sk'), named('en')];
    expect(sk).not.toContain('');
    expect(en).toHaveLength(sk.length);
    expect(sk.filter((label, at) => label === en[at] && label !== 'Vizitka')).toEqual([]);
  });
});

test('the shortcuts of the design', () => {
  const { items } = build('sk');
  const shortcut = (id: string) => items.find((item) => item.id === id)?.accelerator;
  expect(shortcut('log')).toBe('CmdOrCtrl+N');
  expect(shortcut('search')).toBe('CmdOrCtrl+K');
  expect(shortcut('undo')).toBe('CmdOrCtrl+Z');
});

test('the developer tools are in nobody’s menu but a developer’s', () => {
  const roles = (developer: boolean) => build('sk', { developer }).items.map(({ role }) => role);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(false)).not.toContain('reload');
  expect(roles(true)).toContain('toggleDevTools');
});
