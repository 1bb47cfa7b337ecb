/** Mantine in the clothes of Vizitka: calm paper, dark ink, one accent. Colours themselves stand in theme.css. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f1f1',
  '#cfe3e4',
  '#a5cccd',
  '#74c8ca',
  '#3f9499',
  '#2a7b81',
  '#1b6a71',
  '#0f5c63',
  '#0a4d53',
  '#063c41',
];

/** Warm greys of paper; the library draws its borders and quiet grounds with them. */
const paper: MantineColorsTuple = [
  '#f8f5ef',
  '#f2eee5',
  '#e9e4d9',
  '#dcd6c9',
  '#bdb5a6',
  '#8f887a',
  '#625d53',
  '#4b473f',
  '#37342e',
  '#24221e',
];

const night: MantineColorsTuple = [
  '#e9ebee',
  '#cdd2d8',
  '#a9b1bb',
  '#8a939e',
  '#4b5663',
  '#323b47',
  '#202731',
  '#191f27',
  '#12161c',
  '#0c0f13',
];

const TRANSITION = { transitionProps: { duration: 120 } };

/** What stands on the accent is white by day and dark by night, when the accent is light. */
const variantColors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const accent = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && accent ? { ...resolved, color: 'var(--v-on-accent)' } : resolved;
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  colors: { accent: teal, gray: paper, dark: night },
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.125rem', xl: '1.5rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
    Popover: { defaultProps: TRANSITION },
    Menu: { defaultProps: TRANSITION },
    Tooltip: { defaultProps: { openDelay: 300, ...TRANSITION } },
    Input: { defaultProps: { size: 'sm' } },
    Text: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'sm' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const look = {
    '--mantine-color-body': 'var(--v-ground)',
    '--mantine-color-text': 'var(--v-ink)',
    '--mantine-color-bright': 'var(--v-ink)',
    '--mantine-color-dimmed': 'var(--v-ink-soft)',
    '--mantine-color-placeholder': 'var(--v-ink-soft)',
    '--mantine-color-anchor': 'var(--v-accent)',
    '--mantine-color-error': 'var(--v-late)',
    '--mantine-color-default': 'var(--v-surface)',
    '--mantine-color-default-hover': 'var(--v-hover)',
    '--mantine-color-default-color': 'var(--v-ink)',
    '--mantine-color-default-border': 'var(--v-line-strong)',
    '--mantine-color-accent-outline': 'var(--v-accent)',
    '--mantine-color-accent-light': 'var(--v-accent-soft)',
    '--mantine-color-accent-light-color': 'var(--v-accent)',
    '--mantine-color-accent-light-hover': 'var(--v-accent-soft)',
    '--mantine-color-accent-text': 'var(--v-accent)',
    '--mantine-color-red-light': 'var(--v-late-soft)',
    '--mantine-color-red-light-color': 'var(--v-late)',
    '--mantine-color-red-text': 'var(--v-late)',
    '--mantine-color-orange-light': 'var(--v-look-soft)',
    '--mantine-color-orange-light-color': 'var(--v-look)',
    '--mantine-color-orange-text': 'var(--v-look)',
    '--mantine-color-gray-text': 'var(--v-ink-soft)',
    '--mantine-color-gray-light-color': 'var(--v-ink-soft)',
  };
  return { variables: {}, light: look, dark: look };
};
