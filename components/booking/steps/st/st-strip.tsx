import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import type { WizardView } from '@/lib/booking/view-model';
import styles from './st-strip.module.css';

interface StStripProps {
  st: WizardView['st'];
  changeHref: string | null;
}

/** Only on a phone; on wider screens the summary shows the Student-Teacher. */
export function StStrip({ st, changeHref }: StStripProps) {
  return (
    <div className={styles.strip}>
      <Link className={styles.st} href={st.profileHref}>
        <Avatar name={st.name} url={st.avatarUrl} size="small" />
        <span className={styles.name}>with {st.name}</span>
      </Link>
      {changeHref ? (
        <Link className={styles.change} href={changeHref} aria-label="Change Student-Teacher">
          Change
        </Link>
      ) : null}
    </div>
  );
}
