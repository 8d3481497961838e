import { Avatar } from '../ui/avatar';
import { NavLink } from './nav-link';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark';

interface SiteHeaderProps {
  viewer: { name: string; avatarUrl: string | null } | null;
  signOut: (form: FormData) => Promise<void>;
}

export function SiteHeader({ viewer, signOut }: SiteHeaderProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Wordmark href={viewer ? '/dashboard' : '/'} />
        <nav
          className={styles.nav}
          aria-label="Main"
          data-beside-account={viewer ? true : undefined}
        >
          {viewer ? (
            <NavLink href="/dashboard">Dashboard</NavLink>
          ) : (
            <NavLink href="/login">Sign in</NavLink>
          )}
        </nav>
        {viewer ? <Account viewer={viewer} signOut={signOut} /> : null}
      </div>
    </header>
  );
}

/** A native popover behind the avatar on a phone; part of the bar on wider screens. */
function Account({
  viewer,
  signOut,
}: { viewer: { name: string; avatarUrl: string | null } } & Pick<SiteHeaderProps, 'signOut'>) {
  return (
    <>
      <button
        className={styles.open}
        type="button"
        popoverTarget="account"
        aria-label={`Your account, ${viewer.name}`}
      >
        <Avatar name={viewer.name} url={viewer.avatarUrl} size="small" />
      </button>
      <div className={styles.account} id="account" popover="auto">
        <p className={styles.who}>
          <span className={styles.picture}>
            <Avatar name={viewer.name} url={viewer.avatarUrl} size="small" />
          </span>
          <span className={styles.name}>{viewer.name}</span>
        </p>
        <NavLink href="/settings">Settings</NavLink>
        <form action={signOut}>
          <button className={styles.signOut} type="submit">
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}
