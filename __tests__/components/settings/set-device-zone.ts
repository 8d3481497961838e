const resolvedOptions = Intl.DateTimeFormat.prototype.resolvedOptions;

/** What the browser says of the zone that this device is set to, until the test ends. */
export function setDeviceZone(timeZone: string): void {
  jest.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), timeZone };
  });
}
