import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Shades that have enough contrast in both themes; Mantine's own do not. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'md',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close', size: 'md' } } },
    // Mantine's own colours of titles have too little contrast on their grounds.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // A status is read whole, however narrow its place is.
    Badge: { defaultProps: { tt: 'none', radius: 'sm', miw: 'max-content' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5c636a' },
  dark: { '--mantine-color-dimmed': '#a6a7ab' },
});

/** Every style element that Mantine makes carries the page's nonce; the policy lets no other one through. */
export const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
