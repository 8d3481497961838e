import styles from './avatar.module.css';
import { classNames } from './class-names';

const tintCount = 6;

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase('en');
}

/** The same name always gets the same tint. */
function tintOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % tintCount;
}

interface AvatarProps {
  name: string;
  url: string | null;
  size?: 'small' | 'medium' | 'large';
}

/** Hidden from assistive technology, because the name is written next to it. */
export function Avatar({ name, url, size = 'medium' }: AvatarProps) {
  const className = classNames(styles.avatar, styles[size]);
  if (url) {
    // biome-ignore lint/performance/noImgElement: avatars are small and come from any host.
    return <img className={className} src={url} alt="" width="64" height="64" loading="lazy" />;
  }
  return (
    <span className={className} data-tint={tintOf(name)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
