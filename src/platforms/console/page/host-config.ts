/** How Microsoft's renderer shall look. Colours are CSS variables, so that light and dark need one configuration. */

const color = (name: string) => ({
  default: `var(--${name})`,
  subtle: `var(--${name === 'text' ? 'muted' : name})`,
  highlightColors: { default: 'var(--accent-soft)', subtle: 'var(--accent-soft)' },
});
const foregroundColors = {
  default: color('text'),
  dark: color('text'),
  light: color('muted'),
  accent: color('accent'),
  good: color('good'),
  warning: color('warning'),
  attention: color('alarm'),
};
const style = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 16, large: 17, extraLarge: 21 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 19, default: 23, medium: 24, large: 25, extraLarge: 29 },
  spacing: { small: 5, default: 10, medium: 16, large: 22, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: style('card'),
    emphasis: style('emphasis'),
    accent: style('accent-soft'),
    good: style('good-soft'),
    warning: style('warning-soft'),
    attention: style('alarm-soft'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention' },
  },
  actions: {
    maxActions: 12,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: false,
  },
  adaptiveCard: { allowCustomStyle: false },
};
