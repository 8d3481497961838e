/** `Learns TypeScript · teaches Spanish`, or `New here`. */
export function rolesOf({ learns, teaches }: { learns: string[]; teaches: string[] }): string {
  const roles = [
    learns.length > 0 ? `learns ${inWords(learns)}` : '',
    teaches.length > 0 ? `teaches ${inWords(teaches)}` : '',
  ].filter(Boolean);
  const sentence = roles.length > 0 ? roles.join(' · ') : 'new here';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function inWords(titles: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(titles);
}
