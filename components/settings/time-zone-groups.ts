import { formatOffset } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { currentZoneName, DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

export interface TimeZoneGroup {
  label: string;
  zones: { value: string; label: string }[];
}

const REGION_NAMES: Readonly<Record<string, string>> = {
  America: 'Americas',
  Atlantic: 'Atlantic Ocean',
  Indian: 'Indian Ocean',
  Pacific: 'Pacific Ocean',
};

/**
 * All time zones by region and name, with their offsets at `now`; UTC first. A stored zone that is
 * not among them is listed with UTC.
 */
export function timeZoneGroups(now: Instant, stored: string | null): TimeZoneGroup[] {
  const zones = [...new Set(Intl.supportedValuesOf('timeZone').map(currentZoneName))].filter(
    (zone) => zone.includes('/') && !zone.startsWith('Etc/'),
  );
  const regions = new Map<string, TimeZoneGroup>();
  for (const zone of zones) {
    const region = zone.slice(0, zone.indexOf('/'));
    const group = regions.get(region) ?? { label: REGION_NAMES[region] ?? region, zones: [] };
    regions.set(region, group);
    group.zones.push({ value: zone, label: `${placeName(zone)} (${formatOffset(now, zone)})` });
  }
  for (const group of regions.values()) {
    group.zones.sort((a, b) => a.label.localeCompare(b.label, 'en'));
  }
  const others = [{ value: DEFAULT_TIME_ZONE, label: 'UTC (GMT)' }];
  if (stored && stored !== DEFAULT_TIME_ZONE && !zones.includes(stored)) {
    others.push({ value: stored, label: `${placeName(stored)} (${formatOffset(now, stored)})` });
  }
  const byName = [...regions.values()].sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [{ label: 'Other', zones: others }, ...byName];
}

/** `Ushuaia, Argentina` for `America/Argentina/Ushuaia`. */
function placeName(zone: string): string {
  const [place, ...around] = zone.split('/').slice(1).reverse();
  return [place ?? zone, ...around].join(', ').replaceAll('_', ' ');
}
