/** Colours of charts, as attributes, so that a saved picture keeps them. */
export const ink = {
  paper: '#fbfaf7',
  now: '#1b1b1b',
  history: '#8c877c',
  text: '#5c584f',
  rule: '#e3e0d8',
  link: '#1f4b7a',
  hatch: '#bdb7a9',
  missing: '#f0ede5',
} as const;

/** Five steps, light to dark, with the text colour that reads on each. */
export const steps = [
  { fill: '#e6ecf2', text: '#1b1b1b' },
  { fill: '#c5d2df', text: '#1b1b1b' },
  { fill: '#9db4ca', text: '#1b1b1b' },
  { fill: '#4a7098', text: '#ffffff' },
  { fill: '#1f4b7a', text: '#ffffff' },
] as const;

export const chartFont =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC Variable", "Noto Sans TC Variable", sans-serif';
