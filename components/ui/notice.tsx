import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './notice.module.css';

type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Announced when it appears, as errors always are. Not for a notice that is there on page load. */
  live?: boolean;
  /** With a ref, the notice can receive focus. */
  ref?: Ref<HTMLDivElement>;
}

export function Notice({ tone = 'info', title, children, live = false, ref }: NoticeProps) {
  const role = tone === 'error' ? 'alert' : live ? 'status' : undefined;
  return (
    <div
      ref={ref}
      className={classNames(styles.notice, styles[tone])}
      role={role}
      tabIndex={ref ? -1 : undefined}
    >
      <Icon name={icons[tone]} />
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
