import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import styles from './demo-login.module.css';

export interface DemoLoginProps {
  name: string;
  email: string;
  avatarUrl: string | null;
  /** For example, `Learns TypeScript · teaches Spanish`. */
  does: string;
  next: string | null;
  action: (form: FormData) => void;
}

export function DemoLogin({ name, email, avatarUrl, does, next, action }: DemoLoginProps) {
  return (
    <form action={action}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="how" value="demo" />
      <button className={styles.login} type="submit">
        <Avatar name={name} url={avatarUrl} size="small" />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.does}>{does}</span>
        </span>
        <Icon name="forward" />
      </button>
    </form>
  );
}
