const resolvedOptions = Intl.DateTimeFormat.prototype.resolvedOptions;

/** Sets the time zone that the browser reports, until the test ends. */
export function setDeviceZone(timeZone: string): void {
  jest.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), timeZone };
  });
}
