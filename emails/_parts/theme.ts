// Email clients do not support the tokens of app/globals.css, so light colours are inline styles and dark
// colours are classes in a media query.

export const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export const LIGHT = {
  surface: '#f8f5ef',
  raised: '#fefdfa',
  line: '#ddd9d0',
  ink: '#1b2620',
  muted: '#555d56',
  accent: '#175d45',
  onAccent: '#fbfdf7',
  accentSoft: '#d8efe2',
} as const;

const DARK: Record<keyof typeof LIGHT, string> = {
  surface: '#101411',
  raised: '#191d1a',
  line: '#2e332f',
  ink: '#ebeae2',
  muted: '#abaea4',
  accent: '#77d3ad',
  onAccent: '#081b14',
  accentSoft: '#183026',
};

/** Every rule overrides an inline style, so it needs !important. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .surface, .surface > table > tbody > tr > td { background-color: ${DARK.surface} !important; }
  .raised { background-color: ${DARK.raised} !important; border-color: ${DARK.line} !important; }
  .panel { background-color: ${DARK.accentSoft} !important; border-color: ${DARK.accent} !important; }
  .rule { border-color: ${DARK.line} !important; }
  .ink { color: ${DARK.ink} !important; }
  .muted { color: ${DARK.muted} !important; }
  .accent { color: ${DARK.accent} !important; }
  .button { background-color: ${DARK.accent} !important; color: ${DARK.onAccent} !important; }
}
@media (max-width: 480px) {
  .card { border-radius: 0 !important; border-width: 0 !important; }
  .card > tbody > tr > td { padding: 24px 20px !important; }
  .page > tbody > tr > td { padding: 0 !important; }
  .button { display: block !important; text-align: center !important; }
}
`;
