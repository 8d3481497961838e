import { Notice } from '@/components/ui/notice';
import type { Alternative, WizardView } from '@/lib/booking/view-model';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import styles from './gone-notice.module.css';

function alternativeLabel({ label, st }: Alternative): string {
  return st ? `${label} with ${st.name}` : label;
}

/** Shown when the time in the URL is no longer free, with the nearest times that are. */
export function GoneNotice({ view, start }: { view: WizardView; start: string }) {
  const gone = view.gone?.start === start ? view.gone : null;
  const alternatives = gone?.alternatives ?? [];
  return (
    <Notice tone="warning" title={gone?.message ?? BOOK_SESSION_MESSAGES.SLOT_UNAVAILABLE} live>
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
