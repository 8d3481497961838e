import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClassName } from './button';

type LinkButtonProps = ButtonLook & Omit<ComponentProps<typeof Link>, 'className'>;

export function LinkButton({ variant, wide, ...rest }: LinkButtonProps) {
  const look = { ...(variant && { variant }), ...(wide && { wide }) };
  return <Link {...rest} className={buttonClassName(look)} />;
}
