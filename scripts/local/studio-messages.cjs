// Studio's server answers a refused edit with JSON, and an error loses its message on the way there:
// whoever edits would read nothing but "operation failed". Loaded before Studio, this keeps the sentence.
Object.defineProperty(Error.prototype, 'toJSON', {
  configurable: true,
  writable: true,
  value() {
    const message = [this.message, this.detail, this.hint].filter(Boolean).join('\n');
    return { ...this, name: this.name, message };
  },
});
