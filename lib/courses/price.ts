/** `$25.00`, from the currency's smallest unit. `currency` is an ISO 4217 code, in upper or lower case. */
export function formatPrice(cents: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: currency.toUpperCase(),
  });
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
