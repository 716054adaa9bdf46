import {
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  createTheme,
  defaultVariantColorsResolver,
} from '@mantine/core';

// Mantine asks for ten shades; what is drawn comes from tokens.css, these only fill the form.
const accentShades: MantineColorsTuple = [
  '#dff0ee',
  '#c3e3e0',
  '#9fd2ce',
  '#6fd8ce',
  '#45c4b9',
  '#1f958f',
  '#0b6e6a',
  '#0a5f5b',
  '#084f4c',
  '#04211e',
];

const fieldStyles = {
  label: { fontSize: 12, fontWeight: 400, color: 'var(--text2)' },
  description: { fontSize: 11, color: 'var(--text3)' },
  error: { fontSize: 11, color: 'var(--danger)' },
};

const popover = {
  styles: {
    dropdown: {
      background: 'var(--panel)',
      borderColor: 'var(--line2)',
      boxShadow: 'var(--e2)',
      borderRadius: 'var(--radius-card)',
    },
  },
};

/** Mantine's theme: sizes and radii of the design; colours come from tokens.css. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accent: accentShades },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '11px', sm: '12.5px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '1.36', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.4' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    const color = input.color ?? input.theme.primaryColor;
    const isDanger = color === 'danger' || color === 'red';
    const solid = isDanger ? 'var(--danger-solid)' : 'var(--accent)';
    const ink = isDanger ? 'var(--danger)' : 'var(--accent)';
    const soft = isDanger ? 'var(--danger-soft)' : 'var(--accent-soft)';
    if (input.variant === 'filled') {
      return {
        background: solid,
        hover: isDanger ? 'var(--danger-solid)' : 'var(--accent-ink)',
        color: isDanger ? '#ffffff' : 'var(--on-accent)',
        border: '1px solid transparent',
      };
    }
    if (input.variant === 'light') {
      return { background: soft, hover: soft, color: ink, border: '1px solid transparent' };
    }
    if (input.variant === 'outline') {
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: ink,
        border: `1px solid ${ink}`,
      };
    }
    if (input.variant === 'subtle' || input.variant === 'transparent') {
      return {
        background: 'transparent',
        hover: input.variant === 'subtle' ? 'var(--hover)' : 'transparent',
        color: isDanger ? ink : 'var(--text2)',
        border: '1px solid transparent',
      };
    }
    return defaultVariantColorsResolver(input);
  },
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      vars: () => ({
        root: {
          '--button-height': '28px',
          '--button-fz': '12.5px',
          '--button-padding-x': '12px',
        },
      }),
      styles: { label: { fontWeight: 500 } },
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', size: 28, radius: 'md' },
    },
    Input: {
      vars: () => ({
        wrapper: {
          '--input-height': '28px',
          '--input-fz': '12.5px',
          '--input-radius': 'var(--radius-input)',
          '--input-bg': 'var(--card)',
          '--input-bd': 'var(--field)',
          '--input-bd-focus': 'var(--accent)',
          '--input-padding': '8px',
        },
      }),
    },
    TextInput: { defaultProps: { size: 'sm' }, styles: fieldStyles },
    NumberInput: { defaultProps: { size: 'sm', hideControls: false }, styles: fieldStyles },
    Select: {
      defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' },
      styles: { ...fieldStyles, option: { fontSize: 12.5 } },
    },
    Textarea: { defaultProps: { size: 'sm' }, styles: { label: fieldStyles.label } },
    SegmentedControl: {
      defaultProps: { size: 'sm', radius: 'sm', transitionDuration: 120 },
      styles: {
        root: {
          background: 'var(--card)',
          border: '1px solid var(--field)',
          padding: 2,
        },
        indicator: { background: 'var(--accent-soft)', boxShadow: 'none', borderRadius: 3 },
        label: { fontSize: 12.5, padding: '2px 10px', fontWeight: 500 },
      },
    },
    Switch: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        withArrow: false,
        transitionProps: { duration: 0 },
        events: { hover: true, focus: true, touch: false },
      },
      styles: {
        tooltip: {
          background: 'var(--text)',
          color: 'var(--panel)',
          fontSize: 11.5,
          padding: '4px 8px',
          borderRadius: 'var(--radius-button)',
        },
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 120 } }, ...popover },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 120 },
        shadow: 'none',
        // A menu holds items only; the first one takes the focus when it opens.
        withInitialFocusPlaceholder: false,
      },
      styles: {
        ...popover.styles,
        item: { fontSize: 12.5, padding: '5px 8px', borderRadius: 'var(--radius-button)' },
        label: { fontSize: 11, color: 'var(--text3)' },
        divider: { borderColor: 'var(--line)' },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'xl',
        padding: 20,
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 1, color: 'var(--scrim)' },
      },
      styles: {
        content: { background: 'var(--panel)', boxShadow: 'var(--e3)' },
        header: { background: 'var(--panel)' },
        title: { fontSize: 16, fontWeight: 600 },
      },
    },
    Progress: { defaultProps: { radius: 'xs', size: 6 } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text3)',
  '--mantine-color-placeholder': 'var(--text3)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text3)',
  '--mantine-color-disabled-border': 'var(--line2)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-ink)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-ink)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Binds Mantine's own colour variables to the tokens, in both colour schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
