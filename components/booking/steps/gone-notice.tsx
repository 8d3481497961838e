import { Notice } from '@/components/ui/notice';
import { goneTime } from '@/lib/booking/place';
import type { Alternative, WizardView } from '@/lib/booking/view-model';
import styles from './gone-notice.module.css';

function alternativeLabel({ label, st }: Alternative): string {
  return st ? `${label} with ${st.name}` : label;
}

/** Shown when the time in the URL is no longer free, with the nearest times that are. */
export function GoneNotice({ view, start }: { view: WizardView; start: string }) {
  const { message, alternatives } = goneTime(view, start);
  return (
    <Notice tone="warning" title={message} live>
      {alternatives.length > 0 ? (
        <ul className={styles.list}>
          {alternatives.map((each) => (
            <li key={each.href}>
              {/* A plain link, because another Student-Teacher's times are on another page. */}
              <a className={styles.link} href={each.href}>
                {alternativeLabel(each)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
